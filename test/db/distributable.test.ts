/**
 * What a distributed Postgres (Citus) asks of a schema, held against the live one: tables of learners are spread by the
 * learner's id, so every key and every link between them must carry it, and nothing may need two learners at once.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openTestDatabase, type TestDatabase } from '../support/database.js';

let database: TestDatabase;
beforeAll(async () => void (database = await openTestDatabase()));
afterAll(() => database.close());

const rows = async <Row extends object>(text: string): Promise<Row[]> =>
  (await database.pool.query(text)).rows as Row[];

/** Shared by everybody: small, or read far more often than written. Everything else is a learner's. */
const SHARED = [
  ...['decks', 'facts', 'missing_queries'],
  ...['leases', 'telegram_pause', 'heartbeat', 'outages', 'audit'],
];

const tables = async () =>
  (
    await rows<{ name: string; columns: string[] }>(
      `select c.relname as name, array_agg(a.attname::text) as columns from pg_class c
       join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
       where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace group by 1 order by 1`,
    )
  ).filter(({ name }) => !SHARED.includes(name));

/** The column a table of learners is spread by. */
const keyOf = (table: string): string => (table === 'learners' ? 'id' : 'learner_id');

test('a table is shared, or every row of it is one learner’s', async () => {
  const nobodys = (await tables()).filter(({ name, columns }) => !columns.includes(keyOf(name)));
  expect(nobodys).toEqual([]);
});

test('primary keys begin with the learner, and nothing is unique across learners', async () => {
  const indexes = await rows<{ table: string; name: string; primary: boolean; columns: string[] }>(
    `select t.relname as table, i.relname as name, x.indisprimary as primary,
       array(select a.attname::text from unnest(x.indkey::int2[]) with ordinality as k (attnum, n)
         join pg_attribute a on a.attrelid = t.oid and a.attnum = k.attnum order by k.n) as columns
     from pg_index x join pg_class t on t.oid = x.indrelid join pg_class i on i.oid = x.indexrelid
     where x.indisunique and t.relnamespace = 'public'::regnamespace`,
  );
  const names = (await tables()).map(({ name }) => name);
  const own = indexes.filter(({ table }) => names.includes(table));
  const wrong = own.filter(({ table, primary, columns }) =>
    primary ? columns[0] !== keyOf(table) : !columns.includes(keyOf(table)),
  );
  expect(wrong).toEqual([]);
  expect(own.filter(({ primary }) => primary)).toHaveLength(names.length);
});

test('links between tables of learners stay with one learner', async () => {
  const links = await rows<{ from: string; to: string; own: string[]; theirs: string[] }>(
    `select f.relname as from, t.relname as to,
       array(select attname::text from pg_attribute where attrelid = c.conrelid and attnum = any(c.conkey)) as own,
       array(select attname::text from pg_attribute where attrelid = c.confrelid and attnum = any(c.confkey)) as theirs
     from pg_constraint c join pg_class f on f.oid = c.conrelid join pg_class t on t.oid = c.confrelid
     where c.contype = 'f'`,
  );
  const names = (await tables()).map(({ name }) => name);
  const wrong = links.filter(({ from, to, own, theirs }) => {
    if (!names.includes(to)) return false;
    return !names.includes(from) || !own.includes(keyOf(from)) || !theirs.includes(keyOf(to));
  });
  expect(wrong).toEqual([]);
});

test('no number is handed out by a sequence, no default is made by chance, no trigger fires', async () => {
  const sequences = await rows(`select relname from pg_class where relkind = 'S'
    and relnamespace = 'public'::regnamespace`);
  const defaults = await rows<{ text: string }>(
    `select pg_get_expr(adbin, adrelid) as text from pg_attrdef d join pg_class c on c.oid = d.adrelid
     where c.relnamespace = 'public'::regnamespace`,
  );
  const triggers = await rows('select tgname from pg_trigger where not tgisinternal');
  expect(sequences).toEqual([]);
  expect(triggers).toEqual([]);
  expect(defaults.filter(({ text }) => text.includes('('))).toEqual([]);
});

test('our own functions give the same for the same, wherever they run', async () => {
  const functions = await rows<{ name: string; volatility: string }>(
    `select proname as name, provolatile as volatility from pg_proc
     where pronamespace = 'public'::regnamespace`,
  );
  expect(functions.filter(({ volatility }) => volatility !== 'i')).toEqual([]);
});

test('no statement asks for chance or for a clock that differs from row to row', () => {
  const folder = join(import.meta.dirname, '../../src/db');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const volatile =
    /(?<![.\w])(?:random|clock_timestamp|timeofday|gen_random_uuid|nextval|uuidv7)\(/;
  const wrong = files
    .filter((file) => file.endsWith('.ts'))
    .filter((file) => volatile.test(readFileSync(join(folder, file), 'utf8')));
  expect(wrong).toEqual([]);
});
