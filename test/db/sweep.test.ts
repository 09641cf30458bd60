import { sweepOld } from '../../src/db/sweep.js';
import { openTestDatabase, type TestDatabase } from '../support/database.js';

const NOW = new Date('2026-05-20T09:00:00Z');

let database: TestDatabase;
beforeEach(async () => void (database = await openTestDatabase()));
afterEach(() => database.close());

const run = (text: string) => database.pool.query(text);
const ago = (days: number) => `timestamptz '${NOW.toISOString()}' - interval '${days} days'`;

/** What is left in a table, by one of its columns. */
async function left(table: string, column: string): Promise<unknown[]> {
  const { rows } = await database.pool.query<{ it: unknown }>(
    `select ${column} as it from ${table} order by 1`,
  );
  return rows.map(({ it }) => it);
}

test('of old pushes the skipped go after 30 days, the sent after 60; a week by week silence is still counted', async () => {
  const push = (learner: number, status: string, days: number) =>
    run(`insert into pushes (learner_id, local_date, status, due_at, held_until)
      values (${learner}, (${ago(days)})::date, '${status}', ${ago(days)}, ${ago(days)})`);
  await push(1, 'skipped', 31);
  await push(2, 'missed', 31);
  await push(3, 'skipped', 29);
  for (const weeks of [1, 2, 3, 4, 5, 6, 7]) await push(4, 'sent', 7 * weeks);
  await push(5, 'sending', 61);
  expect(await sweepOld(database.db, NOW)).toBe(3);
  expect(await left('pushes', 'learner_id::int')).toEqual([3, 4, 4, 4, 4, 4, 4, 4]);
});

test('an import that nobody settled loses its text with its row, and look-ups in vain are forgotten', async () => {
  await run(
    `insert into learners (id, time_zone, created_at) values (1, 'Europe/Moscow', ${ago(100)})`,
  );
  for (const days of [89, 91])
    await run(`insert into imports (learner_id, id, received_at, title, text, outcome)
      values (1, 'i${days}', ${ago(days)}, 'Git', 'текст', '{"kind":"undecided"}')`);
  for (const days of [179, 181])
    await run(`insert into missing_queries values ('q${days}', 1, ${ago(days)})`);
  expect(await sweepOld(database.db, NOW)).toBe(2);
  expect(await left('imports', 'id')).toEqual(['i89']);
  expect(await left('missing_queries', 'query')).toEqual(['q179']);
});

test('more than one batch goes in one sweep', async () => {
  await run(
    `insert into missing_queries select 'q' || n, 1, ${ago(200)} from generate_series(1, 5001) n`,
  );
  expect(await sweepOld(database.db, NOW)).toBe(5001);
  expect(await left('missing_queries', 'query')).toEqual([]);
});
