import { beat } from '../../src/db/heartbeat.js';
import { heartbeat, outages } from '../../src/db/schema/days.js';
import { withDatabase, type TestDatabase } from '../support/database.js';

const at = (time: string) => new Date(`2026-05-20T${time}Z`);

async function beatAll({ db }: TestDatabase, times: readonly string[]): Promise<void> {
  for (const time of times) await beat(db, at(time));
}

const outagesOf = async ({ db }: TestDatabase) =>
  (await db.select().from(outages)).map(({ startedAt, endedAt }) =>
    [startedAt, endedAt].map((it) => it.toISOString().slice(11, 16)),
  );

test('a long silence is an outage from the last beat to the next', () =>
  withDatabase(async (database) => {
    await beatAll(database, ['08:00', '08:01', '08:02', '14:30', '14:31']);
    expect(await outagesOf(database)).toEqual([['08:02', '14:30']]);
  }));

test('a restart is no outage, and neither is the very first start', () =>
  withDatabase(async (database) => {
    await beatAll(database, ['08:00', '08:14', '08:28']);
    expect(await outagesOf(database)).toEqual([]);
  }));

test('one of several processes is enough, and a slow clock takes nothing back', () =>
  withDatabase(async (database) => {
    await beatAll(database, ['08:00', '08:10', '08:05', '08:20', '08:09']);
    expect(await outagesOf(database)).toEqual([]);
    const [row] = await database.db.select().from(heartbeat);
    expect(row?.beatAt).toEqual(at('08:20'));
  }));

test('processes that come back at once tell of one outage', () =>
  withDatabase(async (database) => {
    await beat(database.db, at('08:00'));
    await Promise.all(['12:00', '12:00', '12:01'].map((time) => beat(database.db, at(time))));
    expect(await outagesOf(database)).toHaveLength(1);
  }));
