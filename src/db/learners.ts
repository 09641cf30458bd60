/** People: a row appears with the first thing they do. */
import { and, eq, isNull, or, sql } from 'drizzle-orm';
import { studyDay } from './clock.js';
import type { Database, Transaction } from './database.js';
import { decks } from './schema/decks.js';
import { learners } from './schema/learners.js';

/** What the use cases need of a learner, with today in their own calendar. */
export interface LearnerToday {
  readonly id: number;
  readonly timeZone: string;
  readonly deckId: string | null;
  readonly dailyGoal: number;
  readonly newPerDay: number;
  /** Questions a day until the pile after a break is gone; null for as many as ever. */
  readonly catchUpGoal: number | null;
  /** The study day on which questions come again after /pause, ISO; null when nobody has asked for a rest. */
  readonly restUntil: string | null;
  /** Questions to be typed are asked too. */
  readonly isTyping: boolean;
  /** «Дальше» under every verdict. */
  readonly isPacing: boolean;
  /** The present study day, ISO. */
  readonly today: string;
  /** Between 0:00 and 4:00: the study day that ends is still yesterday's date. */
  readonly isNight: boolean;
  /** Facts answered for the first time in the present study day. */
  readonly newToday: number;
  /** Study day of the last answer, ISO; null before the first one. */
  readonly lastStudyDay: string | null;
  /** The last study day with an answer before the present one. */
  readonly previousStudyDay: string | null;
}

/** Makes the learner known; an existing row is left alone. */
export async function addLearner(
  db: Database,
  learner: { id: number; timeZone: string; now: Date },
): Promise<void> {
  await db
    .insert(learners)
    .values({ id: learner.id, timeZone: learner.timeZone, createdAt: learner.now })
    .onConflictDoNothing();
}

/** The learner as of `now`; null for a stranger. */
export async function learnerToday(
  db: Database,
  id: number,
  now: Date,
): Promise<LearnerToday | null> {
  // Names spelled out: Drizzle drops the table from columns of a select over one table.
  const today = studyDay(now, sql`learners.time_zone`);
  const mine = sql`from counted_reviews r where r.learner_id = learners.id`;
  // One step back along the index, however many answers there are.
  const latest = sql`order by r.study_day desc limit 1`;
  const localTime = sql`${now.toISOString()}::timestamptz at time zone learners.time_zone`;
  const [row] = await db
    .select({
      id: learners.id,
      timeZone: learners.timeZone,
      deckId: learners.deckId,
      dailyGoal: learners.dailyGoal,
      newPerDay: learners.newPerDay,
      catchUpGoal: learners.catchUpGoal,
      restUntil: learners.restUntil,
      isTyping: learners.isTyping,
      isPacing: learners.isPacing,
      today: sql<string>`${today}::text`,
      isNight: sql<boolean>`extract(hour from ${localTime}) < 4`,
      newToday: sql<number>`(select count(*)::int ${mine} and r.study_day = ${today} and (r.before ->> 'reps')::int = 0)`,
      lastStudyDay: sql<string | null>`(select r.study_day::text ${mine} ${latest})`,
      previousStudyDay: sql<
        string | null
      >`(select r.study_day::text ${mine} and r.study_day < ${today} ${latest})`,
    })
    .from(learners)
    .where(eq(learners.id, id));
  return row ?? null;
}

/** The deck the learner chose; null for a stranger and for who has chosen none. */
export async function chosenDeck(db: Database, id: number): Promise<string | null> {
  const [row] = await db
    .select({ deckId: learners.deckId })
    .from(learners)
    .where(eq(learners.id, id));
  return row?.deckId ?? null;
}

/** Remembers which deck /quiz asks from. */
export async function setDeck(
  db: Database | Transaction,
  id: number,
  deckId: string,
): Promise<void> {
  await db.update(learners).set({ deckId }).where(eq(learners.id, id));
}

/** A larger goal until the pile is gone; null ends it. */
export async function setCatchUpGoal(db: Database, id: number, goal: number | null): Promise<void> {
  await db.update(learners).set({ catchUpGoal: goal }).where(eq(learners.id, id));
}

/** Decks a learner may see: the built-in ones, their own, and those shared with them. */
export const isVisibleTo = (learnerId: number) =>
  and(
    isNull(decks.archivedAt),
    or(
      isNull(decks.ownerId),
      and(eq(decks.ownerId, learnerId), isNull(decks.leftAt)),
      sql`exists (select 1 from shares s where s.learner_id = ${learnerId} and s.deck_id = decks.id)`,
    ),
  );
