/**
 * Brings a database to the schema of this version. In: how to connect, and the folder drizzle-kit writes. Any number of
 * processes may start at once: drizzle's `migrate()` takes no lock and fails then, so it runs under an advisory lock on
 * the same connection. A database that is up to date is only read; one from a newer version is refused untouched.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { drizzle } from 'drizzle-orm/node-postgres';
import { migrate as runMigrations } from 'drizzle-orm/node-postgres/migrator';
import pg from 'pg';
import { DatabaseError } from './database-error.js';
import { MIGRATION_LOCK } from './lock-keys.js';

/** Where the generated SQL is, from `src/db` and from `dist/db` alike. */
export const MIGRATIONS_FOLDER = fileURLToPath(new URL('../../drizzle', import.meta.url));

interface Journal {
  readonly entries: readonly { readonly when: number }[];
}

/** Migrates; how many migrations were new. Throws `DatabaseError` when the schema is newer than this version. */
export async function migrate(
  connection: pg.ClientConfig,
  folder: string = MIGRATIONS_FOLDER,
): Promise<number> {
  const known = knownMigrations(folder);
  const client = new pg.Client({ ...connection, application_name: 'konspekt-bot migration' });
  // A connection that breaks also rejects the query that was waiting; without a listener it would end the process.
  client.on('error', () => undefined);
  await client.connect();
  try {
    if (missing(known, await appliedMigrations(client)).length === 0) return 0;
    await lock(client);
    const wanted = missing(known, await appliedMigrations(client)).length;
    if (wanted > 0) await runMigrations(drizzle(client), { migrationsFolder: folder });
    return wanted;
  } finally {
    await client.end();
  }
}

/** Does the database have everything this version needs? A newer version may have added to it meanwhile. */
export async function checkSchema(
  pool: pg.Pool,
  folder: string = MIGRATIONS_FOLDER,
): Promise<boolean> {
  const applied = await appliedMigrations(pool);
  return knownMigrations(folder).every((when) => applied.includes(when));
}

/** Waiting for another process is patient; a change waiting for a table is not, for everyone queues behind it. */
async function lock(client: pg.Client): Promise<void> {
  await client.query(`set statement_timeout = 0; set lock_timeout = '60s'`);
  try {
    await client.query('select pg_advisory_lock($1, $2)', [...MIGRATION_LOCK]);
  } catch (error) {
    throw (error as { code?: string }).code === LOCK_NOT_AVAILABLE
      ? new DatabaseError('Another process has been migrating the database for over a minute.')
      : error;
  }
  await client.query(`set lock_timeout = '5s'`);
}

const LOCK_NOT_AVAILABLE = '55P03';

function knownMigrations(folder: string): number[] {
  const journal = JSON.parse(readFileSync(`${folder}/meta/_journal.json`, 'utf8')) as Journal;
  return journal.entries.map(({ when }) => when);
}

async function appliedMigrations(client: pg.Client | pg.Pool): Promise<number[]> {
  const table = await client.query<{ exists: boolean }>(
    `select to_regclass('drizzle.__drizzle_migrations') is not null as exists`,
  );
  if (table.rows[0]?.exists !== true) return [];
  const { rows } = await client.query<{ when: string }>(
    'select created_at as "when" from drizzle.__drizzle_migrations',
  );
  return rows.map(({ when }) => Number(when));
}

/** What is left to apply. Drizzle compares with the newest applied one only and would skip an older one silently. */
function missing(known: readonly number[], applied: readonly number[]): number[] {
  if (applied.some((when) => !known.includes(when))) {
    throw new DatabaseError(
      'The database was made by a newer version of the bot: start that version, or use another database.',
    );
  }
  const newest = Math.max(...applied);
  const left = known.filter((when) => !applied.includes(when));
  if (left.some((when) => when < newest)) {
    throw new DatabaseError(
      'The migrations in drizzle/ are out of order: one was added before an applied one.',
    );
  }
  return left;
}
