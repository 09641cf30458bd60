/** How far behind the daily questions are, for whoever watches the bot. */
import type { Database } from './database.js';

/** Age of the oldest push that is due and not taken up, in seconds; 0 when none is. */
export async function pushDueSeconds(db: Database, now: Date): Promise<number> {
  const { rows } = await db.$client.query<{ seconds: number }>(
    `select coalesce(extract(epoch from $1::timestamptz - min(next_due_at)), 0)::float8 as seconds
     from schedules where next_due_at <= $1`,
    [now],
  );
  return rows[0]?.seconds ?? 0;
}
