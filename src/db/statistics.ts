/** Answers by day and by week, always counted from the reviews that stand. */
import { and, eq, gte, sql } from 'drizzle-orm';
import { studyDay } from './clock.js';
import type { Database } from './database.js';
import type { LearnerToday } from './learners.js';
import { countedReviews } from './schema/memory.js';

/** Answers on each study day since this one; days without answers are not there. */
export async function answersByDay(
  db: Database,
  learnerId: number,
  since: string,
): Promise<Map<string, number>> {
  const { studyDay: day } = countedReviews;
  const rows = await db
    .select({ day, answers: sql<number>`count(*)::int` })
    .from(countedReviews)
    .where(and(eq(countedReviews.learnerId, learnerId), gte(day, since)))
    .groupBy(day);
  return new Map(rows.map((row) => [row.day, row.answers]));
}

/**
 * Facts asked again in each week since this day, by the week's Monday. An answer counts when the one before it was given
 * on an earlier study day: a mistake that comes back in the same sitting says nothing about memory.
 */
export async function memoryByWeek(
  db: Database,
  learner: LearnerToday,
  since: string,
): Promise<Map<string, { asked: number; kept: number }>> {
  const { learnerId, studyDay: day, before, result } = countedReviews;
  const asked = studyDay(sql`(${before} ->> 'lastReview')::timestamptz`, sql`${learner.timeZone}`);
  const rows = await db
    .select({
      monday: sql<string>`date_trunc('week', ${day})::date::text`,
      asked: sql<number>`count(*)::int`,
      kept: sql<number>`count(*) filter (where ${result} <> 'wrong')::int`,
    })
    .from(countedReviews)
    .where(and(eq(learnerId, learner.id), gte(day, since), sql`${asked} < ${day}`))
    .groupBy(sql`1`);
  return new Map(rows.map(({ monday, ...counts }) => [monday, counts]));
}
