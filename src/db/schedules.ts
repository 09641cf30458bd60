/**
 * When a learner is asked every day. In: choices as a person makes them (a local time, weekdays, a zone). Out: the schedule
 * with the clock on the learner's wall. Every instant is computed by `next_due` in the database, in the statement that
 * stores what it depends on: a schedule never holds a moment that its own choices do not give.
 */
import { eq, sql } from 'drizzle-orm';
import type { Database } from './database.js';
import { schedules, type SilenceReason } from './schema/daily.js';
import { learners } from './schema/learners.js';

/** A learner's schedule as of some moment; times are `9:00`, without a leading zero. */
export interface ScheduleRow {
  readonly timeZone: string;
  /** What a clock shows there now. */
  readonly clock: string;
  readonly dailyGoal: number;
  readonly restUntil: string | null;
  /** Null until something was chosen. */
  readonly time: string | null;
  readonly weekdays: number;
  readonly stepDays: number;
  readonly isOn: boolean;
  readonly isZoneConfirmed: boolean;
  readonly silence: SilenceReason | null;
}

/** The schedule of a known learner, whether they have one or not; null for a stranger. */
export async function scheduleOf(
  db: Database,
  learnerId: number,
  now: Date,
): Promise<ScheduleRow | null> {
  const instant = sql`${now.toISOString()}::timestamptz`;
  const today = sql`(${instant} at time zone learners.time_zone)::date`;
  const [row] = await db
    .select({
      timeZone: learners.timeZone,
      clock: sql<string>`to_char(${instant} at time zone learners.time_zone, 'FMHH24:MI')`,
      dailyGoal: learners.dailyGoal,
      restUntil: sql<
        string | null
      >`case when learners.rest_until > ${today} then learners.rest_until::text end`,
      time: sql<string | null>`to_char(schedules.local_time, 'FMHH24:MI')`,
      weekdays: sql<number>`coalesce(schedules.weekdays, 127)`,
      stepDays: sql<number>`coalesce(schedules.step_days, 1)`,
      isOn: sql<boolean>`schedules.next_due_at is not null`,
      isZoneConfirmed: sql<boolean>`coalesce(schedules.zone_confirmed, false)`,
      silence: schedules.silence,
    })
    .from(learners)
    .leftJoin(schedules, eq(schedules.learnerId, learners.id))
    .where(eq(learners.id, learnerId));
  return row ?? null;
}

/** What changes; everything else stays as it is. */
export interface ScheduleChange {
  /** `9:00`. */
  readonly time?: string;
  readonly weekdays?: number;
  readonly stepDays?: number;
  readonly isOn?: boolean;
  readonly isZoneConfirmed?: boolean;
  /** Why it is off; without `isOn: false` of no meaning. */
  readonly silence?: SilenceReason;
  /** A name that `isTimeZone` has found. */
  readonly timeZone?: string;
}

/** Two pushes of different local dates may come close together when a learner flies around the world; not closer. */
export const BETWEEN_PUSHES = `interval '8 hours'`;

/** The merged schedule in one statement; `$8` is the zone as it will be, for the row of the learner changes beside it. */
const CHANGE_SCHEDULE = {
  name: 'change-schedule',
  text: `
    with moved as (
      update learners set time_zone = $8 where id = $1 and $8::text is not null
    ), wanted as (
      select l.id, coalesce($8::text, l.time_zone) as zone, s.last_local_date, s.last_claimed_at,
        coalesce($2::time, s.local_time, '09:00') as local_time, coalesce($3::smallint, s.weekdays, 127::smallint) as weekdays,
        coalesce($4::smallint, s.step_days, 1::smallint) as step_days,
        coalesce($5::boolean, s.next_due_at is not null) as is_on,
        coalesce($6::boolean, s.zone_confirmed, false) as zone_confirmed
      from learners l left join schedules s on s.learner_id = l.id where l.id = $1
    )
    insert into schedules (learner_id, local_time, weekdays, step_days, zone_confirmed, silence, chosen_at, next_due_at)
    select id, local_time, weekdays, step_days, zone_confirmed, case when not is_on then $7::text end, $9::timestamptz,
      case when is_on then next_due(zone, local_time, weekdays, step_days,
        greatest($9::timestamptz, last_claimed_at + ${BETWEEN_PUSHES}), last_local_date) end
    from wanted
    on conflict (learner_id) do update set local_time = excluded.local_time, weekdays = excluded.weekdays,
      step_days = excluded.step_days, zone_confirmed = excluded.zone_confirmed, silence = excluded.silence,
      chosen_at = excluded.chosen_at, next_due_at = excluded.next_due_at`,
};

/** Changes the schedule of a known learner, or makes it. */
export async function changeSchedule(
  db: Database,
  learnerId: number,
  { change, now }: { change: ScheduleChange; now: Date },
): Promise<void> {
  const { time, weekdays, stepDays, isOn, isZoneConfirmed, silence, timeZone } = change;
  const values = [
    ...[learnerId, time ?? null, weekdays ?? null, stepDays ?? null, isOn ?? null],
    ...[isZoneConfirmed ?? null, silence ?? 'wish', timeZone ?? null, now],
  ];
  await db.$client.query({ ...CHANGE_SCHEDULE, values });
}

/** Silences a schedule that is on, for a reason other than the learner's wish; what was chosen stays. */
export async function silence(
  db: Database,
  learnerId: number,
  reason: SilenceReason,
): Promise<void> {
  await db
    .update(schedules)
    .set({ nextDueAt: null, silence: reason })
    .where(sql`${schedules.learnerId} = ${learnerId} and ${schedules.nextDueAt} is not null`);
}
