/** Claiming pushes, and what changes of time and zone make of them: one push a local date, eight hours apart, by whoever asks. */
import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import { pushStore, forcePushes, type ClaimedPush } from '../../src/db/pushes.js';
import { beginPush, holdPush, markPushSent } from '../../src/db/push-sending.js';
import { changeSchedule } from '../../src/db/schedules.js';
import { pushes, schedules } from '../../src/db/schema/daily.js';
import { learners } from '../../src/db/schema/learners.js';
import { openTestDatabase, type TestDatabase } from '../support/database.js';

const NINE = new Date('2026-05-20T06:00:00Z');
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

let database: TestDatabase;
let now = NINE;
const clock = () => now;
const store = () => pushStore(database.db, clock);

beforeAll(async () => void (database = await openTestDatabase()));
afterAll(() => database.close());
beforeEach(async () => {
  now = NINE;
  await database.db.execute(sql`truncate learners, pushes, schedules cascade`);
});

/** Learners in Moscow whose hour this is. */
async function addLearners(count: number, time = '9:00'): Promise<void> {
  const { db } = database;
  await db.execute(sql`
    insert into learners (id, time_zone, created_at)
    select id, 'Europe/Moscow', ${NINE.toISOString()} from generate_series(1, ${count}::int) id`);
  const before = new Date(now.getTime() - HOUR);
  for (let id = 1; id <= count; id += 1) {
    await changeSchedule(db, id, { change: { time, isOn: true }, now: before });
  }
}

test('a push is claimed by one of those who ask at once, and the schedule goes on', async () => {
  await addLearners(40);
  const claims = await Promise.all(Array.from({ length: 4 }, () => store().claim(15)));
  const ids = claims.flat().map(({ learnerId }) => learnerId);
  expect(new Set(ids).size).toBe(ids.length);
  expect([...ids, ...(await store().claim(40)).map(({ learnerId }) => learnerId)]).toHaveLength(40);
  expect(await store().claim(40)).toEqual([]);
  const [next] = await database.db.select({ at: schedules.nextDueAt }).from(schedules).limit(1);
  expect(next?.at).toEqual(new Date('2026-05-21T06:00:00Z'));
});

test('who dies after the claim leaves it to others, who dies after the begin has sent it', async () => {
  await addLearners(2);
  const [first, second] = (await store().claim(2)) as [ClaimedPush, ClaimedPush];
  expect(await beginPush(database.db, first, { session: null, now })).toBe(true);
  now = new Date(NINE.getTime() + 59_000);
  expect(await store().claim(2)).toEqual([]);
  now = new Date(NINE.getTime() + MINUTE);
  const taken = await store().claim(2);
  expect(taken.map(({ learnerId }) => learnerId)).toEqual([second.learnerId]);
  // The first holder was only slow: it has lost the push, and cannot mark, hold or send it.
  expect(await beginPush(database.db, second, { session: null, now })).toBe(false);
  await holdPush(database.db, second, new Date(now.getTime() + HOUR));
  const [again] = taken as [ClaimedPush];
  expect(await beginPush(database.db, again, { session: null, now })).toBe(true);
  expect(await beginPush(database.db, again, { session: null, now })).toBe(false);
  await markPushSent(database.db, again, 77);
});

test('what was claimed and never sent is missed when it is too late', async () => {
  await addLearners(1);
  await store().claim(1);
  now = new Date(NINE.getTime() + 90 * MINUTE);
  expect(await store().claim(1)).toEqual([]);
  const [row] = await database.db.select().from(pushes);
  expect(row?.status).toBe('missed');
});

test('nothing is begun during the pause Telegram asked for', async () => {
  await addLearners(1);
  const [push] = (await store().claim(1)) as [ClaimedPush];
  await database.db.execute(
    sql`insert into telegram_pause (id, until) values (1, ${new Date(NINE.getTime() + 5_000).toISOString()})`,
  );
  expect(await beginPush(database.db, push, { session: null, now })).toBe(false);
  now = new Date(NINE.getTime() + 5_000);
  expect(await beginPush(database.db, push, { session: null, now })).toBe(true);
  await database.db.execute(sql`truncate telegram_pause`);
});

test('the owner’s word makes today’s push due once, and again only when told so', async () => {
  await addLearners(2, '20:00');
  const all = { learnerId: null, again: false, now };
  expect(await forcePushes(database.db, all)).toBe(2);
  const claimed = await store().claim(5);
  expect(claimed.map(({ isForced }) => isForced)).toEqual([true, true]);
  for (const push of claimed) {
    await beginPush(database.db, push, { session: null, now });
    await markPushSent(database.db, push, 1);
  }
  expect(await forcePushes(database.db, all)).toBe(0);
  expect(await forcePushes(database.db, { learnerId: 1, again: true, now })).toBe(1);
  expect((await store().claim(5)).map(({ learnerId }) => learnerId)).toEqual([1]);
  now = new Date('2026-05-20T17:00:00Z');
  expect(await store().claim(5)).toEqual([]);
});

const ZONES = [
  ...[
    'Pacific/Auckland',
    'Pacific/Honolulu',
    'Europe/Moscow',
    'Asia/Kamchatka',
    'America/New_York',
  ],
  ...['Pacific/Kiritimati', 'Asia/Kathmandu', 'Australia/Lord_Howe', 'Etc/GMT+12', 'Africa/Cairo'],
];
const TIMES = ['0:00', '2:30', '9:00', '23:59'];

const anAct = fc.record({
  hours: fc.double({ min: 0.1, max: 40, noNaN: true }),
  zone: fc.option(fc.constantFrom(...ZONES)),
  time: fc.option(fc.constantFrom(...TIMES)),
});

test('whatever is changed whenever: no local date twice, at least eight hours between pushes', async () => {
  const { db } = database;
  let learnerId = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(anAct, { minLength: 5, maxLength: 25 }), async (acts) => {
      learnerId += 1;
      now = new Date('2026-03-20T00:00:00Z');
      await db
        .insert(learners)
        .values({ id: learnerId, timeZone: 'Europe/Moscow', createdAt: now });
      await changeSchedule(db, learnerId, { change: { time: '9:00', isOn: true }, now });
      const claimed: { at: number; date: string }[] = [];
      for (const { hours, zone, time } of acts) {
        const until = now.getTime() + hours * HOUR;
        // The sender looks every twenty minutes; now and then the learner changes something.
        for (; now.getTime() < until; now = new Date(now.getTime() + 20 * MINUTE)) {
          for (const push of await store().claim(10)) {
            if (push.learnerId !== learnerId) continue;
            claimed.push({ at: now.getTime(), date: push.localDate });
            await beginPush(db, push, { session: null, now });
          }
        }
        const change = { ...(zone !== null && { timeZone: zone }), ...(time !== null && { time }) };
        await changeSchedule(db, learnerId, { change, now });
      }
      await changeSchedule(db, learnerId, { change: { isOn: false }, now });
      const dates = claimed.map(({ date }) => date);
      expect(new Set(dates).size).toBe(dates.length);
      const gaps = claimed.slice(1).map(({ at }, i) => at - (claimed[i]?.at ?? 0));
      expect(gaps.filter((gap) => gap < 8 * HOUR)).toEqual([]);
    }),
    { numRuns: 25 },
  );
});

test('a zone to the west may wait for its date, never longer than two days', async () => {
  await addLearners(1);
  await store().claim(1);
  now = new Date(NINE.getTime() + HOUR);
  const change = { timeZone: 'Pacific/Honolulu' };
  await changeSchedule(database.db, 1, { change, now });
  const [row] = await database.db.select({ at: schedules.nextDueAt }).from(schedules);
  expect(row?.at).toEqual(new Date('2026-05-21T19:00:00Z'));
});
