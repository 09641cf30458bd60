import type { Update } from 'grammy/types';
import { createBot } from '../../src/bot/bot.js';
import type { Study } from '../../src/study/study.js';
import { createLocalTelegram } from '../../src/telegram/local/local-telegram.js';
import { withoutNotes } from '../support/timers.js';

class DatabaseAway extends Error {}

/** A bot whose study fails like this from the moment it has answered /help; `heal` mends it. */
async function failingBot(error: Error) {
  const telegram = createLocalTelegram();
  const logged: { message: string; details: object }[] = [];
  const note = (details: object, message: string) => void logged.push({ message, details });
  let isBroken = false;
  const act = () => (isBroken ? Promise.reject(error) : Promise.resolve(null));
  const ownDecks = new Proxy({} as Study['ownDecks'], { get: () => act });
  const study = new Proxy({ ownDecks } as Study, {
    get: (parts, name) => (name === 'ownDecks' ? parts.ownDecks : act),
  });
  const nothing = () => Promise.resolve(undefined);
  const bot = createBot({
    token: telegram.token,
    botInfo: telegram.me,
    study,
    conversationStore: { read: nothing, write: nothing, delete: nothing },
    log: { debug: () => undefined, warn: note, error: note },
    isDatabaseAway: (it) => it instanceof DatabaseAway,
    ...withoutNotes,
    client: { fetch: telegram.fetch as typeof fetch },
  });
  await telegram.deliverTo((update) => bot.handleUpdate(update));
  const anna = telegram.person();
  await anna.say('/help');
  const help = anna.newest();
  if (help === undefined) throw new Error('/help was not answered');
  isBroken = true;
  const heal = () => {
    isBroken = false;
  };
  return { telegram, anna, help, logged, heal };
}

test('the database is away: a tap is told so once and comes back later', async () => {
  const { telegram, anna, help } = await failingBot(new DatabaseAway());
  await expect(anna.pressData(help, '1a:s:1:0')).rejects.toThrow();
  const toasts = () => telegram.calls.filter(({ method }) => method === 'answerCallbackQuery');
  expect(toasts().map(({ params }) => params['text'])).toEqual([
    'Ответ не сохранился. Нажмите ещё раз через минуту.',
  ]);
  expect(anna.messages()).toHaveLength(2);
});

test('the same for a text, however often the update is tried', async () => {
  const { telegram, anna } = await failingBot(new DatabaseAway());
  await expect(anna.say('привет')).rejects.toThrow();
  const notSaved = 'Ответ не сохранился. Отправьте ещё раз через минуту.';
  expect(anna.newest()?.text).toBe(notSaved);
  const [, , message] = anna.messages();
  if (message === undefined) throw new Error('the text is not in the chat');
  const update = { update_id: 77, message } as Update;
  for (let tries = 0; tries < 3; tries += 1) {
    await expect(telegram.redeliver(update)).rejects.toThrow();
  }
  expect(anna.messages().filter(({ text }) => text === notSaved)).toHaveLength(2);
});

test('a bug of ours is told when the third try fails too, without details', async () => {
  const { telegram, anna, logged, help } = await failingBot(new TypeError('x is undefined'));
  const broken = 'Сломалось у бота, не у вас. Продолжить\u00a0— /quiz';
  const heard = () => anna.messages().filter(({ text }) => text === broken).length;
  await expect(anna.say('тайный текст')).rejects.toThrow();
  const message = anna.messages().at(-1);
  if (message === undefined) throw new Error('the text is not in the chat');
  expect(heard()).toBe(0);
  const update = { update_id: 77, message } as Update;
  for (const told of [0, 0, 1, 1]) {
    await expect(telegram.redeliver(update)).rejects.toThrow(/x is undefined/);
    expect(heard()).toBe(told);
  }
  await expect(anna.pressData(help, '1a:s:1:0')).rejects.toThrow();
  expect(JSON.stringify(logged)).not.toContain('тайный');
});

test('a learner who blocked the bot makes no noise', async () => {
  const { anna, logged, heal } = await failingBot(new Error('never reached'));
  heal();
  await anna.block();
  await anna.say('/help');
  expect(logged).toEqual([]);
});
