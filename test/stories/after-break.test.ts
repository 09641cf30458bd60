/** Three weeks away: what is due is worked off a day at a time, faster for those who want to, and new facts wait. */
import { eq } from 'drizzle-orm';
import { facts } from '../../src/db/schema/decks.js';
import { learners } from '../../src/db/schema/learners.js';
import { cards } from '../../src/db/schema/memory.js';
import { newCard, rateCard } from '../../src/review/schedule.js';
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
import { NOON } from '../support/study.js';

const DAY = 24 * 3_600_000;
const FACTS = 70;
const DUE = 60;

/** Terms of our own, each with a description that nobody could take for another's. */
const MANY = Array.from(
  { length: FACTS },
  (_, i) =>
    `Термин${'абвгдежзик'.charAt(i % 10)}${i} - понятие под номером ${i * 7 + 3} из большого списка`,
).join('\n');

let bot: OpenBot;
beforeEach(async () => {
  bot = await openBot(notes('Термины', MANY));
  await begin(bot, bot.anna, 1);
  await answer(bot, bot.anna, true);
  const { db } = bot.house.deps;
  const known = await db.select({ id: facts.id }).from(facts).limit(DUE);
  const { due, lastReview, ...state } = rateCard(newCard(NOON), 3, NOON);
  const seen = { ...state, due: new Date(due), lastReview: new Date(lastReview ?? '') };
  await db
    .insert(cards)
    .values(known.map(({ id }) => ({ ...seen, learnerId: bot.anna.user.id, factId: id })))
    .onConflictDoNothing();
  bot.house.setNow(new Date(NOON.getTime() + 21 * DAY));
});
afterEach(() => bot.close());

const plain = (text: string | undefined): string => (text ?? '').replaceAll('\u00a0', ' ');
const goal = async (): Promise<number | null> => {
  const [row] = await bot.house.deps.db
    .select({ goal: learners.catchUpGoal })
    .from(learners)
    .where(eq(learners.id, bot.anna.user.id));
  return row?.goal ?? null;
};

test('/start says what is to be repeated a day at a time; the sitting never names the pile', async () => {
  await bot.anna.say('/start');
  const hello = said(bot.anna, 'С возвращением!');
  expect(plain(hello.text)).toMatch(
    /К повторению \d{2} вопрос\p{L}*: по 10 в день — это \d дней\. Начнём с того, что ещё держится в памяти\.$/u,
  );
  expect(labels(hello).map(plain)).toEqual(['Начать: 10 вопросов', 'Быстрее: по 12, 5 дней']);
  await bot.anna.press(hello, 1);
  expect(last(bot.anna)).toMatch(/^Вопрос 1 из 10/);
});

test('«Быстрее» raises the goal until the pile is gone', async () => {
  await bot.anna.say('/start');
  await bot.anna.press(said(bot.anna, 'С возвращением!'), 'Быстрее: по 12, 5 дней');
  const hurried = said(bot.anna, 'С возвращением!');
  expect(plain(hurried.text)).toContain('по 12 в день — это 5 дней.');
  expect(labels(hurried).map(plain)).toEqual(['Начать: 12 вопросов']);
  expect(await goal()).toBe(12);
  await bot.anna.press(hurried, 1);
  expect((await stepOf(bot, bot.anna)).length).toBe(12);
  await bot.anna.say('/cancel');

  const { db } = bot.house.deps;
  await db.update(cards).set({ due: new Date(NOON.getTime() + 90 * DAY) });
  await bot.house.study.open(bot.anna.user.id, { kind: 'portion' });
  expect(await goal()).toBeNull();
});

test('the first summary after a break comforts and says how much comes next', async () => {
  await bot.house.study.open(bot.anna.user.id, { kind: 'portion' });
  await bot.anna.say('продолжить');
  for (let i = 0; i < 10; i += 1) {
    await answer(bot, bot.anna, i > 2);
    const newest = bot.anna.newest();
    if (newest !== undefined && labels(newest)[0] === 'Дальше') {
      await bot.anna.press(newest, 'Дальше');
    }
  }
  expect(plain(said(bot.anna, /^Итог/).text)).toMatch(
    /^Итог: \d из 10\nПосле перерыва так и бывает: трудное спросим чаще\. Завтра ещё 10\./,
  );
});
