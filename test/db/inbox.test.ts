import fc from 'fast-check';
import type { Update } from 'grammy/types';
import { inboxStore } from '../../src/db/inbox.js';
import { countInbox, listSetAside, replaySetAside } from '../../src/db/set-aside.js';
import { createLog } from '../../src/log.js';
import { createInbox } from '../../src/run/inbox.js';
import { learnerIdOf } from '../../src/run/update.js';
import { openTestDatabase, type TestDatabase } from '../support/database.js';

let database: TestDatabase;
let store: ReturnType<typeof inboxStore>;
beforeEach(async () => {
  database = await openTestDatabase();
  store = inboxStore(database.db);
});
afterEach(() => database.close());

const noon = new Date('2026-03-01T12:00:00Z');
const later = (hours: number) => new Date(noon.getTime() + hours * 3_600_000);
const row = (updateId: number, learnerId = 1) => ({
  ...{ learnerId, updateId },
  payload: `{"update_id":${updateId},"text":"\\u0000 да"}`,
});
const key = (updateId: number, learnerId = 1) => ({ learnerId, updateId });

/** A process that takes turns for a minute, or for no time at all. */
const taker = (owner: string, leaseMs = 60_000) => ({ owner, leaseMs });
const add = (rows: Parameters<typeof store.add>[0], owner = 'a', at = noon) =>
  store.add(rows, { ...taker(owner), receivedAt: at, holds: () => false });
const idsOf = (rows: readonly { updateId: number }[]) => rows.map(({ updateId }) => updateId);
const finish = (updateIds: readonly number[], letGo: readonly number[], owner = 'a') =>
  store.finish(
    updateIds.map((id) => key(id)),
    { owner, letGo, handledAt: noon },
  );
const turns = async () => {
  const { rows } = await database.pool.query<{ owner: string; is_wanted: boolean }>(
    'select owner, is_wanted from turns order by learner_id',
  );
  return rows.map(({ owner, is_wanted: isWanted }) => (isWanted ? `${owner}!` : owner));
};

test('a new update waits; a known one waits only while it is not done', async () => {
  expect(await add([row(2), row(1)])).toEqual({ ours: [1], waiting: [row(2), row(1)] });
  await finish([1], []);
  await store.setAside(key(2), { error: 'TypeError', failedAt: noon });
  const again = await add([row(1), row(2), row(3, 0)]);
  expect(idsOf(again.waiting)).toEqual([3]);
  expect(again.ours.sort()).toEqual([0, 1]);
});

test('the turn is one process’s: the other stores and leaves word, the owner looks before it lets go', async () => {
  await add([row(1)], 'a');
  expect(await add([row(2), row(9, 5)], 'b')).toEqual({ ours: [5], waiting: [row(9, 5)] });
  expect(await turns()).toEqual(['a!', 'b']);
  expect(await finish([1], [1])).toEqual({ kept: [1], waiting: [row(2)] });
  expect(await finish([2], [1])).toEqual({ kept: [], waiting: [] });
  expect(await turns()).toEqual(['b']);
  expect((await add([row(3)], 'b')).waiting).toEqual([row(3)]);
});

test('a turn whose lease is over goes to whoever comes next, with what is left of it, oldest first', async () => {
  const gone = { ...taker('a', -1), receivedAt: noon, holds: () => false };
  await store.add([row(7), row(4)], gone);
  const { waiting } = await add([row(2)], 'b', later(1));
  expect(idsOf(waiting)).toEqual([4, 7, 2]);
  expect(await finish([], [1], 'a')).toEqual({ kept: [], waiting: [] });
  expect(await turns()).toEqual(['b']);
});

test('what a dead process left is taken over once, oldest first, and what may have killed it is counted', async () => {
  const gone = { ...taker('a', -1), receivedAt: noon, holds: () => false };
  await store.add([row(9)], gone);
  await store.add([row(4), row(3, 2)], { ...gone, receivedAt: later(1) });
  const [b, c] = await Promise.all([store.takeOver(taker('b')), store.takeOver(taker('c'))]);
  const taken = [...b, ...c].sort((x, y) => y.updateId - x.updateId);
  expect(taken).toEqual([
    { ...row(9), attempts: 1 },
    { ...row(4), attempts: 0 },
    { ...row(3, 2), attempts: 1 },
  ]);
  expect(await store.takeOver(taker('d'))).toEqual([]);
  for (const owner of await store.owners()) await store.letGo(owner);
  expect((await store.takeOver(taker('d')))[0]?.attempts).toBe(2);
  expect((await store.renew(taker('d'))).sort()).toEqual([1, 2]);
});

test('what is handled loses its text at once and its row after a while', async () => {
  await add([row(1), row(2), row(3)]);
  await finish([1, 2], [1]);
  const texts = await database.pool.query('select payload from inbox where handled_at is not null');
  expect(texts.rows).toEqual([{ payload: '' }, { payload: '' }]);
  await store.forget(later(-1));
  expect(idsOf((await add([row(1)])).waiting)).toEqual([3]);
  await store.forget(later(1));
  expect(idsOf((await add([row(1)], 'a', later(2))).waiting)).toEqual([3, 1]);
});

test('what was set aside is listed without its text, and replayed', async () => {
  await add([row(1), row(2)]);
  await store.setAside(key(1), { error: 'TypeError', failedAt: noon });
  await store.setAside(key(2), { error: 'RangeError', failedAt: later(1) });
  await store.letGo('a');
  expect(await countInbox(database.db)).toEqual({ waiting: 0, setAside: 2 });
  expect(await listSetAside(database.db, 1)).toEqual([
    { updateId: 2, error: 'RangeError', receivedAt: noon, failedAt: later(1) },
  ]);
  expect(await store.takeOver(taker('b'))).toEqual([]);
  expect(await replaySetAside(database.db, [2, 77])).toBe(1);
  expect(idsOf(await store.takeOver(taker('b')))).toEqual([2]);
  expect(await replaySetAside(database.db, 'all')).toBe(1);
  expect(await countInbox(database.db)).toEqual({ waiting: 2, setAside: 0 });
});

const textFrom = (id: number, updateId: number) =>
  ({ update_id: updateId, message: { from: { id }, chat: { id }, text: 'да' } }) as Update;

test('the inbox over Postgres: a thousand updates of fifty learners, a crash, nothing lost', async () => {
  const updates = Array.from({ length: 1000 }, (_, i) => textFrom(1 + (i % 50), i + 1));
  const handled: number[] = [];
  const settings = { store, troubleOf: () => 'failure' as const, log: createLog('silent') };
  const crashing = createInbox({
    ...{ ...settings, owner: 'elsewhere/1/x', leaseMs: 100 },
    // The process "dies" after 300 updates: the rest never ends, and its pulse is not kept.
    handle: async ({ update_id }) => {
      if (handled.length >= 300) return new Promise(() => undefined);
      handled.push(update_id);
    },
  });
  for (let at = 0; at < updates.length; at += 100)
    await crashing.accept(updates.slice(at, at + 100));

  let left = updates.length - handled.length;
  let resolve = (): void => undefined;
  const done = new Promise<void>((settle) => (resolve = settle));
  const next = createInbox({
    ...{ ...settings, leaseMs: 500 },
    handle: async ({ update_id }) => {
      handled.push(update_id);
      if ((left -= 1) === 0) resolve();
    },
  });
  await next.resume();
  await done;
  await next.drain();
  expect(new Set(handled).size).toBe(1000);
  expect(await countInbox(database.db)).toEqual({ waiting: 0, setAside: 0 });
});

test('three processes over Postgres: every update once, a learner never twice at once, no turn left over', async () => {
  const arrival = fc.record({
    learner: fc.integer({ min: 1, max: 4 }),
    at: fc.integer({ min: 0, max: 2 }),
    again: fc.constantFrom(null, null, 0, 1, 2),
  });
  let base = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(arrival, { maxLength: 40 }), async (arrivals) => {
      base += 1000;
      const busy = new Set<number>();
      const handled: number[] = [];
      const overlaps: number[] = [];
      const inboxes = [0, 1, 2].map((i) =>
        createInbox({
          ...{ store, troubleOf: () => 'failure' as const, log: createLog('silent') },
          ...{ owner: `elsewhere/${i}/${base}`, leaseMs: 2_000 },
          async handle(update) {
            const learner = learnerIdOf(update);
            if (busy.has(learner)) overlaps.push(update.update_id);
            busy.add(learner);
            await database.pool.query('select 1');
            busy.delete(learner);
            handled.push(update.update_id);
          },
        }),
      );
      await Promise.all(inboxes.map((inbox) => inbox.resume()));
      await Promise.all(
        arrivals.flatMap(({ learner, at, again }, i) => {
          const update = textFrom(learner, base + i);
          const copies = again === null ? [at] : [at, again];
          return copies.map((place) => inboxes[place]!.accept([update]));
        }),
      );
      while ((await countInbox(database.db)).waiting > 0);
      await Promise.all(inboxes.map((inbox) => inbox.drain()));
      expect(overlaps).toEqual([]);
      expect(handled.sort((a, b) => a - b)).toEqual(arrivals.map((_, i) => base + i));
      expect(await turns()).toEqual([]);
    }),
    { numRuns: 30 },
  );
});
