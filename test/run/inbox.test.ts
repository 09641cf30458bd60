import fc from 'fast-check';
import type { Update } from 'grammy/types';
import { createAllowance } from '../../src/run/allowance.js';
import { createInbox, type InboxSettings } from '../../src/run/inbox.js';
import { learnerIdOf } from '../../src/run/update.js';
import { createLog } from '../../src/log.js';
import { thisProcess } from '../../src/run/owner.js';
import { memoryStore, StoreDown } from './memory-store.js';

const silent = createLog('silent');

let processes = 0;

/** A process that is certain to have ended: whoever looks takes up what it left. */
const dead = (): string => `${thisProcess.split('/')[0]}/999999999/${(processes += 1)}`;

const textFrom = (learner: number, updateId: number): Update =>
  ({
    update_id: updateId,
    message: { from: { id: learner }, chat: { id: learner }, text: 'да' },
  }) as Update;

/** An inbox whose waits take no time; `handled` lists the ids in the order their handling ended. */
function openInbox(settings: Partial<InboxSettings> = {}) {
  const store = memoryStore();
  processes += 1;
  const handled: number[] = [];
  const waits: number[] = [];
  const inbox = createInbox({
    store,
    handle: async ({ update_id }) => void handled.push(update_id),
    troubleOf: (error) => (error instanceof StoreDown ? 'outage' : 'failure'),
    log: silent,
    owner: `elsewhere/1/${processes}`,
    sleep: async (ms, signal) => {
      waits.push(ms);
      await new Promise(setImmediate);
      signal.throwIfAborted();
    },
    ...settings,
  });
  return { inbox, store: (settings.store as typeof store | undefined) ?? store, handled, waits };
}

/** A promise that a test opens by hand. */
function gate() {
  let open = () => {};
  const opened = new Promise<void>((resolve) => (open = resolve));
  return { open, opened };
}

test('an update is stored, handled once, marked, and its text forgotten', async () => {
  const { inbox, store, handled } = openInbox();
  await inbox.accept([textFrom(1, 10)]);
  await inbox.accept([textFrom(1, 10)]);
  await inbox.settled(10);
  await inbox.accept([textFrom(1, 10)]);
  await inbox.drain();
  expect(handled).toEqual([10]);
  expect(store.rows.get(10)).toMatchObject({ state: 'handled', payload: '' });
});

test('each learner in order and alone, learners at once', async () => {
  const updates = fc.array(fc.integer({ min: 1, max: 4 }), { maxLength: 40 });
  await fc.assert(
    fc.asyncProperty(
      updates,
      fc.integer({ min: 1, max: 5 }),
      fc.scheduler(),
      async (learners, atOnce, scheduler) => {
        const busy = new Set<number>();
        const order: number[] = [];
        let most = 0;
        const { inbox } = openInbox({
          atOnce,
          async handle(update) {
            const learner = learnerIdOf(update);
            expect(busy.has(learner)).toBe(false);
            busy.add(learner);
            most = Math.max(most, busy.size);
            await scheduler.schedule(Promise.resolve());
            busy.delete(learner);
            order.push(update.update_id);
          },
        });
        await inbox.accept(learners.map((learner, index) => textFrom(learner, index + 1)));
        await scheduler.waitFor(Promise.all(learners.map((_, index) => inbox.settled(index + 1))));
        for (const learner of new Set(learners)) {
          const own = order.filter((id) => learners[id - 1] === learner);
          expect(own).toEqual([...own].sort((a, b) => a - b));
        }
        expect(order).toHaveLength(learners.length);
        expect(most).toBe(Math.min(atOnce, new Set(learners).size));
      },
    ),
  );
});

test('slow work of one learner holds nobody else', async () => {
  const slow = gate();
  const handled: number[] = [];
  const { inbox } = openInbox({
    async handle(update) {
      if (update.update_id === 1) await slow.opened;
      handled.push(update.update_id);
    },
  });
  await inbox.accept([textFrom(1, 1), textFrom(1, 2), textFrom(2, 3), textFrom(3, 4)]);
  await Promise.all([inbox.settled(3), inbox.settled(4)]);
  expect(handled).toEqual([3, 4]);
  slow.open();
  await inbox.settled(2);
  expect(handled).toEqual([3, 4, 1, 2]);
});

test('a crowd of updates of one learner waits after each of them, a few do not', async () => {
  const { inbox, handled, waits } = openInbox();
  const crowd = Array.from({ length: 40 }, (_, i) => textFrom(1, i + 1));
  await inbox.accept([...crowd, textFrom(2, 50), textFrom(2, 51)]);
  await inbox.settled(40);
  // Thirty are left: from then on nobody would call it a crowd.
  expect(waits).toEqual(Array<number>(9).fill(100));
  expect(handled.slice(0, 3)).toEqual([1, 50, 51]);
  expect(handled.filter((id) => id <= 40)).toEqual(crowd.map(({ update_id }) => update_id));
});

test('what is beyond the limit is stored and over, its sender told once, others handled', async () => {
  const told: number[] = [];
  let limited = 0;
  const { inbox, store, handled } = openInbox({
    limit: {
      allows: createAllowance({ burst: 2, perSecond: 0, now: () => 0 }),
      tell: ({ update_id }) => void told.push(update_id),
    },
    meter: {
      ...{ stored: () => undefined, begun: () => undefined, ended: () => undefined },
      limited: () => void (limited += 1),
    },
  });
  await inbox.accept([1, 2, 3, 4].map((id) => textFrom(1, id)));
  await inbox.accept([textFrom(1, 5), textFrom(2, 6)]);
  await inbox.accept([textFrom(1, 3)]);
  await Promise.all([inbox.settled(2), inbox.settled(6)]);
  await inbox.drain();
  expect(handled.toSorted()).toEqual([1, 2, 6]);
  expect({ told, limited }).toEqual({ told: [3], limited: 3 });
  expect([...store.rows.values()].map(({ state }) => state)).toEqual(
    Array<string>(6).fill('handled'),
  );
});

test('an update that keeps failing is tried three times, set aside, and blocks nothing', async () => {
  const tries: number[] = [];
  const { inbox, store } = openInbox({
    async handle({ update_id }) {
      tries.push(update_id);
      if (update_id === 1) throw new TypeError('secret text');
    },
  });
  await inbox.accept([textFrom(1, 1), textFrom(1, 2)]);
  await inbox.settled(2);
  await inbox.drain();
  expect(tries).toEqual([1, 1, 1, 2]);
  expect(store.rows.get(1)).toMatchObject({ state: 'failed', error: 'TypeError' });
  expect(store.rows.get(2)).toMatchObject({ state: 'handled' });
});

test('an outage is waited out, however long, and costs the update none of its tries', async () => {
  let failures = 0;
  const { inbox, store, waits } = openInbox({
    async handle() {
      failures += 1;
      if (failures <= 12) throw new StoreDown();
    },
  });
  await inbox.accept([textFrom(1, 1)]);
  await inbox.settled(1);
  await inbox.drain();
  expect(store.rows.get(1)).toMatchObject({ state: 'handled' });
  expect(waits.slice(0, 3)).toEqual([250, 500, 1000]);
  expect(Math.max(...waits)).toBe(30_000);
});

test('an update that could not be stored is refused and may come again', async () => {
  const { inbox, store, handled } = openInbox();
  store.isDown = true;
  await expect(inbox.accept([textFrom(1, 1)])).rejects.toThrow(StoreDown);
  store.isDown = false;
  await inbox.accept([textFrom(1, 1)]);
  await inbox.settled(1);
  expect(handled).toEqual([1]);
});

test('an update stored by a statement whose answer was lost is handled when it comes again', async () => {
  const { inbox, store, handled } = openInbox();
  store.losesAnswer = true;
  await expect(inbox.accept([textFrom(1, 1)])).rejects.toThrow(StoreDown);
  await inbox.accept([textFrom(1, 1)]);
  await inbox.settled(1);
  expect(handled).toEqual([1]);
});

test('marks that could not be written are written later', async () => {
  const { inbox, store } = openInbox({ handle: async () => void (store.isDown = true) });
  await inbox.accept([textFrom(1, 1)]);
  await inbox.settled(1);
  store.isDown = false;
  await new Promise(setImmediate);
  await inbox.drain();
  expect(store.rows.get(1)).toMatchObject({ state: 'handled' });
});

describe('a crash', () => {
  test('leaves what was not finished to the next start, oldest first, before anything newer', async () => {
    const stuck = gate();
    const before = openInbox({ handle: () => stuck.opened, owner: dead() });
    await before.inbox.accept([textFrom(1, 1), textFrom(1, 2), textFrom(2, 3)]);

    const after = openInbox({ store: before.store });
    await after.inbox.resume();
    await after.inbox.accept([textFrom(1, 4), textFrom(1, 2)]);
    await after.inbox.settled(4);
    await after.inbox.settled(3);
    expect(after.handled.filter((id) => id !== 3)).toEqual([1, 2, 4]);
    expect(after.handled).toContain(3);
  });

  test('that happens at every start is blamed on the update in the end', async () => {
    const { store, inbox: first } = openInbox({ handle: () => gate().opened, owner: dead() });
    await first.accept([textFrom(1, 1)]);
    for (let start = 1; start <= 20; start += 1) {
      await openInbox({ store, handle: () => gate().opened, owner: dead() }).inbox.resume();
      expect(store.rows.get(1)?.state).toBe('waiting');
    }
    const { inbox, handled } = openInbox({ store });
    await inbox.resume();
    expect(store.rows.get(1)?.state).toBe('failed');
    expect(handled).toEqual([]);
  });
});

test('an outage in the middle of a start is waited out', async () => {
  const { store } = openInbox({ handle: () => gate().opened });
  const row = { updateId: 10, learnerId: 1, payload: JSON.stringify(textFrom(1, 10)) };
  const taker = { owner: dead(), leaseMs: 1, receivedAt: new Date(), holds: () => false };
  await store.add([row], taker);
  store.isDown = true;
  const { inbox, handled, waits } = openInbox({ store });
  const resumed = inbox.resume();
  while (waits.length < 3) await new Promise(setImmediate);
  store.isDown = false;
  await resumed;
  await inbox.settled(10);
  expect(handled).toEqual([10]);
});

test('draining finishes what is in flight and leaves the rest stored', async () => {
  const slow = gate();
  const handled: number[] = [];
  const { inbox, store } = openInbox({
    async handle({ update_id }) {
      await slow.opened;
      handled.push(update_id);
    },
  });
  await inbox.accept([textFrom(1, 1), textFrom(1, 2)]);
  const drained = inbox.drain();
  await inbox.settled(2);
  slow.open();
  await drained;
  expect(handled).toEqual([1]);
  expect([...store.rows.values()].map(({ state }) => state)).toEqual(['handled', 'waiting']);
});

test('draining waits for the last marks', async () => {
  const store = memoryStore();
  const marked = gate();
  const finish: typeof store.finish = async (...given) => {
    await marked.opened;
    return store.finish(...given);
  };
  const { inbox } = openInbox({ store: { ...store, finish } });
  await inbox.accept([textFrom(1, 1)]);
  await inbox.settled(1);
  let isDrained = false;
  const drained = inbox.drain().then(() => (isDrained = true));
  await new Promise(setImmediate);
  expect(isDrained).toBe(false);
  marked.open();
  await drained;
  expect(store.rows.get(1)?.state).toBe('handled');
});

test('draining does not wait for an outage to end', async () => {
  const { inbox, store } = openInbox({
    handle: () => Promise.reject(new StoreDown()),
    sleep: (_, signal) =>
      new Promise((_resolve, reject) =>
        signal.addEventListener('abort', () => reject(new Error('stopped'))),
      ),
  });
  await inbox.accept([textFrom(1, 1)]);
  await inbox.drain();
  expect(store.rows.get(1)?.state).toBe('waiting');
});

test.each([
  ['a tap', { callback_query: { from: { id: 7 }, message: { chat: { id: -5 } } } }, 7],
  ['a channel post', { channel_post: { chat: { id: -5 } } }, -5],
  ['a poll answer', { poll_answer: { user: { id: 8 } } }, 8],
  ['a poll', { poll: { id: 'x' } }, 0],
])('%s takes the turn of its sender', (_, content, learner) => {
  expect(learnerIdOf({ update_id: 1, ...content } as unknown as Update)).toBe(learner);
});

describe('several processes at one store', () => {
  test('a learner is handled by one at a time, whoever their updates reach', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 0, max: 2 })), {
          maxLength: 30,
        }),
        fc.scheduler(),
        async (arrivals, scheduler) => {
          const store = memoryStore();
          const busy = new Set<number>();
          const handled: number[] = [];
          const handle = async (update: Update) => {
            const learner = learnerIdOf(update);
            expect(busy.has(learner)).toBe(false);
            busy.add(learner);
            await scheduler.schedule(Promise.resolve());
            busy.delete(learner);
            handled.push(update.update_id);
          };
          const inboxes = [0, 1, 2].map(() => openInbox({ store, handle }).inbox);
          await Promise.all(
            arrivals.map(([learner, at], i) => inboxes[at]!.accept([textFrom(learner, i + 1)])),
          );
          while (handled.length < arrivals.length) {
            if (scheduler.count() > 0) await scheduler.waitOne();
            else await new Promise(setImmediate);
          }
          await Promise.all(inboxes.map((inbox) => inbox.drain()));
          expect(new Set(handled).size).toBe(arrivals.length);
          expect([...store.turns.keys()]).toEqual([]);
        },
      ),
    );
  });

  test('who has a turn finds what another has stored meanwhile', async () => {
    const slow = gate();
    const first = openInbox({ handle: () => slow.opened });
    const second = openInbox({ store: first.store });
    await first.inbox.accept([textFrom(1, 1)]);
    await second.inbox.accept([textFrom(1, 2), textFrom(2, 3)]);
    await second.inbox.settled(3);
    expect(second.handled).toEqual([3]);
    slow.open();
    while (first.store.rows.get(2)?.state !== 'handled') await new Promise(setImmediate);
    expect(second.handled).toEqual([3]);
    while (first.store.turns.size > 0) await new Promise(setImmediate);
  });

  test('who stops leaves what it has not begun to the others at once', async () => {
    const slow = gate();
    const first = openInbox({ handle: () => slow.opened });
    const second = openInbox({ store: first.store });
    await first.inbox.accept([textFrom(1, 1), textFrom(1, 2)]);
    const drained = first.inbox.drain();
    slow.open();
    await drained;
    await second.inbox.resume();
    await second.inbox.settled(2);
    expect(second.handled).toEqual([2]);
    await second.inbox.drain();
  });
});

describe('what Telegram fails again and again', () => {
  const refused = new Error('500');
  const troubleOf = () => 'refused' as const;

  test('is waited out while it fails for everybody', async () => {
    let failures = 0;
    const { inbox, store } = openInbox({
      troubleOf,
      async handle() {
        failures += 1;
        if (failures <= 40) throw refused;
      },
    });
    await inbox.accept([textFrom(1, 1)]);
    await inbox.settled(1);
    await inbox.drain();
    expect(store.rows.get(1)).toMatchObject({ state: 'handled' });
  });

  test('is set aside when others are answered meanwhile, and the learner goes on', async () => {
    let answers = 0;
    const { inbox, store, handled } = openInbox({
      troubleOf,
      telegramAnswers: () => (answers += 1),
      async handle({ update_id }) {
        if (update_id === 1) throw refused;
        handled.push(update_id);
      },
    });
    await inbox.accept([textFrom(1, 1), textFrom(1, 2)]);
    await inbox.settled(2);
    await inbox.drain();
    expect(store.rows.get(1)).toMatchObject({ state: 'failed', error: 'Error' });
    expect(handled).toEqual([2]);
  });
});
