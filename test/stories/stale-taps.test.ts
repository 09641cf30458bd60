import {
  answer,
  labels,
  last,
  notes,
  openBot,
  questionOf,
  said,
  stepOf,
  tapChoice,
  type OpenBot,
} from '../support/open-bot.js';
import { buttonsOf } from '../../src/telegram/local/person.js';
import type { Message } from 'grammy/types';
import { GIT } from '../support/git-notes.js';

let bot: OpenBot;
beforeEach(async () => {
  bot = await openBot(notes('Git', GIT));
  await bot.anna.say('/start');
});
afterEach(async () => {
  expect(bot.telegram.unansweredTaps()).toEqual([]);
  expect(bot.troubles).toEqual([]);
  await bot.close();
});

const dataOf = (message: Message, label: string): string => {
  const button = buttonsOf(message).find(({ text }) => text === label);
  return button !== undefined && 'callback_data' in button ? button.callback_data : '';
};

test('a second tap shows the stored verdict again and counts nothing', async () => {
  const asked = await questionOf(bot, bot.anna);
  await tapChoice(bot, bot.anna, false);
  const verdict = said(bot.anna, /^❌/);
  const press = await bot.anna.press(asked, 2);
  expect(press.answer()?.text).toBe('Ответ уже записан');
  expect(said(bot.anna, /^❌/)).toEqual(verdict);
  expect(await bot.house.study.stats(bot.anna.user.id)).toMatchObject({ answersToday: 1 });
});

test('hint, «Не знаю» and «Стоп» of an answered question change nothing either', async () => {
  const asked = await questionOf(bot, bot.anna);
  await tapChoice(bot, bot.anna, true);
  for (const label of labels(asked).slice(-2)) {
    const press = await bot.anna.press(asked, label);
    expect(press.answer()?.text).toBe('Ответ уже записан');
  }
  expect((await stepOf(bot, bot.anna)).position).toBe(2);
  expect(last(bot.anna)).toMatch(/^Вопрос 2 из 5/);
});

test('a question of a sitting that was closed shows what was right', async () => {
  const asked = await questionOf(bot, bot.anna);
  await bot.anna.say('/quiz');
  await bot.anna.press(said(bot.anna, 'Продолжим'), 'Начать заново');
  const press = await bot.anna.press(asked, 1);
  expect(press.answer()?.text).toBe('Этот вопрос уже закрыт');
  const closed = said(bot.anna, 'Вопрос закрыт');
  expect(closed.message_id).toBe(asked.message_id);
  expect(labels(closed)).toEqual([]);
});

test.each(['', 'a', '1a:zzz:1:0', '1a:нет:1:0', '9x:1', 'буква', '1z:7', '1y:nodeck', '1d:nodeck'])(
  'forged data %p changes nothing',
  async (data) => {
    const before = bot.anna.messages();
    const press = await bot.anna.pressData(await questionOf(bot, bot.anna), data);
    expect(press.answer()?.text).toBe('Эта кнопка уже не действует');
    expect(bot.anna.messages()).toEqual(before);
  },
);

test('a choice the question does not have is forged too', async () => {
  const asked = await questionOf(bot, bot.anna);
  const data = dataOf(asked, labels(asked)[0] ?? '').replace(/\d+$/, '9');
  const press = await bot.anna.pressData(asked, data);
  expect(press.answer()?.text).toBe('Эта кнопка уже не действует');
  expect((await stepOf(bot, bot.anna)).position).toBe(1);
});

test('another person’s button does nothing for anybody', async () => {
  const asked = await questionOf(bot, bot.anna);
  for (const label of labels(asked)) {
    await bot.boris.say('/help');
    const own = bot.boris.newest();
    if (own === undefined) throw new Error('Boris was not answered');
    const press = await bot.boris.pressData(own, dataOf(asked, label));
    expect(press.answer()?.text).toBe('Эта кнопка уже не действует');
  }
  expect((await stepOf(bot, bot.anna)).position).toBe(1);
});

test('a question put long ago whose message is gone is answered by a new message', async () => {
  const asked = await questionOf(bot, bot.anna);
  const { question } = await stepOf(bot, bot.anna);
  if (question.form !== 'choice') throw new Error('the trial has tap kinds');
  const right = question.choices.findIndex(({ correct }) => correct);
  const data = dataOf(asked, labels(asked)[0] ?? '').replace(/\d+$/, String(right));
  await bot.anna.pressData({ ...asked, message_id: asked.message_id + 5_000_000 }, data);
  expect(said(bot.anna, /^✅ Правильно/).message_id).toBeGreaterThan(asked.message_id);
  expect(last(bot.anna)).toMatch(/^Вопрос 2 из 5/);
});

test('«Дальше» pressed twice puts one question', async () => {
  await tapChoice(bot, bot.anna, false);
  const verdict = said(bot.anna, /^❌/);
  await bot.anna.press(verdict, 'Дальше');
  const count = bot.anna.messages().length;
  const press = await bot.anna.press(verdict, 'Дальше');
  expect(press.answer()?.text).toBe('Вопрос уже задан, он ниже');
  expect(bot.anna.messages()).toHaveLength(count);
});

test('a tap that Telegram delivers twice is judged once and nothing stays unsaid', async () => {
  const { update } = await tapChoice(bot, bot.anna, true);
  const count = bot.anna.messages().length;
  await bot.telegram.redeliver(update);
  expect(bot.anna.messages()).toHaveLength(count);
  await answer(bot, bot.anna, true);
  expect(await bot.house.study.stats(bot.anna.user.id)).toMatchObject({ answersToday: 2 });
});

test('what Telegram did not take is said when the update is handled again', async () => {
  for (const method of ['editMessageText', 'sendMessage']) {
    bot.telegram.fail(method, { kind: 'server' });
    await expect(tapChoice(bot, bot.anna, true)).rejects.toThrow();
    const update = bot.updates.at(-1);
    if (update === undefined) throw new Error('nothing was tapped');
    await bot.telegram.redeliver(update);
  }
  expect(bot.anna.messages().filter(({ text }) => text?.startsWith('✅'))).toHaveLength(2);
  expect(last(bot.anna)).toMatch(/^Вопрос 3 из 5/);
  expect(await bot.house.study.stats(bot.anna.user.id)).toMatchObject({ answersToday: 2 });
});

test('«Продолжить» that came too late leaves the verdict where it stands', async () => {
  for (let answers = 1; answers < 5; answers += 1) await answer(bot, bot.anna, true);
  const asked = await questionOf(bot, bot.anna);
  await bot.anna.press(asked, 'Стоп');
  const stopped = said(bot.anna, 'подождёт');
  // Both taps are on a phone that has not seen the edit before.
  await bot.anna.press(asked, 'Не знаю');
  await bot.anna.press(stopped, 'Продолжить');
  expect(said(bot.anna, /^❌ Запоминаем/).message_id).toBe(asked.message_id);
  expect(last(bot.anna)).toContain('на сегодня');
});
