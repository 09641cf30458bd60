/** An exam in five days: when, how much of the notes, and the first questions of the plan. */
import { GIT } from '../support/git-notes.js';
import {
  answer,
  begin,
  labels,
  last,
  notes,
  openBot,
  said,
  type OpenBot,
} from '../support/open-bot.js';

let bot: OpenBot;
let deckId = '';
beforeEach(async () => {
  bot = await openBot(notes('Git', GIT));
  deckId = (await bot.house.study.decks(bot.anna.user.id))[0]?.id ?? '';
  await begin(bot, bot.anna, 1);
  await answer(bot, bot.anna, true);
});
afterEach(() => bot.close());

const plain = (text: string | undefined): string => (text ?? '').replaceAll('\u00a0', ' ');

/** A screen of the bot's with this button in it, wherever that will be. */
async function openExam(words: RegExp = /^Итог/): Promise<void> {
  await bot.anna.pressData(said(bot.anna, words), '1Re');
}

test('the date by a button, the scope by another, then the first portion', async () => {
  await openExam();
  const dates = said(bot.anna, '📅 Когда экзамен?');
  expect(labels(dates)).toEqual([
    ...['Через 3 дня', 'Через 5 дней', 'Через неделю', 'Через 2 недели', 'Другая дата'],
    '‹ Назад',
  ]);
  await bot.anna.press(dates, 'Через 5 дней');
  const plan = said(bot.anna, /^📅 Экзамен/);
  expect(plain(plan.text)).toMatch(
    /^📅 Экзамен 25 мая\. Последний день — только повторение, до него 4 дня\.\nГлавное: \d+ факт\p{L}* \(определения и «ВАЖНО»\), (?:новых \d+, )?по \d+ в день, \d+ мин\.\nВсё: \d+ факт\p{L}*, (?:новых \d+, )?по \d+ в день, \d+ мин\.$/u,
  );
  expect(labels(plan)).toEqual([
    expect.stringMatching(/^Главное · \d+ мин$/),
    expect.stringMatching(/^Всё · \d+ мин$/),
    ...['Другая дата', '‹ Назад'],
  ]);
  await bot.anna.press(plan, labels(plan)[1] ?? '');
  const set = said(bot.anna, 'План: всё');
  expect(labels(set)).toEqual(['Начать', '‹ Назад']);
  await bot.anna.press(set, 'Начать');
  expect(last(bot.anna)).toMatch(/^Вопрос 1 из \d+/);
  await openExam(/^Присылать/);
  expect(labels(said(bot.anna, /^📅 Экзамен 25/))).toContain('Убрать экзамен');
  expect(bot.troubles).toEqual([]);
});

test('after midnight the plan begins in the morning; the first ten are there for the sleepless', async () => {
  bot.house.setNow(new Date('2026-05-20T23:14:00Z'));
  await openExam();
  await bot.anna.press(said(bot.anna, '📅 Когда экзамен?'), 'Через 5 дней');
  const plan = said(bot.anna, /^📅 Экзамен/);
  expect(plain(plan.text)).toMatch(/\nПлан начнётся утром\. Не спится — вот первые 10\.$/);
  expect(labels(plan).slice(-3)).toEqual(['Первые 10', 'Другая дата', '‹ Назад']);
  await bot.anna.press(plan, 'Первые 10');
  expect(last(bot.anna)).toMatch(/^Вопрос 1 из 10/);
});

describe('a date written by hand', () => {
  beforeEach(async () => {
    await openExam();
    await bot.anna.press(said(bot.anna, '📅 Когда экзамен?'), 'Другая дата');
    expect(plain(last(bot.anna))).toBe(
      'Напишите дату экзамена: «28 мая», «28.05» или «через неделю».',
    );
  });

  test.each(['28 мая', '28.05', 'через 8 дней'])('«%s» is understood', async (text) => {
    await bot.anna.say(text);
    expect(plain(last(bot.anna))).toMatch(/^📅 Экзамен 28 мая\./);
  });

  test('what is no date is asked for again', async () => {
    await bot.anna.say('скоро');
    expect(last(bot.anna)).toMatch(/^Такой даты впереди не нашлось/);
    await bot.anna.say('28 мая');
    expect(plain(last(bot.anna))).toMatch(/^📅 Экзамен 28 мая\./);
    await bot.anna.say('29 мая');
    expect(last(bot.anna)).not.toMatch(/^📅/);
  });

  test('a command is a command, and the date is not waited for any more', async () => {
    await bot.anna.say('/help');
    expect(last(bot.anna)).toMatch(/^\/quiz/);
    await bot.anna.say('28 мая');
    expect(last(bot.anna)).not.toMatch(/^📅/);
  });
});

test('buttons of notes that are gone and of days gone by are dead', async () => {
  const message = said(bot.anna, /^Итог/);
  for (const data of ['1Ro:none', '1Rd:none:5', `1Rp:${deckId}:1:all`, `1Rp:none:30000:all`]) {
    const press = await bot.anna.pressData(message, data);
    expect([data, press.answer()?.text]).toEqual([data, 'Эта кнопка уже не действует']);
  }
});
