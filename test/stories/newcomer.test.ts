import {
  answer,
  chat,
  labels,
  last,
  notes,
  openBot,
  said,
  type OpenBot,
} from '../support/open-bot.js';
import { GIT } from '../support/git-notes.js';

let bot: OpenBot;
afterEach(() => bot.close());

test('two sentences, then five questions one after another, then the score', async () => {
  bot = await openBot(notes('Git', GIT));
  const { anna } = bot;
  await anna.say('/start');
  const [, welcome, question] = anna.messages();
  expect(welcome?.text).toMatch(
    /^Здесь спрашивают .* Пять вопросов на пробу: Git\.\nСвой конспект можно прислать /,
  );
  expect(question?.text).toMatch(/^Вопрос 1 из 5\n/);
  for (let i = 1; i <= 5; i += 1) await answer(bot, anna, true);
  expect(anna.messages().filter(({ text }) => text?.startsWith('✅ Правильно'))).toHaveLength(5);
  expect(said(anna, /^Итог/u).text).toMatch(/^Итог: 5 из 5\n/);
  expect(chat(anna).match(/Под ответом всегда строка конспекта/gu)).toHaveLength(1);
  expect(bot.telegram.unansweredTaps()).toEqual([]);
});

test('what stands under every verdict is said under the first one, right or wrong, and never again', async () => {
  bot = await openBot(notes('Git', GIT));
  const { anna } = bot;
  const timesSaid = () => chat(anna).match(/Под ответом всегда строка конспекта/gu)?.length ?? 0;
  await anna.say('/start');
  await answer(bot, anna, false);
  expect(said(anna, /^❌/u).text).toMatch(/взят вопрос\.$/u);
  bot.pass(1_000);
  await anna.say('/undo');
  await answer(bot, anna, true);
  expect(timesSaid()).toBe(1);
  bot.pass(1_000);
  await anna.say('/quiz');
  await anna.press(said(anna, 'Продолжим'), 'Начать заново');
  await answer(bot, anna, true);
  expect(timesSaid()).toBe(1);
  await answer(bot, bot.anna, false);
  expect(timesSaid()).toBe(1);
});

test('whoever begins behind a link is told of the quote too', async () => {
  bot = await openBot(notes('Git', GIT));
  const [deck] = await bot.house.study.decks(bot.boris.user.id);
  await bot.boris.say(`/start t_${deck?.id}_0`);
  await answer(bot, bot.boris, false);
  expect(chat(bot.boris)).toContain('Под ответом всегда строка конспекта');
});

test('several notes are offered by name, and the chosen one is asked', async () => {
  bot = await openBot(notes('Git', GIT), notes('Ветки', GIT.replaceAll('git', 'hg')));
  const { anna } = bot;
  await anna.say('/start');
  expect(labels(said(anna, 'С какого конспекта начать?'))).toEqual(['Git', 'Ветки']);
  await anna.press(said(anna, 'С какого конспекта начать?'), 'Ветки');
  expect(last(anna)).toMatch(/^Вопрос 1 из 5/);
  await answer(bot, anna, true);
  expect(said(anna, /^✅/).text).toContain('📖 Ветки, строка');
});

test('/start in the middle offers the open question and changes nothing', async () => {
  bot = await openBot(notes('Git', GIT));
  const { anna } = bot;
  await anna.say('/start');
  await answer(bot, anna, true);
  await anna.say('/start');
  const offer = said(anna, 'Продолжим с вопроса 2 из 5?');
  const before = said(anna, 'Вопрос 2 из 5');
  await anna.press(offer, 'Продолжить');
  expect(last(anna)).toMatch(/^Вопрос 2 из 5/);
  expect(labels(said(anna, 'Продолжим'))).toEqual([]);
  const copy = anna.messages().find(({ message_id: id }) => id === before.message_id);
  expect(copy && labels(copy)).toEqual([]);
});

test('«Начать заново» closes the open sitting', async () => {
  bot = await openBot(notes('Git', GIT));
  const { anna } = bot;
  await anna.say('/start');
  await answer(bot, anna, true);
  await anna.say('/quiz');
  await anna.press(said(anna, 'Продолжим'), 'Начать заново');
  expect(last(anna)).toMatch(/^Вопрос 1 из/);
  await answer(bot, anna, true);
  expect(last(anna)).toMatch(/^Вопрос 2 из/);
});

test('without notes there is nothing to ask, and the bot says so', async () => {
  bot = await openBot();
  for (const command of ['/start', '/quiz', '/topics', '/stats']) {
    await bot.anna.say(command);
    expect(last(bot.anna)).toMatch(/^Конспектов пока нет/);
  }
});

test('a portion of today begins with one tap; a second tap on it begins nothing', async () => {
  bot = await openBot(notes('Git', GIT));
  const { anna } = bot;
  await anna.say('/start');
  for (let i = 1; i <= 5; i += 1) await answer(bot, anna, true);
  await anna.say('/quiz');
  const screen = said(anna, 'на сегодня');
  await anna.press(screen, 'Начать');
  const count = anna.messages().length;
  const again = await anna.press(screen, 'Начать');
  expect(again.answer()?.text).toBe('Вопрос уже задан, он ниже');
  expect(anna.messages()).toHaveLength(count);
});
