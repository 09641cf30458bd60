/**
 * Rows that are of no more use to anybody, taken away in bounded batches: what became of old pushes and imports, look-ups
 * in vain that nobody has repeated, the book of a year ago. Progress is not among them.
 */
import type { Database } from './database.js';

const DAY_MS = 86_400_000;
const AT_ONCE = 5_000;

/** A table, the rows of it that are over, and for how many days they are kept. */
interface Leftover {
  readonly table: string;
  /** `$1` is the instant before which they are old. */
  readonly where: string;
  readonly days: number;
}

const leftovers: readonly Leftover[] = [
  { table: 'pushes', where: `due_at < $1 and status in ('skipped', 'missed')`, days: 30 },
  // They tell how long a learner has been silent: seven of them, one a week, end the schedule.
  { table: 'pushes', where: 'due_at < $1', days: 60 },
  // Also the text of notes that nobody has said what to do with.
  { table: 'imports', where: 'received_at < $1', days: 90 },
  { table: 'missing_queries', where: 'last_asked_at < $1', days: 180 },
  { table: 'audit', where: 'at < $1', days: 365 },
];

/** Takes them away; gives how many rows went. Processes that sweep at the same time share the work. */
export async function sweepOld(db: Database, now: Date): Promise<number> {
  let swept = 0;
  for (const leftover of leftovers) swept += await sweepTable(db, leftover, now);
  return swept;
}

async function sweepTable(
  db: Database,
  { table, where, days }: Leftover,
  now: Date,
): Promise<number> {
  const before = new Date(now.getTime() - days * DAY_MS);
  let swept = 0;
  for (let gone = AT_ONCE; gone === AT_ONCE;) {
    const { rowCount } = await db.$client.query(
      `delete from ${table} where ctid = any(array(
        select ctid from ${table} where ${where} limit $2 for update skip locked))`,
      [before, AT_ONCE],
    );
    gone = rowCount ?? 0;
    swept += gone;
  }
  return swept;
}
