/** People: a row appears with the first thing they do. */
import { and, eq, isNull, or, sql } from 'drizzle-orm';
import { studyDay } from './clock.js';
import type { Database } from './database.js';
import { decks, learners } from './schema.js';

/** What the use cases need of a learner, with today in their own calendar. */
export interface LearnerToday {
  readonly id: number;
  readonly timeZone: string;
  readonly deckId: string | null;
  readonly dailyGoal: number;
  readonly newPerDay: number;
  /** The present study day, ISO. */
  readonly today: string;
  /** Between 0:00 and 4:00: the study day that ends is still yesterday's date. */
  readonly isNight: boolean;
  readonly answersEver: number;
  /** Facts answered for the first time in the present study day. */
  readonly newToday: number;
  /** Study day of the last answer, ISO; null before the first one. */
  readonly lastStudyDay: string | null;
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
  const mine = sql`from reviews r where r.learner_id = learners.id`;
  const localTime = sql`${now.toISOString()}::timestamptz at time zone learners.time_zone`;
  const [row] = await db
    .select({
      id: learners.id,
      timeZone: learners.timeZone,
      deckId: learners.deckId,
      dailyGoal: learners.dailyGoal,
      newPerDay: learners.newPerDay,
      today: sql<string>`${today}::text`,
      isNight: sql<boolean>`extract(hour from ${localTime}) < 4`,
      answersEver: sql<number>`(select count(*)::int ${mine})`,
      newToday: sql<number>`(select count(*)::int ${mine} and r.number = 1 and r.study_day = ${today})`,
      lastStudyDay: sql<string | null>`(select max(r.study_day)::text ${mine})`,
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
export async function setDeck(db: Database, id: number, deckId: string): Promise<void> {
  await db.update(learners).set({ deckId }).where(eq(learners.id, id));
}

/** Decks a learner may see: the built-in ones and their own. */
export const isVisibleTo = (learnerId: number) =>
  and(isNull(decks.archivedAt), or(isNull(decks.ownerId), eq(decks.ownerId, learnerId)));
