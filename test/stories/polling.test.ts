/**
 * The real process at a Telegram over HTTP: turns of the learners, what is confirmed when, clean stops, and what becomes
 * of people while the database is away.
 */
import type { Message } from 'grammy/types';
import { and, isNotNull, isNull } from 'drizzle-orm';
import { reviews } from '../../src/db/schema/memory.js';
import { steps } from '../../src/db/schema/sittings.js';
import { inbox } from '../../src/db/schema/updates.js';
import type { LocalTelegram } from '../../src/telegram/local/local-telegram.js';
import type { Person, Press } from '../../src/telegram/local/person.js';
import type { BotProcess } from '../support/bot-process.js';
import type { TestDatabase } from '../support/database.js';
import type { DatabaseProxy } from '../support/database-proxy.js';
import { GIT } from '../support/git-notes.js';
import { said } from '../support/open-bot.js';
import { until } from '../support/player.js';
import { openSurroundings, type Surroundings } from '../support/surroundings.js';
import type { TelegramBridge } from '../support/telegram-bridge.js';

let around: Surroundings;
let telegram: LocalTelegram;
let bridge: TelegramBridge;
let database: TestDatabase;
let proxy: DatabaseProxy;
let anna: Person;
let boris: Person;

beforeEach(async () => {
  const openedAt = Date.now();
  around = await openSurroundings(() => openedAt);
  ({ telegram, bridge, database, proxy } = around);
  anna = telegram.person({ id: 4001, firstName: 'Аннушка' });
  boris = telegram.person({ id: 4002, firstName: 'Борислав' });
});
afterEach(() => around.close());

const start = (settings: Readonly<Record<string, string>> = {}): BotProcess =>
  around.start(settings);

async function stop(bot: BotProcess): Promise<void> {
  bot.child.kill('SIGTERM');
  expect(await bot.ended).toBe(0);
}

const ofBot = (person: Person): readonly Message[] =>
  person.messages().filter(({ from }) => from?.is_bot === true);

/** Resolves when the bot has sent so many messages to a person. */
const hears = (person: Person, messages: number): Promise<void> =>
  until(telegram, () => ofBot(person).length >= messages);

/** Anna at her first question. */
async function question(person: Person): Promise<Message> {
  await person.say('/start');
  await hears(person, 2);
  await handled();
  return said(person, /^Вопрос 1 из 5/);
}

const isJudged = (message: Message) => (): boolean =>
  telegram
    .messagesOf(message.chat.id)
    .some((it) => it.message_id === message.message_id && /^[✅❌]/u.test(it.text ?? ''));

/** Holds every call about a chat until it is let go. */
function hold(person: Person): { reached: Promise<void>; letGo(): void } {
  let letGo = (): void => undefined;
  let reach = (): void => undefined;
  const gate = new Promise<void>((resolve) => (letGo = resolve));
  const reached = new Promise<void>((resolve) => (reach = resolve));
  bridge.meddle(async ({ chatId, stage }) => {
    if (chatId !== person.user.id || stage !== 'asked') return;
    reach();
    await gate;
  });
  return { reached, letGo };
}

const unconfirmed = async (): Promise<number> => {
  const response = await telegram.fetch(`http://telegram/bot${telegram.token}/getWebhookInfo`);
  const { result } = (await response.json()) as { result: { pending_update_count: number } };
  return result.pending_update_count;
};

const left = () => database.db.$count(inbox, and(isNull(inbox.handledAt), isNull(inbox.failedAt)));

/** Resolves when everything stored is handled. */
async function handled(): Promise<void> {
  while ((await left()) > 0);
}

test('a learner is answered in the order of the questions, with many waiting', async () => {
  const texts = ['/help', '/nothing', '/topics', '/cancel'];
  const replies = [/^\/quiz\s— /, /^Такой/, /1\. /, /^Останавливать/];
  const asked = Array.from({ length: 60 }, (_, i) => (i * 7 + (i % 5)) % texts.length);
  for (const index of asked) await anna.say(texts[index] ?? '');
  start();
  await hears(anna, asked.length);
  const wrong = ofBot(anna).filter(({ text = '' }, i) => !replies[asked[i] ?? 0]?.test(text));
  expect(wrong.map(({ text }) => text)).toEqual([]);
});

test('a learner whose calls take for ever holds nobody', async () => {
  start();
  const held = hold(anna);
  await anna.say('/help');
  await held.reached;
  for (let messages = 1; messages <= 5; messages += 1) {
    await boris.say('/help');
    await hears(boris, messages);
  }
  expect(ofBot(anna)).toEqual([]);
  held.letGo();
  await hears(anna, 1);
});

test('an update is confirmed when it is stored, and a crash before that costs nothing', async () => {
  const bot = start();
  const asked = await question(anna);
  proxy.shut();
  await anna.press(asked, 1);
  await bot.says(/updates not stored yet/);
  expect(await unconfirmed()).toBe(1);
  bot.child.kill('SIGKILL');
  await bot.ended;
  expect(await database.db.$count(reviews)).toBe(0);

  proxy.open();
  start();
  await until(telegram, isJudged(asked));
  expect(await database.db.$count(reviews)).toBe(1);
});

test('what was stored and not handled is handled by the next start, a redelivery by nobody', async () => {
  const bot = start();
  const asked = await question(anna);
  const held = hold(anna);
  const { update } = await anna.press(asked, 1);
  await held.reached;
  bot.child.kill('SIGKILL');
  await bot.ended;
  bridge.meddle(() => undefined);
  held.letGo();

  await telegram.redeliver(update);
  const next = start();
  await until(telegram, isJudged(asked));
  await boris.say('/help');
  await hears(boris, 1);
  await stop(next);
  expect(await database.db.$count(reviews)).toBe(1);
  expect(await unconfirmed()).toBe(0);
  expect(await left()).toBe(0);
});

test('SIGTERM lets an answer in flight be said, and ends with 0', async () => {
  const bot = start();
  const asked = await question(anna);
  const held = hold(anna);
  await anna.press(asked, 1);
  await held.reached;
  bot.child.kill('SIGTERM');
  // Whoever writes now is answered by this process or by the next one.
  await boris.say('/help');
  held.letGo();
  expect(await bot.ended).toBe(0);
  expect(isJudged(asked)()).toBe(true);

  const next = start();
  await next.says(/polling as/);
  await hears(boris, 1);
  await handled();
  await stop(next);
  expect(ofBot(boris)).toHaveLength(1);
  expect(telegram.unansweredTaps()).toEqual([]);
});

test('SIGTERM while Telegram is out of reach calls the start off, at once and with 0', async () => {
  const bot = start({ TELEGRAM_API_ROOT: 'http://127.0.0.1:9' });
  await bot.says(/Telegram call tried again/);
  await stop(bot);
  expect(bot.output()).not.toMatch(/fatal|cannot be reached/);
});

test('a database that goes away while the notes are taken in is waited for', async () => {
  const shut = proxy.shutAt('insert into "decks"');
  const bot = start();
  await shut;
  await bot.says(/the notes wait for the database/);
  proxy.open();
  await bot.says(/polling as/);
  await stop(bot);
});

describe('what cannot work ends with one sentence and 1', () => {
  const ends = async (bot: BotProcess): Promise<string> => {
    expect(await bot.ended).toBe(1);
    const lines = bot.output().trim().split('\n');
    return lines.filter((line) => !line.startsWith('{')).join('\n');
  };

  test('a token that Telegram does not know', async () => {
    const bot = start({ BOT_TOKEN: `1234567890:${'x'.repeat(35)}`, LOG_LEVEL: 'info' });
    expect(await ends(bot)).toBe(
      'Telegram does not know this BOT_TOKEN: take a fresh one from @BotFather.',
    );
    expect(bot.output()).not.toContain('x'.repeat(35));
  });

  test('a server that cannot be reached', async () => {
    const bot = start({ TELEGRAM_API_ROOT: 'http://127.0.0.1:9' });
    expect(await ends(bot)).toBe('Telegram at 127.0.0.1:9 cannot be reached (ECONNREFUSED).');
  });
});

describe('the database goes away in the middle', () => {
  const NOT_SAVED = 'Ответ не сохранился. Нажмите ещё раз через минуту.';

  /** Everything said about a tap; Telegram shows only the first. */
  const toastsFor = ({ update }: Press): unknown[] =>
    telegram.calls
      .filter(({ method, params }) => {
        const isMine = params['callback_query_id'] === update.callback_query?.id;
        return method === 'answerCallbackQuery' && isMine;
      })
      .map(({ params }) => params['text']);

  /** Anna taps while the door shuts at a word; the bot meets that more than once before it opens again. */
  async function tapAt(word: string): Promise<{ bot: BotProcess; press: Press; asked: Message }> {
    const bot = start();
    const asked = await question(anna);
    const shut = proxy.shutAt(word);
    const press = await anna.press(asked, 1);
    await shut;
    await bot.says(/(?:not stored yet|update failed)[^]*(?:not stored yet|update failed)/);
    return { bot, press, asked };
  }

  async function isJudgedOnce(bot: BotProcess, asked: Message): Promise<void> {
    await until(telegram, isJudged(asked));
    await handled();
    await stop(bot);
    expect(await database.db.$count(reviews)).toBe(1);
    expect(telegram.unansweredTaps()).toEqual([]);
  }

  test.each(['read-step', 'write-answer'])(
    'at %s: the learner hears of it once, and gets the verdict without a restart',
    async (word) => {
      const { bot, press, asked } = await tapAt(word);
      expect(toastsFor(press)).toEqual([NOT_SAVED]);
      proxy.open();
      await isJudgedOnce(bot, asked);
      expect(toastsFor(press).filter((text) => text === NOT_SAVED)).toHaveLength(1);
    },
  );

  test('before the tap is stored: it is judged when the database is back', async () => {
    const { bot, press, asked } = await tapAt('inbox-add');
    proxy.open();
    await isJudgedOnce(bot, asked);
    expect(toastsFor(press).filter((text) => text === NOT_SAVED).length).toBeLessThanOrEqual(1);
  });

  test('a stop meanwhile is a clean one, and the tap is for the next start', async () => {
    const { bot, asked } = await tapAt('write-answer');
    await stop(bot);
    proxy.open();
    const next = start();
    await next.says(/polling as/);
    await isJudgedOnce(next, asked);
  });

  test('a text is answered late and once, and its sender hears of it meanwhile', async () => {
    const bot = start();
    await question(anna);
    proxy.shut();
    await anna.say('/help');
    await bot.says(/not stored yet[^]*not stored yet/);
    await hears(anna, 3);
    expect(anna.newest()?.text).toBe('Ответ не сохранился. Отправьте ещё раз через минуту.');
    proxy.open();
    await hears(anna, 4);
    await boris.say('/help');
    await hears(boris, 1);
    await stop(bot);
    expect(ofBot(anna)).toHaveLength(4);
  });
});

test('the log tells nothing about anybody', async () => {
  const bot = start();
  const asked = await question(anna);
  await anna.say('моя тайна');
  await hears(anna, 3);
  const shut = proxy.shutAt('write-answer');
  await anna.press(asked, 1);
  await shut;
  await bot.says(/update failed/);
  proxy.open();
  await until(telegram, isJudged(asked));
  await handled();
  const from = bot.output().length;
  // grammY's error of a lost connection quotes the address, and with it the token.
  bridge.meddle(({ method, stage }) => {
    if (method === 'sendMessage' && stage === 'asked') throw new Error('the connection breaks');
  });
  const { message } = await anna.say('ещё одна тайна');
  await bot.says(/update failed/, from);
  bridge.meddle(() => undefined);
  await until(telegram, () => (anna.newest()?.message_id ?? 0) > (message?.message_id ?? 0));
  await stop(bot);
  const [step] = await database.db.select().from(steps).where(isNotNull(steps.answeredAt));
  const secrets = [telegram.token, telegram.token.split(':')[1] ?? '', 'тайна', 'Аннушка'];
  const texts = [...GIT.split('\n'), step?.question.answer.text ?? ''].filter(
    (it) => it.length > 3,
  );
  const leaked = [...secrets, ...texts].filter((secret) => bot.output().includes(secret));
  expect(leaked).toEqual([]);
  expect(bot.output()).toContain('update failed');
});
