/** A database of one's own for a test: a clone of the migrated template, or an empty one; gone afterwards. */
import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { openPool, overPool, type OpenDatabase } from '../../src/db/database.js';
import { createLog } from '../../src/log.js';

export interface TestDatabase extends Omit<OpenDatabase, 'doorway'> {
  /** For tests that connect by themselves. */
  readonly url: string;
}

/** Clones the template. `close` drops the clone, whoever is still connected. */
export async function openTestDatabase(): Promise<TestDatabase> {
  const database = await createDatabase(given('TEST_POSTGRES_TEMPLATE'));
  const connection = { connectionString: database.url };
  const pool = openPool(connection, { size: 5, log: createLog('silent') });
  const close = async () => {
    await pool.end();
    await database.drop();
  };
  return { url: database.url, pool, db: overPool(pool), close };
}

/** Runs a test with a clone of the template. */
export async function withDatabase<T>(use: (database: TestDatabase) => Promise<T>): Promise<T> {
  const database = await openTestDatabase();
  return use(database).finally(() => database.close());
}

/** Runs a test with the address of a database that has no tables yet. */
export async function withEmptyDatabase<T>(use: (url: string) => Promise<T>): Promise<T> {
  const database = await createDatabase('template1');
  return use(database.url).finally(() => database.drop());
}

async function createDatabase(template: string): Promise<{ url: string; drop(): Promise<void> }> {
  const name = `konspekt_test_${randomBytes(6).toString('hex')}`;
  await onServer(`create database ${name} template ${template}`);
  const url = new URL(given('TEST_POSTGRES_URL'));
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => onServer(`drop database ${name} with (force)`) };
}

async function onServer(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: given('TEST_POSTGRES_URL') });
  await client.connect();
  await client.query(statement).finally(() => client.end());
}

function given(name: string): string {
  const value = process.env[name];
  if (value === undefined)
    throw new Error(`${name} is not set: run this test with the global setup`);
  return value;
}
