/**
 * One claimed push: what decides about it, and the steps from decided to sent. Every change asks for the hold the push was
 * claimed with, so that a sender that was slow to the point of being taken for dead changes nothing any more.
 */
import { sql, type SQL } from 'drizzle-orm';
import { studyDay } from './clock.js';
import type { Database, Transaction } from './database.js';
import type { ClaimedPush } from './pushes.js';
import type { SkipReason } from './schema/daily.js';

/** What the rows say about a push that is due. */
export interface PushStanding {
  readonly now: Date;
  /** Answers of the present study day that stand. */
  readonly answersToday: number;
  /** The last answer or question put, whichever is later; null before the first. */
  readonly lastDoneAt: Date | null;
  /** Pushes sent since the learner last answered anything, or chose anything in the schedule. */
  readonly unanswered: number;
  /** Days since the last push that was sent; null when there was none. */
  readonly daysSinceLast: number | null;
  /** The push is not to be sent any more. */
  readonly isTooLate: boolean;
}

const byDate = ({ learnerId, localDate }: ClaimedPush): SQL =>
  sql`pushes.learner_id = ${learnerId} and pushes.local_date = ${localDate}`;

const held = (push: ClaimedPush, status: 'claimed' | 'sending'): SQL =>
  sql`${byDate(push)} and pushes.held_until = ${push.heldUntil.toISOString()} and pushes.status = ${status}`;

/** The present of the caller, or of the database when that is null. */
const momentOf = (now: Date | null): SQL =>
  now === null ? sql`now()` : sql`${now.toISOString()}::timestamptz`;

/** Everything a push is decided by, in one statement. */
export async function standingOf(
  db: Database,
  push: ClaimedPush,
  now: Date | null,
): Promise<PushStanding> {
  const moment = momentOf(now);
  const { learnerId, localDate } = push;
  const today = studyDay(moment, sql`learners.time_zone`);
  const lastDay = sql`(select max(study_day) from reviews where learner_id = ${learnerId})`;
  const { rows } = await db.execute<StandingRow>(sql`
    with answered as (
      select max(reviewed_at) as last_at from reviews where learner_id = ${learnerId} and study_day = ${lastDay}
    ), asked as (
      select max(t.asked_at) as last_at from sessions n join steps t on t.learner_id = n.learner_id and t.session_id = n.id
      where n.learner_id = ${learnerId} and n.closed_at is null and n.paused_at is null
        and not exists (select from pushes where learner_id = ${learnerId} and session_id = n.id)
    ), earlier as (
      select local_date, sent_at from pushes
      where learner_id = ${learnerId} and local_date < ${localDate} and status in ('sending', 'sent')
    )
    select (${moment})::text as now,
      (select count(*)::int from counted_reviews where learner_id = ${learnerId} and study_day = ${today}) as "answersToday",
      greatest(answered.last_at, asked.last_at)::text as "lastDoneAt",
      (select count(*)::int from earlier where sent_at > coalesce(answered.last_at, '-infinity')
        and sent_at > coalesce(schedules.chosen_at, '-infinity')) as unanswered,
      (select ${localDate}::date - max(local_date) from earlier) as "daysSinceLast",
      ${push.dueAt.toISOString()}::timestamptz <= ${moment} - interval '90 minutes' as "isTooLate"
    from answered, asked, learners left join schedules on schedules.learner_id = learners.id
    where learners.id = ${learnerId}`);
  const row = rows[0];
  if (row === undefined) throw new Error('a push of nobody');
  const { now: at, lastDoneAt, ...standing } = row;
  return {
    ...standing,
    now: new Date(at),
    lastDoneAt: lastDoneAt === null ? null : new Date(lastDoneAt),
  };
}

/** Drizzle leaves instants of its own SQL as text. */
type StandingRow = Omit<PushStanding, 'now' | 'lastDoneAt'> & {
  readonly now: string;
  readonly lastDoneAt: string | null;
};

/** Nobody takes the push up before this moment; it is decided anew then. */
export async function holdPush(db: Database, push: ClaimedPush, until: Date): Promise<void> {
  await db.execute(
    sql`update pushes set held_until = ${until.toISOString()} where ${held(push, 'claimed')}`,
  );
}

/** A push of nobody. */
export async function deletePush(db: Database, push: ClaimedPush): Promise<void> {
  await db.execute(sql`delete from pushes where ${byDate(push)}`);
}

/** Nothing is sent on this date. */
export async function skipPush(
  db: Database,
  push: ClaimedPush,
  reason: SkipReason | 'late',
): Promise<void> {
  const status = reason === 'late' ? 'missed' : 'skipped';
  const why = reason === 'late' ? null : reason;
  await db.execute(
    sql`update pushes set status = ${status}, reason = ${why} where ${held(push, 'claimed')}`,
  );
}

/**
 * From here on the push counts as sent; `session` is the sitting it carries. False when it is somebody else's by now or
 * when Telegram has asked for a pause: then nothing is to be sent.
 */
export async function beginPush(
  tx: Transaction | Database,
  push: ClaimedPush,
  { session, now }: { session: string | null; now: Date | null },
): Promise<boolean> {
  const moment = momentOf(now);
  const { rowCount } = await tx.execute(sql`
    update pushes set status = 'sending', session_id = ${session}, sent_at = ${moment}, message_id = null
    where ${held(push, 'claimed')} and not exists (select from telegram_pause where until > ${moment})`);
  return rowCount === 1;
}

/** Telegram has taken it: the push stands on the screen, and so does the question it carries. */
export async function markPushSent(
  db: Database,
  push: ClaimedPush,
  messageId: number,
): Promise<void> {
  await db.execute(sql`
    with sent as (
      update pushes set status = 'sent', message_id = ${messageId} where ${held(push, 'sending')}
      returning learner_id, session_id
    )
    update steps set message_id = ${messageId} from sent
    where steps.learner_id = sent.learner_id and steps.session_id = sent.session_id and steps.position = 1`);
}

/** Messages of earlier pushes whose question was never answered, newest first. */
export async function unansweredMessages(db: Database, push: ClaimedPush): Promise<number[]> {
  const { rows } = await db.execute<{ messageId: number }>(sql`
    select p.message_id::float8 as "messageId" from pushes p
    join steps t on t.learner_id = p.learner_id and t.session_id = p.session_id and t.position = 1
    where p.learner_id = ${push.learnerId} and p.local_date < ${push.localDate} and p.message_id is not null
      and t.answered_at is null
    order by p.local_date desc`);
  return rows.map(({ messageId }) => messageId);
}

/** These messages of earlier pushes are gone from the chat, or have lost their buttons. */
export async function forgetMessages(
  db: Database,
  push: ClaimedPush,
  messageIds: readonly number[],
): Promise<void> {
  await db.execute(sql`
    update pushes set message_id = null where learner_id = ${push.learnerId} and message_id in ${[...messageIds]}`);
}
