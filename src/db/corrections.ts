/**
 * Corrections of answers: /undo and «Засчитать». Like an answer, each is one statement whose first part locks step and
 * card, and everything it changes selects from that lock. The review stays; a correcting row takes its place.
 */
import { sql } from 'drizzle-orm';
import type { CardState } from '../review/card.js';
import type { Rating } from '../review/rating.js';
import type { StepKey } from './answers.js';
import type { Database } from './database.js';

/** The step whose answer was taken back; `isReopened`: it is the open question again. */
export interface Undone {
  readonly session: string;
  readonly position: number;
  readonly isReopened: boolean;
}

/** A mistake's return that nobody has seen yet: what was planned in its place comes back. */
const RELEASED = `
  fact_id = coalesce(s.displaced_fact_id, s.fact_id), displaced_fact_id = null,
  repeats = case when s.displaced_fact_id is null then s.repeats end`;

/**
 * Takes the learner's last answer of the present study day back; null when there is none, or it was taken back before.
 * A finished sitting is open again unless another one is. Answers of earlier days stay: streaks have been told of them.
 */
export async function undoLast(
  db: Database,
  it: { learnerId: number; updateId: number; today: string; now: Date },
): Promise<Undone | null> {
  const { rows } = await db.execute<{ session: string; position: number; isReopened: boolean }>(sql`
    with last as (
      select r.* from reviews r
      join steps s on s.learner_id = r.learner_id and s.session_id = r.session_id and s.position = r.position
      where r.learner_id = ${it.learnerId} and r.study_day = ${it.today}
      order by r.reviewed_at desc, s.update_id desc nulls last, r.number desc
      limit 1
    ), target as (
      select l.*, s.repeats, coalesce(s.repeats, s.position) as root from last l
      join cards c on c.learner_id = l.learner_id and c.fact_id = l.fact_id and c.version = l.number
      join steps s on s.learner_id = l.learner_id and s.session_id = l.session_id and s.position = l.position
      where l.correction is distinct from 'undone'
      for update of c, s
    ), asked as (
      update steps s set answered_at = null, update_id = ${it.updateId}, choice = null, reply = null, result = null,
        remark = null
      from target t
      where s.learner_id = t.learner_id and s.session_id = t.session_id and s.position = t.position
    ), waiting as (
      update steps s set asked_at = null, message_id = null,
        fact_id = case when s.repeats = t.root then coalesce(s.displaced_fact_id, s.fact_id) else s.fact_id end,
        repeats = case when s.repeats = t.root and s.displaced_fact_id is not null then null else s.repeats end,
        displaced_fact_id = case when s.repeats = t.root then null else s.displaced_fact_id end
      from target t
      where s.learner_id = t.learner_id and s.session_id = t.session_id and s.position > t.position
        and s.answered_at is null
    ), scheduled as (
      update cards c set due = (t.before ->> 'due')::timestamptz, stability = (t.before ->> 'stability')::float8,
        difficulty = (t.before ->> 'difficulty')::float8, elapsed_days = (t.before ->> 'elapsedDays')::int,
        scheduled_days = (t.before ->> 'scheduledDays')::int, learning_steps = (t.before ->> 'learningSteps')::int,
        reps = (t.before ->> 'reps')::int, lapses = (t.before ->> 'lapses')::int,
        state = (t.before ->> 'state')::smallint, last_review = (t.before ->> 'lastReview')::timestamptz,
        version = t.number + 1
      from target t where c.learner_id = t.learner_id and c.fact_id = t.fact_id
    ), reviewed as (
      insert into reviews (learner_id, fact_id, number, session_id, position, question_kind, result, rating,
        reviewed_at, study_day, before, correction, corrected_at)
      select learner_id, fact_id, number + 1, session_id, position, question_kind, result, rating,
        reviewed_at, study_day, before, 'undone', ${it.now.toISOString()}::timestamptz from target
    ), unlearned as (
      delete from aliases a using target t
      where t.correction = 'credited' and a.learner_id = t.learner_id and a.fact_id = t.fact_id
        and a.created_at = t.corrected_at
    ), opened as (
      update sessions n set closed_at = null from target t
      where n.learner_id = t.learner_id and n.id = t.session_id and n.closed_at is not null and not exists (
        select from sessions o where o.learner_id = t.learner_id and o.closed_at is null)
      returning n.id
    )
    select t.session_id as session, t.position,
      n.closed_at is null or exists (select from opened) as "isReopened"
    from target t join sessions n on n.learner_id = t.learner_id and n.id = t.session_id`);
  return rows[0] ?? null;
}

/** The step that this very update reopened before a crash; null when it did not. */
export async function undoneBy(
  db: Database,
  learnerId: number,
  updateId: number,
): Promise<Undone | null> {
  const { rows } = await db.execute<{ session: string; position: number; isReopened: boolean }>(sql`
    select s.session_id as session, s.position, n.closed_at is null as "isReopened"
    from steps s join sessions n on n.learner_id = s.learner_id and n.id = s.session_id
    where s.learner_id = ${learnerId} and s.update_id = ${updateId} and s.answered_at is null`);
  return rows[0] ?? null;
}

/** A review while it is its card's latest. */
export interface LatestReview {
  readonly number: number;
  readonly before: CardState;
  readonly reviewedAt: Date;
}

/** The review of a step; null when its fact was reviewed again since, or the step has no review that stands. */
export async function latestReviewOf(db: Database, key: StepKey): Promise<LatestReview | null> {
  const { rows } = await db.execute<{ number: number; before: CardState; reviewedAt: string }>(sql`
    select r.number, r.before, r.reviewed_at as "reviewedAt"
    from steps s
    join cards c on c.learner_id = s.learner_id and c.fact_id = s.fact_id
    join reviews r on r.learner_id = c.learner_id and r.fact_id = c.fact_id and r.number = c.version
      and r.session_id = s.session_id and r.position = s.position
    where s.learner_id = ${key.learnerId} and s.session_id = ${key.session} and s.position = ${key.position}
      and s.answered_at is not null`);
  const [row] = rows;
  return row === undefined ? null : { ...row, reviewedAt: new Date(row.reviewedAt) };
}

/** A wrong answer to be counted as right after all. */
export interface Credit extends StepKey {
  readonly factId: string;
  /** The review it corrects. */
  readonly number: number;
  readonly rating: Rating;
  readonly after: CardState;
  /** What the learner will be right with from now on; null when the reply is too long to be remembered. */
  readonly alias: Alias | null;
  readonly now: Date;
}

/** What was written for what was wanted, in comparable form. */
export interface Alias {
  readonly wanted: string;
  readonly reply: string;
}

/** Writes a credit whole; false when the card was reviewed meanwhile or the answer is not wrong, and nothing was written. */
export async function creditAnswer(db: Database, it: Credit): Promise<boolean> {
  const { after, alias } = it;
  const now = sql`${it.now.toISOString()}::timestamptz`;
  const { rowCount } = await db.execute(sql`
    with target as (
      select s.learner_id, s.session_id, s.position, s.fact_id, coalesce(s.repeats, s.position) as root from steps s
      join cards c on c.learner_id = s.learner_id and c.fact_id = s.fact_id
      where s.learner_id = ${it.learnerId} and s.session_id = ${it.session} and s.position = ${it.position}
        and s.result = 'wrong' and c.fact_id = ${it.factId} and c.version = ${it.number}
      for update
    ), answered as (
      update steps s set result = 'correct', remark = '{"kind": "credited"}'
      from target t
      where s.learner_id = t.learner_id and s.session_id = t.session_id and s.position = t.position
    ), waiting as (
      update steps s set ${sql.raw(RELEASED)}
      from target t
      where s.learner_id = t.learner_id and s.session_id = t.session_id and s.position > t.position
        and s.repeats = t.root and s.asked_at is null
    ), scheduled as (
      update cards c set due = ${after.due}, stability = ${after.stability}, difficulty = ${after.difficulty},
        elapsed_days = ${after.elapsedDays}, scheduled_days = ${after.scheduledDays},
        learning_steps = ${after.learningSteps}, reps = ${after.reps}, lapses = ${after.lapses},
        state = ${after.state}, last_review = ${after.lastReview}, version = ${it.number}::int + 1
      from target t where c.learner_id = t.learner_id and c.fact_id = t.fact_id
    ), reviewed as (
      insert into reviews (learner_id, fact_id, number, session_id, position, question_kind, result, rating,
        reviewed_at, study_day, before, correction, corrected_at)
      select r.learner_id, r.fact_id, r.number + 1, r.session_id, r.position, r.question_kind, 'correct',
        ${it.rating}::smallint, r.reviewed_at, r.study_day, r.before, 'credited', ${now}
      from reviews r join target t on t.learner_id = r.learner_id and t.fact_id = r.fact_id
      where r.number = ${it.number}
    ), learned as (
      insert into aliases (learner_id, fact_id, wanted, reply, created_at)
      select learner_id, fact_id, ${alias?.wanted ?? null}::text, ${alias?.reply ?? null}::text, ${now}
      from target where ${alias !== null}::boolean
      on conflict do nothing
    )
    select from target`);
  return rowCount === 1;
}

/** Has the learner had this reply credited where this was wanted? */
export async function isAlias(
  db: Database,
  { learnerId, factId }: { learnerId: number; factId: string },
  { wanted, reply }: Alias,
): Promise<boolean> {
  const { rowCount } = await db.execute(sql`
    select from aliases
    where learner_id = ${learnerId} and fact_id = ${factId} and wanted = ${wanted} and reply = ${reply}`);
  return rowCount === 1;
}
