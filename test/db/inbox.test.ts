import { inboxStore } from '../../src/db/inbox.js';
import { createLog } from '../../src/log.js';
import { createInbox } from '../../src/run/inbox.js';
import type { Update } from 'grammy/types';
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
const row = (updateId: number, learnerId: number | null = 1) => ({
  updateId,
  learnerId,
  payload: `{"update_id":${updateId},"text":"\\u0000 да"}`,
});
const left = async () => (await store.takeOver()).map(({ updateId }) => updateId);

test('a new update waits; a known one waits only while it is not done', async () => {
  expect(await store.add([row(2), row(1)], noon)).toEqual([2, 1]);
  await store.markHandled([1], noon);
  await store.setAside(2, 'TypeError', noon);
  expect(await store.add([row(1), row(2), row(3, null)], noon)).toEqual([3]);
});

test('what was left is given back whole, oldest first, and each start is counted', async () => {
  await store.add([row(9)], noon);
  await store.add([row(4), row(3)], later(1));
  expect(await store.takeOver()).toEqual([9, 3, 4].map((id) => ({ ...row(id), attempts: 1 })));
  expect((await store.takeOver())[0]?.attempts).toBe(2);
});

test('what is handled loses its text at once and its row after a while', async () => {
  await store.add([row(1), row(2), row(3)], noon);
  await store.markHandled([1, 2], noon);
  const texts = await database.pool.query('select payload from inbox where handled_at is not null');
  expect(texts.rows).toEqual([{ payload: '' }, { payload: '' }]);
  await store.forget(later(-1));
  expect(await store.add([row(1)], noon)).toEqual([]);
  await store.forget(later(1));
  expect(await store.add([row(1)], noon)).toEqual([1]);
  expect(await left()).toEqual([1, 3]);
});

test('the inbox over Postgres: a thousand updates of fifty learners, a crash, nothing lost', async () => {
  const updates = Array.from({ length: 1000 }, (_, index) => {
    const id = 1 + (index % 50);
    return { update_id: index + 1, message: { from: { id }, chat: { id }, text: 'да' } } as Update;
  });
  const handled: number[] = [];
  const settings = { store, isOutage: () => false, log: createLog('silent') };
  const crashing = createInbox({
    ...settings,
    // The process "dies" after 300 updates: the rest never ends.
    handle: async ({ update_id }) => {
      if (handled.length >= 300) return new Promise(() => undefined);
      handled.push(update_id);
    },
  });
  for (let at = 0; at < updates.length; at += 100)
    await crashing.accept(updates.slice(at, at + 100));

  const next = createInbox({
    ...settings,
    handle: async ({ update_id }) => void handled.push(update_id),
  });
  await next.resume();
  await Promise.all(updates.map(({ update_id }) => next.settled(update_id)));
  await next.drain();
  expect(new Set(handled).size).toBe(1000);
  expect(await left()).toEqual([]);
});
