import { conversations } from '../../src/db/schema/updates.js';
import {
  answer,
  begin,
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
import { GIT, ONE_LIST, TWO_COMMANDS } from '../support/git-notes.js';

let bot: OpenBot;
afterEach(() => bot.close());

describe('a tapped question', () => {
  beforeEach(async () => {
    bot = await openBot(notes('Git', GIT));
    await bot.anna.say('/start');
  });

  test('turns into its verdict in place, and the next question comes by itself', async () => {
    const question = await questionOf(bot, bot.anna);
    const press = await tapChoice(bot, bot.anna, true);
    expect(press.answer()).toMatchObject({ text: '' });
    const verdict = said(bot.anna, /^✅ Правильно/);
    expect(verdict.message_id).toBe(question.message_id);
    expect(last(bot.anna)).toMatch(/^Вопрос 2 из 5/);
  });

  test('answered wrong waits until its explanation is read', async () => {
    const { question } = await stepOf(bot, bot.anna);
    await tapChoice(bot, bot.anna, false);
    const verdict = said(bot.anna, /^❌ Нет/);
    expect(verdict).toEqual(bot.anna.newest());
    expect(verdict.text).toContain(`строка ${question.line}\n`);
    expect(labels(verdict)).toEqual(['Дальше', '👎 Плохой вопрос']);
    await bot.anna.press(verdict, 'Дальше');
    expect(labels(said(bot.anna, /^❌ Нет/))).toEqual([]);
    expect(last(bot.anna)).toMatch(/^Вопрос 2 из 5/);
  });

  test('can be answered by a letter or by the option itself', async () => {
    const { question } = await stepOf(bot, bot.anna);
    if (question.form !== 'choice') throw new Error('the trial has tap kinds');
    const right = question.choices.findIndex(({ correct }) => correct);
    const asked = await questionOf(bot, bot.anna);
    await bot.anna.say(question.choices[right]?.text ?? '');
    const verdict = said(bot.anna, /^✅ Правильно/);
    expect(verdict.message_id).toBeGreaterThan(asked.message_id);
    expect(labels(said(bot.anna, 'Вопрос 1 из 5'))).toEqual([]);
    expect(last(bot.anna)).toMatch(/^Вопрос 2 из 5/);
  });

  test('a text that is none of its options is not an answer', async () => {
    await bot.anna.say('что-то своё');
    expect(last(bot.anna)).toBe(
      'Выберите ответ кнопкой. Остановиться — «стоп»'.replace(' —', '\u00a0—'),
    );
    expect((await stepOf(bot, bot.anna)).position).toBe(1);
  });

  test('«Не знаю» shows the right answer', async () => {
    await bot.anna.press(await questionOf(bot, bot.anna), 'Не знаю');
    expect(labels(said(bot.anna, /^❌ Запоминаем/))).toEqual(['Дальше', '👎 Плохой вопрос']);
  });

  test('stopped, it waits with the score and comes back at the bottom', async () => {
    await answer(bot, bot.anna, true);
    await bot.anna.press(await questionOf(bot, bot.anna), 'Стоп');
    const stopped = said(bot.anna, 'Итог: 1 из 1. Вопрос 2 подождёт.');
    expect(labels(stopped)).toEqual(['Продолжить']);
    await bot.anna.say('что угодно');
    expect(last(bot.anna)).toMatch(/^В конспекте этого нет/);
    await bot.anna.press(stopped, 'Продолжить');
    expect(last(bot.anna)).toMatch(/^Вопрос 2 из 5/);
    await answer(bot, bot.anna, true);
    expect(last(bot.anna)).toMatch(/^Вопрос 3 из 5/);
  });

  test('«стоп» and /cancel stop it as well', async () => {
    await bot.anna.say('Стоп!');
    expect(labels(said(bot.anna, 'Остановлено, ответы сохранены.'))).toEqual(['Продолжить']);
    expect(labels(said(bot.anna, 'Вопрос 1 из 5'))).toEqual([]);
    await bot.anna.say('продолжить');
    expect(last(bot.anna)).toMatch(/^Вопрос 1 из 5/);
    await bot.anna.say('/cancel');
    expect(last(bot.anna)).toBe('Остановлено, ответы сохранены.');
  });
});

describe('a typed question', () => {
  beforeEach(async () => {
    bot = await openBot(notes('Git', TWO_COMMANDS));
    await begin(bot, bot.anna, 2);
  });

  const wanted = async (): Promise<string> => {
    const { question } = await stepOf(bot, bot.anna);
    return question.form === 'typed' ? (question.accepted[0] ?? '') : '';
  };

  test('gets its verdict below the answer and loses its buttons', async () => {
    await bot.anna.say(await wanted());
    const [asked, , verdict, next] = bot.anna.messages().slice(1);
    expect(asked && labels(asked)).toEqual([]);
    expect(verdict?.text).toMatch(/^✅ Правильно\n/);
    expect(next?.text).toMatch(/^Вопрос 2 из 2/);
    await bot.anna.say(await wanted());
    expect(said(bot.anna, /^Итог/u).text).toMatch(/^Итог: 2 из 2/);
  });

  test('a typo counts and is named', async () => {
    const text = await wanted();
    await bot.anna.say(text.slice(0, -2) + text.at(-1));
    const verdict = said(bot.anna, /^🟡 Почти, засчитано: опечатка в одну букву\nНужно: git/);
    expect(labels(verdict)).toEqual(['Дальше', '👎 Плохой вопрос']);
    await bot.anna.press(verdict, 'Дальше');
    await bot.anna.say(await wanted());
    expect(said(bot.anna, /^Итог/u).text).toMatch(/^Итог: 2 из 2/);
  });

  test('a hint by button or by word leaves the answer open and is told in the verdict', async () => {
    await bot.anna.press(await questionOf(bot, bot.anna), 'Подсказка');
    expect((await questionOf(bot, bot.anna)).text).toMatch(/💡 Начинается с git [a-z]{2}$/);
    await bot.anna.say(await wanted());
    expect(said(bot.anna, /^✅/).text).toMatch(/^✅ Правильно, с подсказкой\n/);
    await bot.anna.say('подсказка');
    expect(last(bot.anna)).toMatch(/^💡 Начинается с git/);
    await bot.anna.say('не знаю');
    expect(last(bot.anna)).toMatch(/^❌ Запоминаем\n/);
  });

  test('commands and other people’s words go by, and the question still listens', async () => {
    await bot.anna.say('/help');
    await bot.anna.say('/stats');
    await bot.anna.send({ sticker: { file_id: 'x' } as never });
    expect(last(bot.anna)).toMatch(/^Пока читается только текст/);
    await bot.anna.say(await wanted());
    expect(said(bot.anna, /^✅/)).toBeDefined();
  });

  test('a lost conversation loses nothing', async () => {
    await bot.forgetConversations();
    await bot.anna.say(await wanted());
    expect(said(bot.anna, /^✅/)).toBeDefined();
    expect(last(bot.anna)).toMatch(/^Вопрос 2 из 2/);
  });

  test('nobody listens any more after «Не знаю» was tapped', async () => {
    await bot.anna.press(await questionOf(bot, bot.anna), 'Не знаю');
    await bot.anna.say('git что-нибудь');
    expect(last(bot.anna)).toMatch(/^В конспекте этого нет/);
    await bot.anna.say('дальше');
    expect(last(bot.anna)).toMatch(/^Вопрос 2 из 2/);
  });

  test('what is remembered of the conversation does not grow with the questions', async () => {
    const size = async () => {
      const [row] = await bot.house.deps.db.select().from(conversations);
      return row?.state.length ?? 0;
    };
    const first = await size();
    await bot.anna.say(await wanted());
    expect(first).toBeGreaterThan(0);
    expect(Math.abs((await size()) - first)).toBeLessThan(300);
    await bot.anna.say(await wanted());
    // The question is over; the buttons of the summary are listened for.
    expect(await size()).toBeLessThan(first);
  });

  test('an update that comes twice is judged once and said again', async () => {
    const update = await bot.anna.say(await wanted());
    const before = bot.anna.messages().length;
    await bot.telegram.redeliver(update);
    expect(
      bot.anna
        .messages()
        .slice(before)
        .map(({ text }) => text?.slice(0, 11)),
    ).toEqual(['✅ Правильно']);
    expect(await stepOf(bot, bot.anna)).toMatchObject({ position: 2 });
    await bot.anna.say(await wanted());
    expect(said(bot.anna, /^Итог/u).text).toMatch(/^Итог: 2 из 2/);
  });
});

test('a list is recalled, looked at and graded', async () => {
  bot = await openBot(notes('Git', ONE_LIST));
  await begin(bot, bot.anna, 1);
  const { question } = await stepOf(bot, bot.anna);
  expect(question.form).toBe('recall');
  await bot.anna.press(await questionOf(bot, bot.anna), 'Показать ответ');
  const shown = await questionOf(bot, bot.anna);
  expect(shown.text).toMatch(/Сколько вспомнилось\?$|Совпало\?$/);
  await bot.anna.press(shown, 2);
  expect(said(bot.anna, /^🟡/).reply_markup?.inline_keyboard ?? []).toEqual([]);
  expect(said(bot.anna, /^Итог/u).text).toMatch(/^Итог: 1 из 1/);
});
