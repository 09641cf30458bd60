/**
 * Study days as the streak sees them. In: a learner with today in their own calendar. Out: every day in numbers, and the
 * days that are over, written once. Dates of answers are those stored with them; a change of zone moves none of them.
 */
import { desc, eq, sql } from 'drizzle-orm';
import type { ClosedDay, DayFacts } from '../review/streak.js';
import { studyDay } from './clock.js';
import type { Database } from './database.js';
import type { LearnerToday } from './learners.js';
import { studyDays } from './schema/days.js';

/** Hours of a study day without the bot that make it a day lost by the bot. */
const OUTAGE_HOURS = 4;

/** Enough for the last days in a row of any use: what was saved since the last day with answers, a heat map of weeks. */
const LATEST_DAYS = 200;

/** The latest closed days of a learner, oldest first. */
export async function latestClosedDays(db: Database, learnerId: number): Promise<ClosedDay[]> {
  const rows = await db
    .select()
    .from(studyDays)
    .where(eq(studyDays.learnerId, learnerId))
    .orderBy(desc(studyDays.day))
    .limit(LATEST_DAYS);
  return rows.reverse().map(({ day, outcome, streak: days, daysOff, record }) => ({
    ...{ day, outcome },
    streak: { days, daysOff, record },
  }));
}

/** Writes days that are over; one that was written before stays as it is. */
export async function addClosedDays(
  db: Database,
  learnerId: number,
  closed: readonly ClosedDay[],
): Promise<void> {
  if (closed.length === 0) return;
  const rows = closed.map(({ day, outcome, streak: { days, daysOff, record } }) => ({
    ...{ learnerId, day, outcome, streak: days, daysOff, record },
  }));
  await db.insert(studyDays).values(rows).onConflictDoNothing();
}

/**
 * The study days after `since` up to and including today, in order; from the first answer on when `since` is null, none
 * when there is no answer. What was due is counted over the facts of the learner's deck: those /quiz asked for.
 */
export async function daysSince(
  db: Database,
  learner: LearnerToday,
  span: { since: string | null; deckId: string | null },
): Promise<DayFacts[]> {
  const since = sql`${span.since}::date`;
  const { rows } = await db.execute<DayFacts & Record<string, unknown>>(sql`
    with recent as (
      select fact_id, number, study_day, before from counted_reviews
      where learner_id = ${learner.id} and coalesce(study_day > ${since}, true)
    ), days as (
      select generate_series(coalesce(${since} + 1, (select min(study_day) from recent)), ${learner.today}::date,
        '1 day')::date as day
    ), spans as (
      select fact_id, lag(study_day) over (partition by fact_id order by number) as answered_on,
        (before ->> 'due')::timestamptz as due, study_day as until, (before ->> 'reps')::int as reps
      from recent
      union all
      select c.fact_id, r.day, c.due, null, c.reps
      from cards c left join (select fact_id, max(study_day) as day from recent group by 1) r using (fact_id)
      where c.learner_id = ${learner.id}
    ), waiting as (
      select w.since, s.until
      from spans s join facts f on f.id = s.fact_id, lateral (
        select greatest(s.answered_on + 1, ${studyDay(sql`s.due`, sql`${learner.timeZone}`)}) as since) w
      where s.reps > 0 and f.deck_id = ${span.deckId} and f.archived_at is null and coalesce(w.since <= s.until, true)
    ), turns as (
      select greatest(since, (select min(day) from days)) as day, 1 as change from waiting
      union all
      select until + 1, -1 from waiting where until is not null
    )
    select d.day::text as day, coalesce(r.answers, 0) as answers, coalesce(w.answered, 0) as "dueAnswered",
      (sum(coalesce(t.change, 0)) over (order by d.day))::int as due,
      coalesce(d.day < ${learner.restUntil}::date, false) as "isRest",
      coalesce(${outageOf(learner.timeZone)} >= make_interval(hours => ${OUTAGE_HOURS}), false) as "isOutage"
    from days d
    left join (select study_day, count(*)::int as answers from recent group by 1) r on r.study_day = d.day
    left join (select until, count(*)::int as answered from waiting group by 1) w on w.until = d.day
    left join (select day, sum(change) as change from turns group by 1) t on t.day = d.day
    order by d.day`);
  return rows;
}

/** The study day in a zone, as of now. */
export async function studyDayIn(db: Database, timeZone: string, now: Date): Promise<string> {
  const today = studyDay(now, sql`${timeZone}`);
  const { rows } = await db.execute<{ today: string }>(sql`select ${today}::text as today`);
  return rows[0]?.today ?? '';
}

/** How long the bot did not work in a study day: from 04:00 to 04:00 local. */
const outageOf = (timeZone: string) => sql`(
  select sum(least(o.ended_at, e.ends) - greatest(o.started_at, e.starts))
  from outages o, lateral (
    select (d.day + time '04:00') at time zone ${timeZone} as starts,
      (d.day + 1 + time '04:00') at time zone ${timeZone} as ends) e
  where o.started_at < e.ends and o.ended_at > e.starts)`;
