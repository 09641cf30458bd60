/** Updates that could not be handled, for whoever runs the bot: how many, which, and once more. */
import { and, inArray, isNotNull, isNull } from 'drizzle-orm';
import type { Database } from './database.js';
import { inbox } from './schema/updates.js';

/** How many updates wait, and how many are set aside. */
export async function countInbox(db: Database): Promise<{ waiting: number; setAside: number }> {
  const [waiting, setAside] = await Promise.all([
    db.$count(inbox, and(isNull(inbox.handledAt), isNull(inbox.failedAt))),
    db.$count(inbox, isNotNull(inbox.failedAt)),
  ]);
  return { waiting, setAside };
}

/** An update set aside, without what was written in it. */
export interface SetAside {
  readonly updateId: number;
  readonly error: string | null;
  readonly receivedAt: Date;
  readonly failedAt: Date;
}

/** What is set aside, the newest first. */
export async function listSetAside(db: Database, limit: number): Promise<SetAside[]> {
  const { rows } = await db.$client.query<SetAside>(
    `select update_id::float8 as "updateId", error, received_at as "receivedAt", failed_at as "failedAt"
     from inbox where failed_at is not null order by failed_at desc, update_id desc limit $1`,
    [limit],
  );
  return rows;
}

/** Lets what was set aside be handled once more: these updates, or all. The running bot takes them up by itself. */
export async function replaySetAside(
  db: Database,
  updateIds: readonly number[] | 'all',
): Promise<number> {
  const result = await db
    .update(inbox)
    .set({ failedAt: null, error: null, attempts: 0 })
    .where(
      and(
        isNotNull(inbox.failedAt),
        updateIds === 'all' ? undefined : inArray(inbox.updateId, [...updateIds]),
      ),
    );
  return result.rowCount ?? 0;
}
