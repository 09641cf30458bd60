import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { DatabaseError } from '../../src/db/database-error.js';
import { migrate, MIGRATIONS_FOLDER } from '../../src/db/migrate.js';
import { withEmptyDatabase } from '../support/database.js';

interface Journal {
  entries: { idx: number; version: string; when: number; tag: string; breakpoints: boolean }[];
}

const readJournal = (folder: string) =>
  JSON.parse(readFileSync(join(folder, 'meta/_journal.json'), 'utf8')) as Journal;

/** A copy of the migrations that a test may change; `add` appends one. */
async function withFolder(
  use: (folder: string, add: (sql: string, when: number) => void) => Promise<void>,
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'konspekt-drizzle-'));
  cpSync(MIGRATIONS_FOLDER, folder, { recursive: true });
  const add = (sql: string, when: number) => {
    const journal = readJournal(folder);
    const tag = `${journal.entries.length}_added`;
    journal.entries.push({
      idx: journal.entries.length,
      version: '7',
      when,
      tag,
      breakpoints: true,
    });
    writeFileSync(join(folder, `${tag}.sql`), sql);
    writeFileSync(join(folder, 'meta/_journal.json'), JSON.stringify(journal));
  };
  await use(folder, add).finally(() => rmSync(folder, { recursive: true }));
}

async function query<Row extends pg.QueryResultRow>(url: string, sql: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<Row>(sql).finally(() => client.end());
  return rows;
}

const newest = Math.max(...readJournal(MIGRATIONS_FOLDER).entries.map(({ when }) => when));

test('six processes may start at once on an empty database', async () => {
  await withEmptyDatabase(async (url) => {
    const starts = Array.from({ length: 6 }, () => migrate({ connectionString: url }));
    const counts = await Promise.all(starts);
    const all = readJournal(MIGRATIONS_FOLDER).entries.length;
    expect(counts.reduce((sum, count) => sum + count)).toBe(all);
    const rows = await query(url, 'select hash from drizzle.__drizzle_migrations');
    expect(rows).toHaveLength(all);
    await query(url, 'select * from learners');
  });
});

test('a database that is up to date is only read', async () => {
  await withEmptyDatabase(async (url) => {
    await migrate({ connectionString: url });
    const readOnly = { connectionString: url, options: '-c default_transaction_read_only=on' };
    expect(await migrate(readOnly)).toBe(0);
  });
});

test('an older schema is brought up to date and keeps its rows', async () => {
  await withEmptyDatabase(async (url) => {
    await migrate({ connectionString: url });
    await query(url, `insert into learners values (7, 'Europe/Moscow', null, 10, 10, now())`);
    await withFolder(async (folder, add) => {
      add('alter table learners add column nickname text', newest + 1000);
      expect(await migrate({ connectionString: url }, folder)).toBe(1);
    });
    const rows = await query(url, 'select id, nickname from learners');
    expect(rows).toEqual([{ id: '7', nickname: null }]);
  });
});

test('a schema from a newer version is refused and left as it is', async () => {
  await withEmptyDatabase(async (url) => {
    await withFolder(async (folder, add) => {
      add('create table tomorrow (id int)', newest + 1000);
      await migrate({ connectionString: url }, folder);
    });
    await expect(migrate({ connectionString: url })).rejects.toThrow(/newer version/);
    await expect(migrate({ connectionString: url })).rejects.toThrow(DatabaseError);
    await query(url, 'select * from tomorrow');
  });
});

test('a migration that slipped in before an applied one is not skipped in silence', async () => {
  await withEmptyDatabase(async (url) => {
    await migrate({ connectionString: url });
    await withFolder(async (folder, add) => {
      add('create table forgotten (id int)', newest - 1000);
      await expect(migrate({ connectionString: url }, folder)).rejects.toThrow(/out of order/);
    });
  });
});

test('a migration that fails changes nothing', async () => {
  await withEmptyDatabase(async (url) => {
    await withFolder(async (folder, add) => {
      add('create table half (id int);\n--> statement-breakpoint\nselect 1 / 0', newest + 1000);
      await expect(migrate({ connectionString: url }, folder)).rejects.toThrow();
    });
    const tables = await query(url, `select * from pg_tables where schemaname = 'public'`);
    expect(tables).toEqual([]);
    expect(await migrate({ connectionString: url })).toBeGreaterThan(0);
  });
});
