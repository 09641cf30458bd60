/**
 * The hot path: one answer is one prepared read and one prepared write, each a single statement on the pool.
 * The write locks the step (still unanswered) and the card (still this version) first, and everything it changes
 * selects from that lock: all of it happens or nothing does.
 */
import type { Question, QuestionKind, Remark, Result } from '../questions/question.js';
import type { CardState } from '../review/card.js';
import type { Rating } from '../review/rating.js';
import type { Database } from './database.js';
import type { SessionKind } from './schema/sittings.js';

/** A step with its sitting, its card and what was answered, as one row. */
export interface StepRow {
  readonly question: Question;
  readonly factId: string;
  readonly length: number;
  readonly sessionKind: SessionKind;
  readonly isClosed: boolean;
  readonly isPaused: boolean;
  readonly isAsked: boolean;
  readonly isAnswered: boolean;
  /** Answered by the update that asks now: it was handled before and nobody knows how far. */
  readonly isSameUpdate: boolean;
  readonly isHinted: boolean;
  /** The learner had answered nothing before this step: only a first step can be the first of all. */
  readonly isFirstEver: boolean;
  readonly messageId: number | null;
  readonly choice: number | null;
  readonly reply: string | null;
  readonly result: Result | null;
  readonly remark: Remark | null;
  readonly deckTitle: string | null;
  /** The learner wants «Дальше» under every verdict. */
  readonly isPaced: boolean;
  readonly studyDay: string;
  readonly card: CardState;
  readonly cardVersion: number;
}

const READ_STEP = {
  name: 'read-step',
  text: `
    select coalesce(o.again, s.question) as question, s.fact_id as "factId", n.length, n.kind as "sessionKind",
      n.closed_at is not null as "isClosed", n.paused_at is not null as "isPaused",
      s.asked_at is not null as "isAsked", s.answered_at is not null as "isAnswered",
      coalesce(s.update_id = $4, false) as "isSameUpdate", s.hinted as "isHinted",
      s.position = 1 and not exists (select from reviews r
        where r.learner_id = s.learner_id and r.reviewed_at < coalesce(s.answered_at, $5)) as "isFirstEver",
      s.message_id::float8 as "messageId", s.choice, s.reply, s.result, s.remark, n.deck_title as "deckTitle", l.is_pacing as "isPaced",
      ((($5::timestamptz at time zone l.time_zone) - interval '4 hours')::date)::text as "studyDay",
      c.due, c.stability, c.difficulty, c.elapsed_days as "elapsedDays", c.scheduled_days as "scheduledDays",
      c.learning_steps as "learningSteps", c.reps, c.lapses, c.state, c.last_review as "lastReview",
      c.version as "cardVersion"
    from steps s
    join sessions n on n.learner_id = s.learner_id and n.id = s.session_id
    join cards c on c.learner_id = s.learner_id and c.fact_id = s.fact_id
    join learners l on l.id = s.learner_id
    left join steps o on o.learner_id = s.learner_id and o.session_id = s.session_id and o.position = s.repeats
    where s.learner_id = $1 and s.session_id = $2 and s.position = $3`,
};

interface FlatStepRow extends Omit<StepRow, 'card'>, Omit<CardState, 'due' | 'lastReview'> {
  readonly due: Date;
  readonly lastReview: Date | null;
}

export interface StepKey {
  readonly learnerId: number;
  readonly session: string;
  readonly position: number;
}

/** One step of one learner; null when it is not theirs or never was. */
export async function readStep(
  db: Database,
  key: StepKey,
  at: { now: Date; updateId: number | null },
): Promise<StepRow | null> {
  const values = [key.learnerId, key.session, key.position, at.updateId, at.now];
  const { rows } = await db.$client.query<FlatStepRow>({ ...READ_STEP, values });
  const row = rows[0];
  if (row === undefined) return null;
  const { stability, difficulty, elapsedDays, scheduledDays, learningSteps } = row;
  const { reps, lapses, state } = row;
  const due = row.due.toISOString();
  const lastReview = row.lastReview?.toISOString() ?? null;
  return {
    ...row,
    card: {
      ...{ due, stability, difficulty, elapsedDays, scheduledDays, learningSteps },
      ...{ reps, lapses, state, lastReview },
    },
  };
}

/** A judged and scheduled answer, ready to be written. */
export interface AnswerWrite extends StepKey {
  readonly factId: string;
  readonly updateId: number;
  readonly choice: number | null;
  readonly reply: string | null;
  readonly result: Result;
  readonly remark: Remark | null;
  readonly rating: Rating;
  readonly questionKind: QuestionKind;
  readonly studyDay: string;
  readonly before: CardState;
  readonly after: CardState;
  /** The version the card was read with. */
  readonly cardVersion: number;
  /** It went wrong and wants to come back in this sitting. */
  readonly comesBack: boolean;
  readonly isLast: boolean;
  /** A conversation may be listening for this answer; it ends with it. */
  readonly isTyped: boolean;
  readonly now: Date;
}

/** Others between a mistake and its return in the same sitting. */
export const STEPS_BEFORE_RETURN = 3;

/** Of every answer. */
const ANSWER = `
    with open as (
      select s.repeats from steps s
      join cards c on c.learner_id = s.learner_id and c.fact_id = s.fact_id
      join sessions n on n.learner_id = s.learner_id and n.id = s.session_id
      where s.learner_id = $1 and s.session_id = $2 and s.position = $3 and s.fact_id = $4
        and s.answered_at is null and c.version = $5 and n.closed_at is null
      for update
    ), answered as (
      update steps s set answered_at = $6, update_id = $7, choice = $8, reply = $9, result = $10, remark = $11
      from open where s.learner_id = $1 and s.session_id = $2 and s.position = $3
    ), scheduled as (
      update cards c set due = $12, stability = $13, difficulty = $14, elapsed_days = $15, scheduled_days = $16,
        learning_steps = $17, reps = $18, lapses = $19, state = $20, last_review = $21, version = $5 + 1
      from open where c.learner_id = $1 and c.fact_id = $4
    ), reviewed as (
      insert into reviews (learner_id, fact_id, number, session_id, position, question_kind, result, rating,
        reviewed_at, study_day, before)
      select $1, $4, $5 + 1, $2, $3, $22::text, $10, $23::smallint, $6, $24::date, $25::jsonb from open
    )`;

/** Of some answers only: whatever a statement carries along for nothing, Postgres opens and locks for nothing. */
const OCCASIONS = {
  comesBack: `, returned as (
      update steps s set displaced_fact_id = s.fact_id, fact_id = $4, repeats = coalesce(open.repeats, $3)
      from open where s.learner_id = $1 and s.session_id = $2 and s.position = (
        select max(position) from steps where learner_id = $1 and session_id = $2
          and position > $3::smallint + ${STEPS_BEFORE_RETURN} and repeats is null and asked_at is null)
    )`,
  isLast: `, closed as (
      update sessions n set closed_at = $6, paused_at = null
      from open where n.learner_id = $1 and n.id = $2
    )`,
  isTyped: `, forgotten as (
      delete from conversations using open where learner_id = $1 and chat_id = $1
    )`,
} as const;

const occasions = Object.keys(OCCASIONS) as (keyof typeof OCCASIONS)[];

/** One of eight statements, each prepared under a name of its own. */
function writeStatement(it: Readonly<Record<keyof typeof OCCASIONS, boolean>>) {
  const these = occasions.filter((occasion) => it[occasion]);
  const parts = these.map((occasion) => OCCASIONS[occasion]);
  return {
    name: ['write-answer', ...these].join(' '),
    text: `${ANSWER}${parts.join('')} select from open`,
  };
}

/** Writes an answer whole; false when the step was answered or the card changed meanwhile, and nothing was written. */
export async function writeAnswer(db: Database, it: AnswerWrite): Promise<boolean> {
  const { after } = it;
  const values = [
    ...[it.learnerId, it.session, it.position, it.factId, it.cardVersion, it.now],
    ...[it.updateId, it.choice, it.reply, it.result, it.remark && JSON.stringify(it.remark)],
    ...[after.due, after.stability, after.difficulty, after.elapsedDays, after.scheduledDays],
    ...[after.learningSteps, after.reps, after.lapses, after.state, after.lastReview],
    ...[it.questionKind, it.rating, it.studyDay, JSON.stringify(it.before)],
  ];
  const { rowCount } = await db.$client.query({ ...writeStatement(it), values });
  return rowCount === 1;
}
