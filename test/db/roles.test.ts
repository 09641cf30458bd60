/** The roles of docs/roles.sql, typed as an operator would: the bot works with the least of them, and can do no more. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { addLearner } from '../../src/db/learners.js';
import { checkSchema } from '../../src/db/migrate.js';
import { openDatabase, type OpenDatabase } from '../../src/db/database.js';
import { inboxStore } from '../../src/db/inbox.js';
import { createLog } from '../../src/log.js';
import { withEmptyDatabase } from '../support/database.js';

const SQL = readFileSync(join(import.meta.dirname, '../../docs/roles.sql'), 'utf8');
const now = new Date('2026-03-01T12:00:00Z');

async function asOwner<T>(url: string, use: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return use(client).finally(() => client.end());
}

/** Runs a test with addresses for the three roles, under names of this run's own. */
async function withRoles(
  use: (urls: Record<'app' | 'migrator' | 'reader', string>) => Promise<void>,
) {
  await withEmptyDatabase(async (url) => {
    const suffix = randomBytes(4).toString('hex');
    const database = new URL(url).pathname.slice(1);
    const name = (role: string) => `konspekt_${role}_${suffix}`;
    const roles = ['migrator', 'app', 'reader'] as const;
    const sql = SQL.replace(/konspekt_(migrator|app|reader)/g, (_, role: string) =>
      name(role),
    ).replace(/ on database konspekt /g, ` on database ${database} `);
    await asOwner(url, async (owner) => {
      await owner.query(sql);
      for (const role of roles) await owner.query(`alter role ${name(role)} password 'secret'`);
    });
    const urls = roles.map((role) => {
      const address = new URL(url);
      address.username = name(role);
      address.password = 'secret';
      return [role, address.href];
    });
    try {
      await use(Object.fromEntries(urls) as Parameters<typeof use>[0]);
    } finally {
      await asOwner(url, async (owner) => {
        for (const role of roles) await owner.query(`drop owned by ${name(role)} cascade`);
        for (const role of roles) await owner.query(`drop role ${name(role)}`);
      });
    }
  });
}

const open = (url: string, migrationUrl?: string): Promise<OpenDatabase> =>
  openDatabase(
    { kind: 'url', url, poolSize: 2, patienceMs: 1_000, ...(migrationUrl && { migrationUrl }) },
    createLog('silent'),
  );

test('the bot runs with rights to rows alone, once another role has made the tables', async () => {
  await withRoles(async ({ app, migrator, reader }) => {
    await expect(open(app)).rejects.toThrow(/could not be brought to the schema/);
    const database = await open(app, migrator);
    const { db, pool } = database;
    try {
      await addLearner(db, { id: 1, timeZone: 'Europe/Moscow', now });
      const store = inboxStore(db);
      const taker = { owner: 'a', leaseMs: 1_000, receivedAt: now, holds: () => false };
      await store.add([{ learnerId: 1, updateId: 1, payload: '{}' }], taker);
      await store.letGo('a');
      expect(await checkSchema(pool)).toBe(true);
      for (const forbidden of [
        'create table mine (id int)',
        'alter table learners add column x int',
        'drop table reviews',
        'truncate learners cascade',
        'delete from drizzle.__drizzle_migrations',
        'create schema mine',
        'create role another',
        'copy learners to program $$cat$$',
      ]) {
        await expect(pool.query(forbidden)).rejects.toThrow(/permission denied|must be owner/);
      }
    } finally {
      await database.close();
    }
    // A later start of the same version needs the migrator no more.
    await (await open(app)).close();

    await asOwner(reader, async (client) => {
      expect((await client.query('select * from learners')).rowCount).toBe(1);
      await expect(client.query('delete from learners')).rejects.toThrow(
        /read-only|permission denied/,
      );
    });
  });
});
