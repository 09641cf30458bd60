/** What went wrong comes again until it is right twice in a row; what will not stay comes with options. */
import { cards } from '../../src/db/schema/memory.js';
import { GIT, TWO_COMMANDS } from '../support/git-notes.js';
import {
  answer,
  begin,
  labels,
  last,
  notes,
  openBot,
  said,
  stepOf,
  type OpenBot,
} from '../support/open-bot.js';

let bot: OpenBot;
beforeEach(async () => {
  bot = await openBot(notes('Git', GIT), notes('Команды', TWO_COMMANDS));
  const decks = await bot.house.study.decks(bot.anna.user.id);
  const git = decks.find(({ title }) => title === 'Git');
  await bot.house.study.chooseDeck(bot.anna.user.id, git?.id ?? '');
});
afterEach(() => bot.close());

/** Answers to the end of the sitting. */
async function playOn(isRight: (position: number) => boolean): Promise<void> {
  for (let i = 0; i < 20; i += 1) {
    const progress = await bot.house.study.progress(bot.anna.user.id);
    if (progress.kind !== 'step') return;
    await answer(bot, bot.anna, isRight(progress.step.position));
    const newest = bot.anna.newest();
    if (newest !== undefined && labels(newest).includes('Дальше')) {
      await bot.anna.press(newest, 'Дальше');
    }
  }
}

test('«Разобрать ошибки: 2» opens a sitting of them; after two right answers in a row there are none', async () => {
  await begin(bot, bot.anna, 3);
  await playOn((position) => position === 3);
  const summary = said(bot.anna, /^Итог: 1 из 3/);
  expect(labels(summary)[0]).toBe('Разобрать ошибки: 2');
  await bot.anna.press(summary, 'Разобрать ошибки: 2');
  expect(last(bot.anna)).toMatch(/^Вопрос 1 из 2/);
  expect(await stepOf(bot, bot.anna)).toMatchObject({ sessionKind: 'mistakes' });
  await playOn(() => true);
  expect(labels(said(bot.anna, /^Итог: 2 из 2/))[0]).toBe('Разобрать ошибки: 2');
  await bot.anna.say('/mistakes');
  expect(last(bot.anna)).toMatch(/^Вопрос 1 из 2/);
  await playOn(() => true);
  expect(labels(said(bot.anna, /^Итог: 2 из 2/))[0]).toBe('Ещё 5');
  await bot.anna.say('ошибки');
  expect(last(bot.anna)).toMatch(/^Ошибок нет\.\nФакт с ошибкой ждёт здесь/);
});

test('/quiz offers them too', async () => {
  await begin(bot, bot.anna, 2);
  await playOn((position) => position === 2);
  await bot.anna.say('/quiz');
  expect(labels(said(bot.anna, 'на сегодня'))).toContain('Ошибки: 1');
});

test('before the first answer there are none, and the way to begin', async () => {
  await bot.boris.say('/mistakes');
  expect(last(bot.boris)).toBe('Ошибок нет: вопросов ещё не было.');
  expect(labels(said(bot.boris, 'Ошибок нет'))).toEqual(['Начать']);
});

test('mistakes in other notes are one tap away', async () => {
  await begin(bot, bot.anna, 1);
  await playOn(() => false);
  const decks = await bot.house.study.decks(bot.anna.user.id);
  const other = decks.find(({ title }) => title === 'Команды');
  await bot.house.study.chooseDeck(bot.anna.user.id, other?.id ?? '');
  await bot.anna.say('/mistakes');
  const message = said(bot.anna, 'В этом конспекте ошибок нет');
  expect(labels(message)).toEqual(['Git: 1']);
  await bot.anna.press(message, 'Git: 1');
  expect(last(bot.anna)).toMatch(/^Вопрос 1 из 1/);
});

describe('while a sitting is open', () => {
  const buttonsOf = () => labels(said(bot.anna, 'Продолжим'));

  beforeEach(async () => {
    await begin(bot, bot.anna, 3);
    await answer(bot, bot.anna, false);
    await bot.anna.press(said(bot.anna, '❌'), 'Дальше');
  });

  test.each(['/mistakes', 'ошибки'])('%s offers to go on with it first', async (words) => {
    await bot.anna.say(words);
    expect(last(bot.anna)).toBe('Продолжим с вопроса 2 из 3?');
    expect(buttonsOf()).toEqual(['Продолжить', 'Ошибки: 1']);
    await bot.anna.press(said(bot.anna, 'Продолжим'), 'Продолжить');
    expect(last(bot.anna)).toMatch(/^Вопрос 2 из 3/);
  });

  test('a second word opens the mistakes', async () => {
    await bot.anna.say('/mistakes');
    await bot.anna.say('нет');
    expect(last(bot.anna)).toMatch(/^Вопрос 1 из 1/);
    expect(await stepOf(bot, bot.anna)).toMatchObject({ sessionKind: 'mistakes' });
  });

  test('one on the mistakes goes on where it was', async () => {
    await bot.anna.say('/mistakes');
    await bot.anna.press(said(bot.anna, 'Продолжим'), 'Ошибки: 1');
    const { session } = await stepOf(bot, bot.anna);
    await bot.anna.say('/mistakes');
    expect(last(bot.anna)).toMatch(/^Вопрос 1 из 1/);
    expect(await stepOf(bot, bot.anna)).toMatchObject({ session });
  });
});

test('a fact lost for the eighth time is said to come with options, once, and does', async () => {
  await begin(bot, bot.anna, 4);
  const { db } = bot.house.deps;
  const known = { reps: 30, state: 2, stability: 5, difficulty: 6, scheduledDays: 5 };
  await db.update(cards).set({ ...known, lapses: 7, lastReview: new Date('2026-05-10T09:00:00Z') });
  await answer(bot, bot.anna, false);
  expect(last(bot.anna)).toContain('Факт трудный: теперь он будет приходить с вариантами ответа.');
  await db.update(cards).set({ lapses: 8 });
  for (let i = 0; i < 6; i += 1) {
    await begin(bot, bot.anna, 20);
    const opened = await stepOf(bot, bot.anna);
    if (opened.question.form === 'recall') continue;
    expect(opened.question.form).toBe('choice');
  }
  await answer(bot, bot.anna, false);
  expect(last(bot.anna)).not.toContain('Факт трудный');
});

test('nothing is promised of a fact that can only be typed', async () => {
  await bot.close();
  bot = await openBot(notes('Git', 'КОМАНДЫ GIT\ngit stash  - отложить правки в сторону'));
  await begin(bot, bot.anna, 1);
  expect((await stepOf(bot, bot.anna)).question.form).toBe('typed');
  const known = { reps: 30, state: 2, stability: 5, difficulty: 6, scheduledDays: 5 };
  const lastReview = new Date('2026-05-10T09:00:00Z');
  await bot.house.deps.db.update(cards).set({ ...known, lapses: 7, lastReview });
  await answer(bot, bot.anna, false);
  expect(last(bot.anna)).toMatch(/^❌ Нет/);
  expect(last(bot.anna)).not.toContain('Факт трудный');
});
