/** Counters, always recounted from the reviews: nothing here can drift from what was answered. */
import { and, eq, gte, sql } from 'drizzle-orm';
import type { Database } from './database.js';
import type { LearnerToday } from './learners.js';
import { countedReviews } from './schema/memory.js';

/** Answers of the present study day and of the present week (from Monday). */
export async function countAnswers(
  db: Database,
  learner: LearnerToday,
): Promise<{ today: number; rightToday: number; thisWeek: number }> {
  const monday = sql`date_trunc('week', ${learner.today}::date)::date`;
  const isToday = sql`${countedReviews.studyDay} = ${learner.today}::date`;
  const [row] = await db
    .select({
      today: sql<number>`count(*) filter (where ${isToday})::int`,
      rightToday: sql<number>`count(*) filter (where ${isToday} and ${countedReviews.result} <> 'wrong')::int`,
      thisWeek: sql<number>`count(*)::int`,
    })
    .from(countedReviews)
    .where(and(eq(countedReviews.learnerId, learner.id), gte(countedReviews.studyDay, monday)));
  return row ?? { today: 0, rightToday: 0, thisWeek: 0 };
}
