/** The loop of the sender over a store and letters of the test's own: how many at once, what is given back, what is repeated. */
import { GrammyError, HttpError } from 'grammy';
import { createLog } from '../../src/log.js';
import {
  createSender,
  type DuePush,
  type Letter,
  type PushOutcome,
  type SenderStore,
} from '../../src/push/sender.js';

const due = (learnerId: number): DuePush => ({
  ...{ learnerId, localDate: '2026-05-20', isForced: false },
  ...{ dueAt: new Date(0), heldUntil: new Date(60_000) },
});

const refusal = (code: number, retryAfter?: number) =>
  new GrammyError(
    'refused',
    {
      ...{ ok: false, error_code: code, description: 'no' },
      ...(retryAfter !== undefined && { parameters: { retry_after: retryAfter } }),
    },
    'sendMessage',
    {},
  );

/** A store over a list: what is claimed is gone until it comes back. */
function openStore(learners: number) {
  const waiting = Array.from({ length: learners }, (_, i) => due(i + 1));
  const told: string[] = [];
  const store: SenderStore = {
    claim: async (limit) => waiting.splice(0, limit),
    release: async (pushes) => void waiting.push(...pushes),
    takeBack: async (push) => void waiting.push(push),
    giveUp: async ({ learnerId }, reason) => void told.push(`${learnerId} ${reason}`),
    pausedUntil: async () => null,
    pauseFor: async (seconds) => void told.push(`pause ${seconds}`),
  };
  return { store, waiting, told };
}

interface Play {
  readonly store: SenderStore;
  readonly send: (push: DuePush) => Promise<number>;
  readonly sent?: (push: DuePush) => Promise<void>;
  readonly tidy?: () => Promise<void>;
}

function open({ store, send, sent = async () => undefined, tidy = async () => undefined }: Play) {
  const outcomes: PushOutcome[] = [];
  const sender = createSender({
    store,
    begin: async (push): Promise<Letter> => ({
      send: () => send(push),
      sent: () => sent(push),
      tidy,
    }),
    log: createLog('silent'),
    sleep: async (_, signal) => signal.throwIfAborted(),
    onOutcome: ({ outcome }) => outcomes.push(outcome),
  });
  return { sender, outcomes };
}

const never = new AbortController().signal;
const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

test('three calls at once, never four', async () => {
  const { store } = openStore(20);
  let under = 0;
  let most = 0;
  const { sender } = open({
    store,
    async send() {
      under += 1;
      most = Math.max(most, under);
      await turn();
      under -= 1;
      return 1;
    },
  });
  expect(await sender.round(never)).toBe(20);
  expect(most).toBe(3);
});

test('who is told to stop finishes its calls and gives the rest back', async () => {
  const { store, waiting } = openStore(20);
  const stopping = new AbortController();
  const { sender, outcomes } = open({
    store,
    async send({ learnerId }) {
      if (learnerId === 4) stopping.abort();
      await turn();
      return 1;
    },
  });
  await sender.round(stopping.signal);
  expect(outcomes.every((it) => it === 'sent')).toBe(true);
  expect(outcomes.length + waiting.length).toBe(20);
  expect(waiting.length).toBeGreaterThan(10);
});

test('a 429 is told to everybody, and neither it nor what waits is lost', async () => {
  const { store, waiting, told } = openStore(10);
  const { sender, outcomes } = open({
    store,
    send: async ({ learnerId }) => {
      if (learnerId >= 4) throw refusal(429, 17);
      return 1;
    },
  });
  await sender.round(never);
  expect(told).toContain('pause 17');
  expect(outcomes.filter((it) => it === 'sent')).toHaveLength(3);
  expect(waiting).toHaveLength(7);
});

test.each([
  ['blocked', refusal(403), '1 blocked'],
  ['failed', refusal(400), '1 failed'],
] as const)('%s: given up', async (outcome, error, words) => {
  const { store, waiting, told } = openStore(1);
  const { sender, outcomes } = open({ store, send: () => Promise.reject(error) });
  await sender.round(never);
  expect([outcomes, told, waiting]).toEqual([[outcome], [words], []]);
});

test.each([
  ['an error of the server', refusal(502)],
  [
    'a lost answer',
    new HttpError('lost', Object.assign(new Error('reset'), { code: 'ECONNRESET' })),
  ],
])('%s may have come after the message: it counts as sent', async (_, error) => {
  const { store, waiting, told } = openStore(1);
  const { sender, outcomes } = open({ store, send: () => Promise.reject(error) });
  await sender.round(never);
  expect([outcomes, told, waiting]).toEqual([['unknown'], [], []]);
});

test('what was sent is written down as soon as the database is back', async () => {
  const { store } = openStore(1);
  let tries = 0;
  const { sender, outcomes } = open({
    store,
    send: async () => 1,
    async sent() {
      tries += 1;
      if (tries < 4) throw new Error('away');
    },
  });
  await sender.round(never);
  expect([tries, outcomes]).toEqual([4, ['sent']]);
});

test('what cannot be tidied away changes nothing', async () => {
  const { store } = openStore(1);
  const tidy = () => Promise.reject(refusal(429, 5));
  const { sender, outcomes } = open({ store, send: async () => 1, tidy });
  await sender.round(never);
  expect(outcomes).toEqual(['sent']);
});

test('it runs on after the database was away, and ends when it is told to', async () => {
  const { store } = openStore(40);
  const stopping = new AbortController();
  let claims = 0;
  let sent = 0;
  const { sender } = open({
    store: {
      ...store,
      async claim(limit) {
        claims += 1;
        if (claims === 2) throw new Error('away');
        return store.claim(limit);
      },
    },
    async send() {
      sent += 1;
      if (sent === 40) stopping.abort();
      return 1;
    },
  });
  await sender.run(stopping.signal);
  expect(sent).toBe(40);
});
