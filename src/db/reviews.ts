/** Counters, always recounted from the reviews: nothing here can drift from what was answered. */
import { eq, sql } from 'drizzle-orm';
import type { Database } from './database.js';
import type { LearnerToday } from './learners.js';
import { reviews } from './schema.js';

/** Answers of the present study day and of the present week (from Monday). */
export async function countAnswers(
  db: Database,
  learner: LearnerToday,
): Promise<{ today: number; rightToday: number; thisWeek: number }> {
  const isToday = sql`${reviews.studyDay} = ${learner.today}::date`;
  const [row] = await db
    .select({
      today: sql<number>`count(*) filter (where ${isToday})::int`,
      rightToday: sql<number>`count(*) filter (where ${isToday} and ${reviews.result} <> 'wrong')::int`,
      thisWeek: sql<number>`count(*) filter (where ${reviews.studyDay} >= date_trunc('week', ${learner.today}::date)::date)::int`,
    })
    .from(reviews)
    .where(eq(reviews.learnerId, learner.id));
  return row ?? { today: 0, rightToday: 0, thisWeek: 0 };
}
