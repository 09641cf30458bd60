/** /delete and /privacy: what is stored is the learner's, and goes when they say so. */
import { belongings } from '../../src/db/belongings.js';
import { GIT } from '../support/git-notes.js';
import { answer, labels, last, notes, openBot, said, type OpenBot } from '../support/open-bot.js';
import type { Person } from '../../src/telegram/local/person.js';

const PLANETS = `МЕРКУРИЙ - ближайшая к Солнцу планета, на ней нет воздуха
ВЕНЕРА - планета с плотными облаками и самой горячей поверхностью
МАРС - планета с ржавой пылью и двумя маленькими спутниками
ЮПИТЕР - самая большая планета, бури на ней идут веками
`;

let bot: OpenBot;
beforeEach(async () => {
  bot = await openBot(notes('Git', GIT));
});
afterEach(async () => {
  expect(bot.troubles).toEqual([]);
  expect(bot.telegram.unansweredTaps()).toEqual([]);
  await bot.close();
});

/** Tables that still hold something of a person. */
async function leftOf(person: Person): Promise<string[]> {
  const { db } = bot.house.deps;
  const left: string[] = [];
  const columns = [...belongings, { table: 'decks', learner: 'owner_id' }];
  for (const { table, learner } of columns) {
    const { rowCount } = await db.$client.query(`select from ${table} where ${learner} = $1`, [
      person.user.id,
    ]);
    if (rowCount !== 0) left.push(table);
  }
  return left;
}

async function study(person: Person): Promise<void> {
  await person.say('/start');
  for (let i = 0; i < 5; i += 1) await answer(bot, person, true);
  await person.press(said(person, 'Присылать вопросы каждый день?'), 'В 20:00');
  await person.sendDocument({ name: 'Планеты.txt', bytes: Buffer.from(PLANETS) });
}

test('the word deletes everything, and /start is a stranger’s', async () => {
  const { anna } = bot;
  await study(anna);
  await anna.say('/delete');
  expect(last(anna)).toBe(
    'Напишите «удалить»\u00a0— и исчезнут конспекты, ответы и настройки. Вернуть будет нельзя.',
  );
  expect(labels(said(anna, 'Вернуть будет нельзя'))).toEqual(['Сначала забрать копию', 'Отмена']);
  await anna.say('Удалить.');
  expect(last(anna)).toBe('Удалено. Начать с нуля\u00a0— /start');
  expect(await leftOf(anna)).toEqual([]);
  await anna.say('/start');
  expect(said(anna, /^Здесь спрашивают/u).message_id).toBeGreaterThan(
    said(anna, /^Удалено/u).message_id,
  );
  expect(last(anna)).toMatch(/^Вопрос 1 из 5/u);
});

test('any other words delete nothing', async () => {
  const { anna } = bot;
  await study(anna);
  await anna.say('/delete');
  await anna.say('ветка');
  expect(last(anna)).toMatch(/указатель/u);
  await anna.say('удалить');
  expect(last(anna)).not.toMatch(/^Удалено/u);
  expect(await leftOf(anna)).toContain('reviews');
});

test('«Отмена» ends it', async () => {
  const { anna } = bot;
  await study(anna);
  await anna.say('/delete');
  await anna.press(said(anna, 'Вернуть будет нельзя'), 'Отмена');
  expect(said(anna, 'Всё осталось на месте.')).toBeDefined();
  await anna.say('удалить');
  expect(await leftOf(anna)).toContain('reviews');
});

test('the word still counts after a copy was taken', async () => {
  const { anna } = bot;
  await study(anna);
  await anna.say('/delete');
  await anna.press(said(anna, 'Вернуть будет нельзя'), 'Сначала забрать копию');
  const files = anna.messages().filter(({ document }) => document !== undefined);
  expect(files.map(({ document }) => document?.file_name)).toContain('konspekt-copy.json');
  await anna.say('удалить');
  expect(await leftOf(anna)).toEqual([]);
});

test('said once more, as after a crash, it says what is true', async () => {
  const { anna } = bot;
  await study(anna);
  await anna.say('/delete');
  await anna.say('удалить');
  await anna.say('удалить');
  expect(last(anna)).toMatch(/^Удалено/u);
  await anna.say('/delete');
  expect(last(anna)).toMatch(/ничего не хранится/u);
  expect(await leftOf(anna)).toEqual([]);
});

describe('notes that somebody else studies', () => {
  async function share(): Promise<void> {
    const { anna, boris } = bot;
    await study(anna);
    const [deck] = await bot.house.study.ownDecks.held(anna.user.id);
    await boris.say(`/start d_${deck?.deckId ?? ''}`);
    for (let i = 0; i < 2; i += 1) await answer(bot, boris, true);
    await anna.say('/delete');
    expect(last(anna)).toContain('есть ещё у 1\u00a0человека, там они останутся');
  }

  test('stay with them, and are nobody’s', async () => {
    await share();
    const { anna, boris } = bot;
    await anna.say('удалить');
    expect(await leftOf(anna)).toEqual([]);
    await boris.say('/cancel');
    const held = await bot.house.study.ownDecks.held(boris.user.id);
    expect(held.map(({ title }) => title)).toEqual(['Планеты']);
    await boris.say('марс');
    expect(last(boris)).toMatch(/ржавой пылью/u);
  });

  test('go as well when their owner says so; answers to them stay', async () => {
    await share();
    const { anna, boris } = bot;
    await anna.say('удалить везде');
    expect(await leftOf(anna)).toEqual([]);
    expect(await bot.house.study.ownDecks.held(boris.user.id)).toEqual([]);
    expect(await leftOf(boris)).toContain('reviews');
    const { db } = bot.house.deps;
    const { rows } = await db.$client.query(`select text, title from decks where owner_id = 0`);
    expect(rows).toEqual([{ text: '', title: '' }]);
    const texts = await db.$client.query(
      `select body::text from facts where body::text ilike '%пыль%'`,
    );
    expect(texts.rowCount).toBe(0);
    await boris.say('/quiz');
    expect(last(boris)).not.toBe('');
  });
});

test('/privacy says what is stored', async () => {
  await bot.anna.say('/privacy');
  expect(last(bot.anna)).toMatch(/^Хранятся номер профиля .* исчезает за 30 дней\.$/u);
  expect(labels(said(bot.anna, 'Хранятся'))).not.toEqual([]);
});
