/**
 * The pushes of all learners, one row a learner and local date. In: a moment (null: the clock of the database, the same
 * for every process). Out: pushes for this process alone to send.
 * Invariant: claimed → sending → sent. What is found claimed after its hold is sent by somebody; what is found sending may
 * have gone out, so it counts as sent: a push is missed rather than sent twice.
 */
import type { Database } from './database.js';
import { BETWEEN_PUSHES, silence } from './schedules.js';
import type { SkipReason } from './schema/daily.js';

/** A push that is due, and ours for as long as nobody else holds it. */
export interface ClaimedPush {
  readonly learnerId: number;
  /** ISO date of the learner's calendar. */
  readonly localDate: string;
  readonly dueAt: Date;
  /** Also the token of our claim: a row that carries another one is somebody else's. */
  readonly heldUntil: Date;
  readonly isForced: boolean;
}

/** A push that is later than this is not sent any more. */
const LATEST = `interval '90 minutes'`;

/** A sender that has not gone on with a push by then is taken for dead. */
const HOLD = `interval '1 minute'`;

/** Milliseconds, as a JavaScript date has them: the claim is recognised by this instant. */
const heldFrom = (moment: string): string => `date_trunc('milliseconds', ${moment} + ${HOLD})`;

const claimed = (table: string): string =>
  `${table}.learner_id::float8 as "learnerId", ${table}.local_date::text as "localDate", ${table}.due_at as "dueAt",
  ${table}.held_until as "heldUntil", ${table}.is_forced as "isForced", ${table}.status`;

/**
 * Claim, advance and promise in one statement. The slot is the last one that is still worth sending: after an outage
 * today's, never yesterday's; when there is none the push is missed and the schedule goes on with the next one.
 * The limit stands in the text: a plan made for any limit would read everybody.
 */
const claimUpTo = (limit: number): string => `
    with clock as (select coalesce($1::timestamptz, now()) as moment), due as (
      select s.learner_id, s.next_due_at, s.local_time, s.weekdays, s.step_days, s.last_local_date,
        l.time_zone as zone, l.rest_until, clock.moment
      from clock, schedules s join learners l on l.id = s.learner_id
      where s.next_due_at <= (select moment from clock)
      order by s.next_due_at limit ${limit} for update of s skip locked
    ), slots as (
      select due.*, case when next_due_at > moment - ${LATEST} then next_due_at
        else next_due(zone, local_time, weekdays, step_days, moment - ${LATEST}, last_local_date) end as slot
      from due
    ), advanced as (
      update schedules s set
        last_local_date = case when slot <= moment then (slot at time zone zone)::date else s.last_local_date end,
        last_claimed_at = case when slot <= moment then moment else s.last_claimed_at end,
        next_due_at = case when slot > moment then slot
          else next_due(zone, slots.local_time, slots.weekdays, slots.step_days,
            moment + ${BETWEEN_PUSHES}, (slot at time zone zone)::date) end
      from slots where s.learner_id = slots.learner_id
      returning s.learner_id, case when slot > moment then slots.next_due_at else slot end as due_at,
        zone, rest_until, moment, slot > moment as is_late
    )
    insert into pushes (learner_id, local_date, status, reason, due_at, held_until)
    select learner_id, (due_at at time zone zone)::date,
      case when is_late then 'missed' when rest_until > (due_at at time zone zone)::date then 'skipped' else 'claimed' end,
      case when not is_late and rest_until > (due_at at time zone zone)::date then 'rest' end,
      due_at, ${heldFrom('moment')}
    from advanced
    on conflict do nothing
    returning ${claimed('pushes')}`;

/** Rows that a dead sender has left, and those that were to wait; what became too late meanwhile is missed. */
const takeUpTo = (limit: number): string => `
    with clock as (select coalesce($1::timestamptz, now()) as moment), waiting as (
      select learner_id, local_date from pushes
      where status = 'claimed' and held_until <= (select moment from clock)
      order by held_until limit ${limit} for update skip locked
    )
    update pushes p set status = case when p.due_at <= clock.moment - ${LATEST} then 'missed' else 'claimed' end,
      held_until = ${heldFrom('clock.moment')}
    from waiting, clock where p.learner_id = waiting.learner_id and p.local_date = waiting.local_date
    returning ${claimed('p')}`;

type Row = ClaimedPush & { readonly status: string };

/** What a sender takes from the table and gives back to it. `now` null: the clock of the database. */
export function pushStore(db: Database, clock: () => Date | null) {
  const change = async (
    push: ClaimedPush,
    from: 'claimed' | 'sending',
    set: string,
    ...more: unknown[]
  ) => {
    const { learnerId, localDate, heldUntil } = push;
    await db.$client.query(
      `update pushes set ${set} where learner_id = $1 and local_date = $2 and held_until = $3 and status = '${from}'`,
      [learnerId, localDate, heldUntil, ...more],
    );
  };
  return {
    /** Up to so many pushes to send now, those that have waited longest first. */
    async claim(limit: number): Promise<ClaimedPush[]> {
      const left = await db.$client.query<Row>(takeUpTo(limit), [clock()]);
      const due = await db.$client.query<Row>(claimUpTo(limit - left.rows.length), [clock()]);
      return [...left.rows, ...due.rows].filter(({ status }) => status === 'claimed');
    },

    /** Gives claimed pushes back: anybody may take them up at once. */
    async release(pushes: readonly ClaimedPush[]): Promise<void> {
      for (const push of pushes)
        await change(push, 'claimed', 'held_until = coalesce($4, now())', clock());
    },

    /** Telegram has refused the call before anything was done: the push may be sent by anybody. */
    async takeBack(push: ClaimedPush): Promise<void> {
      await change(
        push,
        'sending',
        `status = 'claimed', held_until = coalesce($4, now())`,
        clock(),
      );
    },

    /** It will never be delivered: Telegram does not take it, or the learner has blocked the bot and wants no more. */
    async giveUp(push: ClaimedPush, reason: SkipReason): Promise<void> {
      await change(push, 'sending', `status = 'skipped', reason = $4`, reason);
      if (reason === 'blocked') await silence(db, push.learnerId, 'blocked');
    },
  };
}

const FORCE = {
  name: 'force-pushes',
  text: `
    with people as (
      select l.id, ($1::timestamptz at time zone l.time_zone)::date as today
      from learners l left join schedules s on s.learner_id = l.id
      where case when $2::bigint is null then s.next_due_at is not null else l.id = $2 end
    ), advanced as (
      update schedules s set last_local_date = people.today, last_claimed_at = $1, next_due_at = next_due(
        l.time_zone, s.local_time, s.weekdays, s.step_days, $1::timestamptz + ${BETWEEN_PUSHES}, people.today)
      from people join learners l on l.id = people.id
      where s.learner_id = people.id and s.next_due_at is not null
    )
    insert into pushes (learner_id, local_date, status, due_at, held_until, is_forced)
    select id, today, 'claimed', $1, $1, true from people
    on conflict (learner_id, local_date) do update
      set status = 'claimed', reason = null, due_at = $1, held_until = $1, is_forced = true
      where $3 or pushes.status in ('claimed', 'skipped', 'missed')`,
};

export interface Force {
  /** One person, whatever their schedule; null: everybody who is asked every day. */
  readonly learnerId: number | null;
  /** Also who has been sent today's push already. */
  readonly again: boolean;
  readonly now: Date;
}

/** At the owner's word: today's pushes are due now. Gives how many a sender will take up. */
export async function forcePushes(db: Database, { learnerId, again, now }: Force): Promise<number> {
  const { rowCount } = await db.$client.query({ ...FORCE, values: [now, learnerId, again] });
  return rowCount ?? 0;
}
