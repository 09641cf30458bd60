/**
 * The pauses that all processes read: the one Telegram has asked for with a 429, and the one of whoever runs the bot. Who
 * sends of its own accord (not in answer to somebody) waits until both are over. `now` null: the clock of the database.
 */
import type { Database } from './database.js';

/** Whose row it is. */
const TELEGRAM = 1;
const ADMIN = 2;

/** An admin's pause has no end of its own. */
const ENDLESS = '9999-01-01T00:00:00Z';

/** Until when nothing is to be sent; null when there is no pause. */
export async function pausedUntil(db: Database, now: Date | null): Promise<Date | null> {
  const { rows } = await db.$client.query<{ until: Date | null }>({
    name: 'read-pause',
    text: 'select max(until) as until from telegram_pause where until > coalesce($1, now())',
    values: [now],
  });
  return rows[0]?.until ?? null;
}

/** Pauses everybody for so many seconds from now, at Telegram's word; a longer pause stays. */
export async function pauseFor(db: Database, seconds: number, now: Date | null): Promise<void> {
  await db.$client.query({
    name: 'write-pause',
    text: `
      insert into telegram_pause (id, until) values (${TELEGRAM}, coalesce($2, now()) + make_interval(secs => $1))
      on conflict (id) do update set until = greatest(telegram_pause.until, excluded.until)`,
    values: [seconds, now],
  });
}

/** Pauses everybody until `endAdminPause`. */
export async function beginAdminPause(db: Database): Promise<void> {
  await db.$client.query(
    `insert into telegram_pause (id, until) values (${ADMIN}, $1) on conflict do nothing`,
    [ENDLESS],
  );
}

/** False when there was no such pause. */
export async function endAdminPause(db: Database): Promise<boolean> {
  const { rowCount } = await db.$client.query(`delete from telegram_pause where id = ${ADMIN}`);
  return rowCount === 1;
}

/** Has an admin paused everybody? */
export async function isPausedByAdmin(db: Database): Promise<boolean> {
  const { rowCount } = await db.$client.query(`select from telegram_pause where id = ${ADMIN}`);
  return rowCount === 1;
}
