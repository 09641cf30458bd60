import { createLog } from '../../src/log.js';
import { createLeadership, type LeaseStore } from '../../src/run/leadership.js';

/** A lease that ends only when it is let go. */
function lease() {
  let holder: string | null = null;
  const store: LeaseStore & { isDown: boolean } = {
    isDown: false,
    async take(owner) {
      if (store.isDown) throw new Error('no database');
      holder ??= owner;
      return { isOurs: holder === owner, owner: holder };
    },
    async letGo(owner) {
      if (holder === owner) holder = null;
    },
  };
  return store;
}

const turn = () => new Promise(setImmediate);

function candidate(store: LeaseStore, owner: string, settings: { leaseMs?: number } = {}) {
  const lines: string[] = [];
  const log = createLog('warn', { write: (line) => void lines.push(line) });
  const leadership = createLeadership({
    ...{ store, owner, log, waitingFor: 'another one leads', isGone: (it) => it === 'dead' },
    sleep: async (_, signal) => {
      await turn();
      signal.throwIfAborted();
    },
    ...settings,
  });
  return { ...leadership, lines };
}

const never = new AbortController().signal;

test('the second one says so once, and leads when the first resigns', async () => {
  const store = lease();
  const first = candidate(store, 'a');
  const second = candidate(store, 'b');
  await first.gain(never);
  let leads = false;
  const gained = second.gain(never).then(() => (leads = true));
  for (let turns = 0; turns < 5; turns += 1) await turn();
  expect(leads).toBe(false);
  expect(second.lines).toHaveLength(1);
  await first.resign();
  await gained;
  await second.resign();
});

test('a process that has certainly died is not waited for', async () => {
  const store = lease();
  await store.take('dead', 1);
  const next = candidate(store, 'b');
  await next.gain(never);
  expect(next.lines).toEqual([]);
  await next.resign();
});

test('who leads goes on leading without a database', async () => {
  const store = lease();
  const leader = candidate(store, 'a', { leaseMs: 0 });
  await leader.gain(never);
  store.isDown = true;
  await leader.gain(never);
  await leader.resign();
});

test('waiting ends with the process', async () => {
  const store = lease();
  await store.take('a', 1);
  const stopping = new AbortController();
  const gained = candidate(store, 'b').gain(stopping.signal);
  stopping.abort();
  await expect(gained).rejects.toThrow();
});
