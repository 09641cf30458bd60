/** Webhook mode as an operator runs it: real processes on one Postgres, updates posted to whichever, probes and numbers. */
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import type { Message, Update } from 'grammy/types';
import { countInbox } from '../../src/db/set-aside.js';
import { reviews } from '../../src/db/schema/memory.js';
import type { LocalTelegram } from '../../src/telegram/local/local-telegram.js';
import type { Person } from '../../src/telegram/local/person.js';
import type { BotProcess } from '../support/bot-process.js';
import type { TestDatabase } from '../support/database.js';
import type { DatabaseProxy } from '../support/database-proxy.js';
import { until } from '../support/player.js';
import { openSurroundings, type Surroundings } from '../support/surroundings.js';

const SECRET = 'only-telegram-knows-this-1234567890';
const PATH = '/telegram/here';

let around: Surroundings;
let telegram: LocalTelegram;
let database: TestDatabase;
let proxy: DatabaseProxy;
let anna: Person;

beforeEach(async () => {
  around = await openSurroundings();
  ({ telegram, database, proxy } = around);
  anna = telegram.person({ id: 5001, firstName: 'Аннушка' });
});
afterEach(() => around.close());

interface Replica extends BotProcess {
  readonly root: string;
}

/** A process of the bot that is ready. */
async function replica(settings: Readonly<Record<string, string>> = {}): Promise<Replica> {
  const port = await freePort();
  const bot = around.start({
    ...{ PORT: String(port), WEBHOOK_URL: `https://quiz.example${PATH}`, WEBHOOK_SECRET: SECRET },
    ...settings,
  });
  const root = `http://127.0.0.1:${port}`;
  await bot.says(/Telegram delivers to the webhook/);
  while ((await status(`${root}/readyz`)) !== 200);
  return { ...bot, root };
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

const status = async (url: string, init: RequestInit = {}): Promise<number> =>
  (await fetch(url, init)).status;

const post = (root: string, body: string, headers: Record<string, string> = {}) =>
  status(`${root}${PATH}`, {
    method: 'POST',
    body,
    headers: { 'x-telegram-bot-api-secret-token': SECRET, ...headers },
  });

/** Telegram's side: an update goes to the next of these until one says 200. */
const delivering = (to: readonly Replica[]) => {
  let turn = 0;
  return async (update: Update): Promise<void> => {
    for (;;) {
      const { root } = to[(turn += 1) % to.length] as Replica;
      const said = await post(root, JSON.stringify(update)).catch(() => 0);
      if (said === 200) return;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  };
};

const ofBot = (person: Person): readonly Message[] =>
  person.messages().filter(({ from }) => from?.is_bot === true);
const hears = (messages: number) => until(telegram, () => ofBot(anna).length >= messages);
const isJudged = (message: Message) => (): boolean =>
  telegram
    .messagesOf(message.chat.id)
    .some((it) => it.message_id === message.message_id && /^[✅❌]/u.test(it.text ?? ''));

async function question(): Promise<Message> {
  await anna.say('/start');
  await hears(2);
  return ofBot(anna)[1] as Message;
}

test('two processes share the learners: one is stopped, the other goes on, nothing twice', async () => {
  const pair = [await replica(), await replica()];
  await telegram.deliverTo(delivering(pair));
  const asked = await question();
  const { update } = await anna.press(asked, 1);
  await until(telegram, isJudged(asked));
  const [first, second] = pair as [Replica, Replica];
  expect(await post(first.root, JSON.stringify(update))).toBe(200);
  expect(await post(second.root, JSON.stringify(update))).toBe(200);

  first.child.kill('SIGTERM');
  while ((await status(`${first.root}/readyz`).catch(() => 503)) === 200);
  // Its door is open still: whoever has not noticed yet is served.
  expect(await status(`${first.root}/healthz`)).toBe(200);
  expect(await first.ended).toBe(0);
  await telegram.deliverTo(delivering([second]));
  const before = ofBot(anna).length;
  await anna.say('/help');
  await hears(before + 1);
  expect(await database.db.$count(reviews)).toBe(1);
  expect(await countInbox(database.db)).toEqual({ waiting: 0, setAside: 0 });
});

test('only Telegram gets in, and only with an update', async () => {
  const { root } = await replica();
  const body = JSON.stringify({ update_id: 1, message: { text: 'тайна' } });
  const refused = [
    await post(root, body, { 'x-telegram-bot-api-secret-token': `${SECRET}x` }),
    await post(root, body, { 'x-telegram-bot-api-secret-token': '' }),
    await post(root, 'нет'),
    await post(root, '[]'),
    await post(root, 'null'),
    await post(root, '{"update_id":"1"}'),
    await post(root, `{"update_id":1,"a":"${'x'.repeat(300_000)}"}`),
    await status(`${root}${PATH}`),
    await status(`${root}/telegram`, { method: 'POST', body }),
  ];
  expect(refused).toEqual([401, 401, 400, 400, 400, 400, 413, 405, 404]);
  expect(await post(root, body)).toBe(200);
  const rows = await database.pool.query('select update_id::int from inbox');
  expect(rows.rows).toEqual([{ update_id: 1 }]);
});

test('without a database: alive and not ready, updates are refused until it is back, and then handled', async () => {
  const only = await replica();
  await telegram.deliverTo(delivering([only]));
  const asked = await question();
  proxy.shut();
  expect(await status(`${only.root}/healthz`)).toBe(200);
  expect(await status(`${only.root}/readyz`)).toBe(503);
  const press = anna.press(asked, 1);
  await only.says(/an update was not stored/);
  proxy.open();
  await press;
  await until(telegram, isJudged(asked));
  expect(await database.db.$count(reviews)).toBe(1);
});

test('the numbers tell what happens, of nobody', async () => {
  const only = await replica();
  await telegram.deliverTo(delivering([only]));
  const asked = await question();
  await anna.press(asked, 1);
  await until(telegram, isJudged(asked));
  while ((await countInbox(database.db)).waiting > 0);
  const text = await (await fetch(`${only.root}/metrics`)).text();
  expect(text).toMatch(/^konspekt_updates_total\{end="handled"\} 2$/m);
  expect(text).toMatch(/^konspekt_verdicts_total\{result="(?:correct|wrong)"\} 1$/m);
  expect(text).toMatch(/^konspekt_stage_seconds_count\{stage="handled"\} 2$/m);
  expect(text).toMatch(/^konspekt_telegram_seconds_count\{method="sendMessage",outcome="ok"\} \d/m);
  expect(text).toMatch(/^konspekt_inbox_rows\{state="waiting"\} 0$/m);
  expect(text).toMatch(/^konspekt_database_connections\{state="total"\} \d/m);
  expect(text).toMatch(/^konspekt_push_due_seconds 0$/m);
  expect(text).not.toMatch(/5001|Аннушка|git/i);
});

test('a second process that polls waits, and takes over when the first one dies', async () => {
  const first = around.start();
  await first.says(/polling as/);
  const second = around.start();
  await second.says(/this one waits to take its place/);
  first.child.kill('SIGKILL');
  await second.says(/polling as/);
  await anna.say('/help');
  await hears(1);
  expect(second.output()).not.toContain('another process polls with this token');
});
