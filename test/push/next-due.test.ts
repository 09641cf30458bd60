/**
 * The rule of the next push, proven where it lives: in Postgres, for every zone it knows. PUSH_TIMES=all walks every half
 * hour of the day, which takes some minutes; without it the two hours that clock changes touch most.
 */
import pg from 'pg';
import { openTestDatabase, type TestDatabase } from '../support/database.js';

const TIMES =
  process.env['PUSH_TIMES'] === 'all'
    ? Array.from({ length: 48 }, (_, i) => `${Math.floor(i / 2)}:${i % 2 === 0 ? '00' : '30'}`)
    : ['00:00', '02:30'];

let database: TestDatabase;
let client: pg.Client;
beforeAll(async () => {
  database = await openTestDatabase();
  client = new pg.Client({ connectionString: database.url });
  await client.connect();
});
afterAll(async () => {
  await client.end();
  await database.close();
});

async function ask<Row>(text: string, values: unknown[] = []): Promise<Row[]> {
  const { rows } = await client.query(text, values);
  return rows as Row[];
}

interface Walk {
  readonly zone: string;
  readonly time: string;
  readonly from: string;
  readonly to: string;
  readonly weekdays?: number;
  readonly stepDays?: number;
}

/** Every push between two instants as the rule gives them one after another: the local date and the local time. */
function walk({ zone, time, from, to, weekdays = 127, stepDays = 1 }: Walk) {
  return ask<{ at: Date; date: string; clock: string }>(
    `with recursive pushes as (
       select next_due($1, $2, $5::smallint, $6::smallint, $3, null) as at
       union all
       select next_due($1, $2, $5::smallint, $6::smallint, at, (at at time zone $1)::date) from pushes where at < $4
     )
     select at, (at at time zone $1)::date::text as date, to_char(at at time zone $1, 'HH24:MI') as clock
     from pushes where at < $4`,
    [zone, time, from, to, weekdays, stepDays],
  );
}

test.each(TIMES)(
  'every zone, two years at %s: every local date has one push and no date has two',
  async (time) => {
    const [counted] = await ask<{ zones: number; pushes: number; wrong: string[] }>(
      `with recursive zones as (
         select name as zone from pg_timezone_names where name !~ '^(posix|right)/' and name <> 'localtime'
       ), pushes as (
         select zone, next_due(zone, $1, 127::smallint, 1::smallint, '2026-01-01Z', null) as at, null::timestamptz as before
         from zones
         union all
         select zone, next_due(zone, $1, 127::smallint, 1::smallint, at, (at at time zone zone)::date), at
         from pushes where at < '2028-01-01Z'
       ), walked as (
         select zone, at, before, (at at time zone zone) - $1::time as midnight,
           (at at time zone zone)::date - (before at time zone zone)::date as days from pushes
       )
       select count(distinct zone)::int as zones, count(*)::int as pushes,
         -- Clocks jump by two hours at most (Troll): so much later may a time come that they leave out.
         coalesce(array_agg(zone || ' ' || at) filter (where days <> 1 or at - before not between '21 hours' and '27 hours'
           or midnight::time > '02:00'), '{}') as wrong
       from walked`,
      [time],
    );
    expect(counted?.wrong).toEqual([]);
    expect(counted?.zones).toBeGreaterThan(400);
    expect(counted?.pushes).toBeGreaterThan(400 * 730);
  },
  180_000,
);

test('a time that the clocks leave out comes an hour later, the next day at its own time', async () => {
  const berlin = { zone: 'Europe/Berlin', time: '02:30' };
  const rows = await walk({ ...berlin, from: '2026-03-28Z', to: '2026-03-31Z' });
  expect(rows.map(({ date, clock }) => `${date} ${clock}`)).toEqual([
    ...['2026-03-28 02:30', '2026-03-29 03:30', '2026-03-30 02:30'],
  ]);
});

test('a time that comes twice is one push', async () => {
  const rows = await walk({
    ...{ zone: 'Europe/Berlin', time: '02:30' },
    ...{ from: '2026-10-24Z', to: '2026-10-27Z' },
  });
  expect(rows.map(({ date, clock }) => `${date} ${clock}`)).toEqual([
    ...['2026-10-24 02:30', '2026-10-25 02:30', '2026-10-26 02:30'],
  ]);
});

test('midnight that does not exist: the push comes when the day begins', async () => {
  const rows = await walk({
    ...{ zone: 'Africa/Cairo', time: '00:00' },
    ...{ from: '2026-04-22T12:00Z', to: '2026-04-25T12:00Z' },
  });
  expect(rows.map(({ date, clock }) => `${date} ${clock}`)).toEqual([
    ...['2026-04-23 00:00', '2026-04-24 01:00', '2026-04-25 00:00'],
  ]);
});

test('Lord Howe turns its clocks by half an hour', async () => {
  const rows = await walk({
    ...{ zone: 'Australia/Lord_Howe', time: '02:15' },
    ...{ from: '2026-10-02T12:00Z', to: '2026-10-05T12:00Z' },
  });
  expect(rows.map(({ date, clock }) => `${date} ${clock}`)).toEqual([
    ...['2026-10-03 02:15', '2026-10-04 02:45', '2026-10-05 02:15'],
  ]);
});

test('Samoa had no 30 December 2011: nobody was asked on it, nobody twice around it', async () => {
  const rows = await walk({
    ...{ zone: 'Pacific/Apia', time: '09:00' },
    ...{ from: '2011-12-28T12:00Z', to: '2012-01-02T00:00Z' },
  });
  expect(rows.map(({ date, clock }) => `${date} ${clock}`)).toEqual([
    ...['2011-12-28 09:00', '2011-12-29 09:00', '2011-12-31 09:00', '2012-01-01 09:00'],
    '2012-01-02 09:00',
  ]);
});

test('a zone that lived a date twice asks once on it', async () => {
  const rows = await walk({
    ...{ zone: 'Pacific/Kwajalein', time: '09:00' },
    ...{ from: '1969-09-28Z', to: '1969-10-03Z' },
  });
  const dates = rows.map(({ date }) => date);
  expect(new Set(dates).size).toBe(dates.length);
  expect(dates).toContain('1969-09-30');
});

test.each([
  { what: 'Monday and Thursday', weekdays: 0b0001001, stepDays: 1, days: [1, 4] },
  { what: 'weekend', weekdays: 0b1100000, stepDays: 1, days: [6, 7] },
  { what: 'Sunday', weekdays: 0b1000000, stepDays: 7, days: [7] },
])('$what only', async ({ weekdays, stepDays, days }) => {
  const rows = await walk({
    ...{ zone: 'Europe/Moscow', time: '09:00', weekdays, stepDays },
    ...{ from: '2026-01-01Z', to: '2026-12-31Z' },
  });
  const isoDay = (date: string) => new Date(`${date}T00:00:00Z`).getUTCDay() || 7;
  expect(new Set(rows.map(({ date }) => isoDay(date)))).toEqual(new Set(days));
  expect(rows).toHaveLength(52 * days.length);
});

test('once a week counts from the last push', async () => {
  const rows = await walk({
    ...{ zone: 'Europe/Moscow', time: '09:00', stepDays: 7 },
    ...{ from: '2026-05-20Z', to: '2026-06-11Z' },
  });
  expect(rows.map(({ date }) => date)).toEqual([
    ...['2026-05-20', '2026-05-27', '2026-06-03', '2026-06-10'],
  ]);
});
