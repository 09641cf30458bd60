/** The list of what is a learner's, held against the live schema. */
import { sql } from 'drizzle-orm';
import { belongings, deleteBelongings, readBelongings } from '../../src/db/belongings.js';
import { openTestDatabase, type TestDatabase } from '../support/database.js';

const ANNA = 1001;
const NOW = new Date('2026-05-20T09:00:00Z');

let database: TestDatabase;
beforeAll(async () => void (database = await openTestDatabase()));
afterAll(() => database.close());

interface Column {
  readonly table: string;
  readonly column: string;
  readonly type: string;
  readonly needed: boolean;
}

const columns = async (): Promise<readonly Column[]> =>
  (
    await database.pool.query<Column>(
      `select c.table_name as table, c.column_name as column, c.data_type as type,
         c.is_nullable = 'NO' and c.column_default is null as needed
       from information_schema.columns c
       join information_schema.tables t using (table_schema, table_name)
       where c.table_schema = 'public' and t.table_type = 'BASE TABLE' order by c.ordinal_position`,
    )
  ).rows;

const isPersons = ({ table, column }: Column): boolean =>
  /(?:learner|owner|user|person|admin)_id$/u.test(column) ||
  (table === 'learners' && column === 'id');

test('every column with somebody’s id is in the list, the owner of a deck, or in the book of admins', async () => {
  const found = (await columns()).filter(isPersons);
  const listed = belongings.map(({ table, learner }) => ({ table, column: learner }));
  const others = [
    { table: 'decks', column: 'owner_id' },
    { table: 'audit', column: 'admin_id' },
  ];
  const wanted = [...listed, ...others];
  const names = (of: readonly { table: string; column: string }[]) =>
    of.map(({ table, column }) => `${table}.${column}`).sort();
  expect(names(found)).toEqual(names(wanted));
});

test('every order names columns that make it the only one', async () => {
  for (const { table, learner, order } of belongings) {
    const { rows } = await database.pool.query<{ name: string }>(
      `select a.attname as name from pg_index x
       join pg_attribute a on a.attrelid = x.indrelid and a.attnum = any(x.indkey)
       where x.indisprimary and x.indrelid = $1::regclass`,
      [table],
    );
    const key = rows.map(({ name }) => name).filter((name) => name !== learner);
    expect([table, key.filter((name) => !order.includes(name))]).toEqual([table, []]);
  }
});

/** A value of a type that says nothing. */
function filler({ type, column }: Column): string {
  if (column === 'learner_id' || column === 'id') return String(ANNA);
  if (type === 'jsonb') return '{}';
  if (type === 'boolean') return 'false';
  if (type === 'date') return '2026-05-20';
  if (type.startsWith('timestamp')) return NOW.toISOString();
  if (type.startsWith('time')) return '09:00';
  return '1';
}

test('a learner with a row in every table is in the copy everywhere, and nowhere once deleted', async () => {
  const { db, pool } = database;
  const all = await columns();
  const shared = ['decks', 'facts'];
  const tables = [...shared, ...belongings.map(({ table }) => table)];
  const client = await pool.connect();
  // Rows that hang on one another come in any order here.
  await client.query('set session_replication_role = replica');
  for (const table of tables) {
    const needed = all.filter((it) => it.table === table && (it.needed || isPersons(it)));
    const names = needed.map(({ column }) => column).join(', ');
    const values = needed.map((it) =>
      table !== 'decks' && table !== 'facts'
        ? filler(it)
        : isPersons(it)
          ? String(ANNA)
          : it.column === 'id'
            ? '1'
            : filler(it),
    );
    const places = values.map((_, i) => `$${i + 1}`).join(', ');
    await client.query(`insert into ${table} (${names}) values (${places})`, values);
  }
  await client.query('set session_replication_role = origin');
  client.release();

  const copy = await readBelongings(db, ANNA);
  const exported = belongings.filter(({ copy: kept }) => kept !== 'passing');
  for (const { table } of exported) expect([table, copy[table]?.length]).toEqual([table, 1]);
  expect([copy['decks']?.length, copy['facts']?.length]).toEqual([1, 1]);
  expect(JSON.stringify(copy['decks'])).not.toContain('owner_id');

  await deleteBelongings(db, ANNA, { leave: true, updateId: 5, now: NOW });
  for (const { table, column } of all.filter(isPersons)) {
    if (table === 'turns') continue;
    const { rows } = await db.execute<{ rows: number }>(
      sql.raw(`select count(*)::int as rows from ${table} where ${column} = ${ANNA}`),
    );
    expect([table, rows[0]?.rows]).toEqual([table, 0]);
  }
  for (const table of shared) {
    const { rows } = await pool.query(`select from ${table}`);
    expect([table, rows.length]).toEqual([table, 0]);
  }
});
