/**
 * The pause Telegram has asked for with a 429, in one row that all processes read: whoever sends of its own accord
 * (not in answer to somebody) waits until it is over. `now` null: the clock of the database.
 */
import type { Database } from './database.js';

/** Until when nothing is to be sent; null when there is no pause. */
export async function pausedUntil(db: Database, now: Date | null): Promise<Date | null> {
  const { rows } = await db.$client.query<{ until: Date }>({
    name: 'read-pause',
    text: 'select until from telegram_pause where until > coalesce($1, now())',
    values: [now],
  });
  return rows[0]?.until ?? null;
}

/** Pauses everybody for so many seconds from now; a longer pause stays. */
export async function pauseFor(db: Database, seconds: number, now: Date | null): Promise<void> {
  await db.$client.query({
    name: 'write-pause',
    text: `
      insert into telegram_pause (id, until) values (1, coalesce($2, now()) + make_interval(secs => $1))
      on conflict (id) do update set until = greatest(telegram_pause.until, excluded.until)`,
    values: [seconds, now],
  });
}
