import { GIT } from '../support/git-notes.js';
import { chat, labels, last, notes, openBot, said, type OpenBot } from '../support/open-bot.js';
import { until } from '../support/player.js';

const LINES = Array.from(
  { length: 120 },
  (_, i) =>
    `ТЕРМИН${'АБВГДЕЖЗИК'[i % 10]}${'ЛМНОПРСТУФХЦ'[Math.floor(i / 10)]} - понятие номер ${i}, у которого своё описание ${'длинное '.repeat(i % 5)}и больше ничего`,
);
const LONG = LINES.join('\n');
const SHORT = LINES.slice(0, 4).join('\n');
const ASK = 'Похоже на конспект. Сделать вопросы?';

let bot: OpenBot;
beforeEach(async () => {
  bot = await openBot(notes('Git', GIT));
});
afterEach(async () => {
  expect(bot.troubles).toEqual([]);
  await bot.close();
});

const titles = async () =>
  (await bot.house.study.decks(bot.anna.user.id)).map(({ title }) => title);

/** As Telegram sends a long text: several messages at once. */
async function paste(text: string): Promise<void> {
  for (const part of text.match(/[^]{1,4096}/gu) ?? []) await bot.anna.say(part);
}

const reported = () => until(bot.telegram, () => chat(bot.anna).includes('📄'));

test('a text of several lines is asked about; «Да» makes a deck where the question stood', async () => {
  const { anna } = bot;
  await anna.say(SHORT);
  expect(last(anna)).toBe(ASK);
  expect(labels(said(anna, ASK))).toEqual(['Да', 'Нет']);
  bot.pass(10_000);
  const press = await anna.press(said(anna, ASK), 'Да');
  expect(press.answer()).not.toBeNull();
  expect(last(anna)).toMatch(/^📄 Терминал\u00a0— 4\u00a0факта/u);
  expect(anna.messages()).toHaveLength(2);
  await anna.press(said(anna, '📄'), 'Начать');
  expect(last(anna)).toMatch(/^Вопрос 1 из 4/);
});

test('«Нет» leaves nothing behind', async () => {
  const { anna } = bot;
  await anna.say(SHORT);
  await anna.press(said(anna, ASK), 'Нет');
  expect(last(anna)).toMatch(/^Хорошо, вопросов по этому тексту не будет\./);
  bot.pass(60_000);
  expect(await titles()).toEqual(['Git']);
  expect(await bot.house.study.ownDecks.paste(anna.user.id)).toBeNull();
});

test('«да» and «нет» in words are the taps', async () => {
  const { anna } = bot;
  await anna.say(SHORT);
  await anna.say('Нет');
  expect(last(anna)).toMatch(/^Хорошо, вопросов по этому тексту не будет\./);
  expect(labels(said(anna, ASK))).toEqual([]);
  await anna.say(SHORT);
  await anna.say('да');
  expect(last(anna)).toMatch(/^📄 Терминал/u);
  await anna.say('да');
  expect(last(anna)).toMatch(/^Сейчас вопрос не задан\./);
});

test('several messages are one paste: one question, and no line lost where they were cut', async () => {
  const { anna } = bot;
  await paste(LONG);
  expect(chat(anna).split(ASK)).toHaveLength(2);
  await anna.press(said(anna, ASK), 'Да');
  expect(last(anna)).toMatch(/^Принято сообщений\u00a0— 3\. Если это не всё, присылайте дальше\.$/);
  bot.pass(4_000);
  await reported();
  expect(said(anna, '📄').text).toMatch(/ 120\u00a0фактов/);
});

test('«Это всё», tapped or typed, need not wait for silence', async () => {
  const { anna } = bot;
  await anna.say(SHORT);
  await anna.press(said(anna, ASK), 'Да');
  await anna.press(said(anna, 'Принято'), 'Это всё');
  expect(last(anna)).toMatch(/^📄/);
  await anna.say(LINES.slice(20, 25).join('\n'));
  await anna.say('Это всё');
  expect(last(anna)).toMatch(/^📄 .* 5\u00a0фактов/);
  expect(await titles()).toHaveLength(3);
});

test('a part that comes later belongs to it, and the question moves below it', async () => {
  const { anna } = bot;
  await anna.say(SHORT);
  const first = said(anna, ASK);
  bot.pass(30_000);
  await anna.say(LINES.slice(4, 9).join('\n'));
  bot.pass(4_000);
  await until(bot.telegram, () => chat(anna).includes('сообщений\u00a0— 2'));
  await until(
    bot.telegram,
    () =>
      labels(anna.messages().find(({ message_id: id }) => id === first.message_id) ?? first)
        .length === 0,
  );
  await anna.press(said(anna, 'сообщений'), 'Да');
  bot.pass(4_000);
  await reported();
  expect(said(anna, '📄').text).toContain(' 9\u00a0фактов');
});

test('a restart in the middle loses no part and closes the paste by silence', async () => {
  const { anna } = bot;
  await anna.say(LINES.slice(0, 40).join('\n'));
  await anna.press(said(anna, ASK), 'Да');
  await bot.restart();
  await anna.say(LINES.slice(40, 80).join('\n'));
  await bot.restart();
  bot.pass(4_000);
  await reported();
  expect(said(anna, '📄').text).toContain(' 80\u00a0фактов');
  expect(await titles()).toHaveLength(2);
});

test('a tap that comes again shows the same deck', async () => {
  const { anna } = bot;
  await anna.say(SHORT);
  bot.pass(10_000);
  const press = await anna.press(said(anna, ASK), 'Да');
  await bot.telegram.redeliver(press.update);
  expect(last(anna)).toMatch(/^📄/);
  expect(await titles()).toHaveLength(2);
});

test('while a question with buttons is open, notes are notes; the way back is offered', async () => {
  const { anna } = bot;
  await anna.say('/start');
  await anna.say(SHORT);
  expect(labels(said(anna, ASK))).toEqual(['Да', 'Нет', 'К вопросу']);
  await anna.press(said(anna, ASK), 'Нет');
  expect(labels(said(anna, 'Хорошо'))).toEqual(['К вопросу']);
});

test('a text with nothing to ask is told so', async () => {
  const { anna } = bot;
  await anna.say('раз\nдва\nтри');
  await anna.say('это всё');
  expect(last(anna)).toMatch(/^Спрашивать пока не о чем/);
});
