/** What people looked for and no notes have: how often, never who. */
import { desc, sql } from 'drizzle-orm';
import type { Database } from './database.js';
import { missingQueries } from './schema/look-ups.js';

export interface MissingQuery {
  readonly query: string;
  readonly times: number;
  readonly lastAskedAt: Date;
}

/** Counts a look-up that found nothing. */
export async function countMissing(db: Database, query: string, now: Date): Promise<void> {
  await db
    .insert(missingQueries)
    .values({ query, times: 1, lastAskedAt: now })
    .onConflictDoUpdate({
      target: missingQueries.query,
      set: { times: sql`${missingQueries.times} + 1`, lastAskedAt: now },
    });
}

/** What is missed most, the most often asked first. */
export async function mostMissed(db: Database, limit: number): Promise<MissingQuery[]> {
  const { query, times, lastAskedAt } = missingQueries;
  return db
    .select()
    .from(missingQueries)
    .orderBy(desc(times), desc(lastAskedAt), query)
    .limit(limit);
}
