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

/** Pushes that are due and not taken up, and the age of the oldest one in seconds. */
export async function pushBacklog(
  db: Database,
  now: Date,
): Promise<{ due: number; lateSeconds: number }> {
  const { rows } = await db.$client.query<{ due: number; lateSeconds: number }>(
    `select count(*)::int as due, coalesce(extract(epoch from $1::timestamptz - min(due_at)), 0)::float8 as "lateSeconds"
     from (
       select next_due_at as due_at from schedules where next_due_at <= $1
       union all
       select due_at from pushes where status = 'claimed' and held_until <= $1
     ) waiting`,
    [now],
  );
  return rows[0] ?? { due: 0, lateSeconds: 0 };
}
