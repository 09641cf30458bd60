/** What people write where the bot has put buttons: the words on them, «да», «нет», a time, a city. */
import { GIT, ONE_LIST, TWO_COMMANDS } from '../support/git-notes.js';
import {
  answer,
  begin,
  chat,
  labels,
  last,
  notes,
  openBot,
  questionOf,
  said,
  type OpenBot,
} from '../support/open-bot.js';
import type { Person } from '../../src/telegram/local/person.js';

let bot: OpenBot;
let anna: Person;
afterEach(async () => {
  expect(bot.troubles).toEqual([]);
  await bot.close();
});

const plain = (text: string): string => text.replaceAll('\u00a0', ' ');
const lastOf = (person: Person): string => plain(last(person));

/** A newcomer who has answered the trial; noon in Moscow. */
async function meet(...more: ReturnType<typeof notes>[]): Promise<void> {
  bot = await openBot(notes('Git', GIT), ...more);
  anna = bot.anna;
  await anna.say('/start');
  if (more.length > 0) await anna.say('Git');
  for (let i = 1; i <= 5; i += 1) await answer(bot, anna, true);
}

describe('the offer of daily questions', () => {
  beforeEach(() => meet());

  test('«да» asks for the hour, a time is taken, «да» confirms the clock', async () => {
    expect(lastOf(anna)).toMatch(/^Присылать вопросы каждый день\?/u);
    await anna.say('да');
    expect(lastOf(anna)).toMatch(/^Во сколько присылать\?/u);
    await anna.say('в 21:30');
    expect(lastOf(anna)).toBe('☀️ Каждый день в 21:30 по Москве. Сейчас у вас 12:00?');
    await anna.say('Да!');
    expect(lastOf(anna)).toBe('☀️ Каждый день в 21:30 по Москве. Поменять — /daily');
  });

  test('an hour is taken at once, the words of a button are that button', async () => {
    await anna.say('9 утра');
    expect(lastOf(anna)).toBe('☀️ Каждый день в 9:00 по Москве. Сейчас у вас 12:00?');
    await anna.say('/daily');
    await anna.say('Выключить');
    expect(lastOf(anna)).toMatch(/^☀️ Ежедневные вопросы выключены/u);
  });

  test.each(['нет', 'не сейчас', 'Не надо.'])('«%s» declines', async (words) => {
    await anna.say(words);
    expect(lastOf(anna)).toBe('Хорошо. Включить можно в любой момент — /daily');
  });

  test('a term is still looked up', async () => {
    await anna.say('ветка');
    expect(lastOf(anna)).toContain('подвижный указатель');
    await anna.say('9:00');
    expect((await bot.house.study.daily(anna.user.id)).isOn).toBe(false);
  });
});

describe('«Сейчас у вас 12:00?»', () => {
  beforeEach(async () => {
    await meet();
    await anna.say('в 20:00');
    expect(lastOf(anna)).toMatch(/Сейчас у вас 12:00\?$/u);
  });

  test('«нет» asks what the clock shows, and the clock says where one is', async () => {
    await anna.say('нет');
    expect(lastOf(anna)).toBe(
      'Сколько сейчас у вас? Напишите время, например «16:05», или выберите город.',
    );
    await anna.say('14:01');
    expect(lastOf(anna)).toBe('☀️ Каждый день в 20:00, Екатеринбург. Поменять — /daily');
  });

  test.each([
    ['живу в Омске', '☀️ Каждый день в 20:00, Омск. Сейчас у вас 15:00?'],
    ['у меня 16:00', '☀️ Каждый день в 20:00, Красноярск. Поменять — /daily'],
    ['12:01', '☀️ Каждый день в 20:00 по Москве. Поменять — /daily'],
    ['в 21:00', '☀️ Каждый день в 21:00 по Москве. Сейчас у вас 12:00?'],
    ['18:45', '☀️ Каждый день в 18:45 по Москве. Сейчас у вас 12:00?'],
    ['верно', '☀️ Каждый день в 20:00 по Москве. Поменять — /daily'],
  ])('«%s» is an answer', async (words, expected) => {
    await anna.say(words);
    expect(lastOf(anna)).toBe(expected);
  });

  test('after another city «да» still means the clock', async () => {
    await anna.say('Омск');
    await anna.say('да');
    expect(lastOf(anna)).toBe('☀️ Каждый день в 20:00, Омск. Поменять — /daily');
  });
});

describe('other screens', () => {
  beforeEach(() => meet(notes('Ветки', GIT.replaceAll('git', 'hg'))));

  test.each(['начать', 'да', '5'])('today’s portion begins with «%s»', async (words) => {
    await anna.say('/quiz');
    await anna.say(words);
    expect(last(anna)).toMatch(/^Вопрос 1 из/u);
  });

  test('an open sitting goes on with «да», and begins anew with «начать заново»', async () => {
    await anna.say('/quiz');
    await anna.say('начать');
    await answer(bot, anna, true);
    await anna.say('/quiz');
    expect(last(anna)).toMatch(/^Продолжим с вопроса 2/u);
    await anna.say('да');
    expect(last(anna)).toMatch(/^Вопрос 2 из/u);
    await anna.say('/quiz');
    await anna.say('начать заново');
    expect(last(anna)).toMatch(/^Вопрос 1 из/u);
  });

  test('notes are chosen by their name', async () => {
    await anna.say('/quiz');
    await anna.say('другой конспект');
    await anna.say('ветки');
    expect(last(anna)).toMatch(/^Ветки/u);
  });

  test('a section is chosen by its number, a setting by its name', async () => {
    await anna.say('/settings');
    await anna.say('вопросов в день');
    await anna.say('15');
    expect(labels(said(anna, /^Настройки/u))).toContain('Вопросов в день: 15');
    await anna.say('/topics');
    await anna.say('2');
    expect(last(anna)).toMatch(/^Вопрос 1 из/u);
  });

  test('a date is taken where an exam is asked for', async () => {
    await anna.say('/settings');
    await anna.say('экзамен');
    expect(last(anna)).toMatch(/^📅 Когда экзамен\?/u);
    await anna.say('через неделю');
    expect(last(anna)).toMatch(/^📅 Экзамен 27.мая/u);
  });

  test('what stands below a screen is answered first', async () => {
    await anna.say('/quiz');
    await anna.say('5');
    await anna.say('/topics');
    await anna.press(said(anna, /^Git/u), 'К вопросу');
    const before = await bot.house.study.progress(anna.user.id);
    await anna.say('1');
    const after = await bot.house.study.progress(anna.user.id);
    expect(before.kind).toBe('step');
    expect(after).not.toEqual(before);
    expect(last(anna)).not.toMatch(/^Вопрос 1 из/u);
  });
});

test('a wrong typed answer is counted by «засчитать»', async () => {
  bot = await openBot(notes('Git', TWO_COMMANDS));
  anna = bot.anna;
  await begin(bot, anna, 2);
  await answer(bot, anna, false);
  expect(last(anna)).toMatch(/^❌ Нет/u);
  await anna.say('засчитать');
  expect(last(anna)).toMatch(/^✅ Засчитано/u);
  await anna.say('дальше');
  expect(last(anna)).toMatch(/^Вопрос 2 из 2/u);
});

test.each([true, false])(
  '«дальше» after the last verdict ends in the summary (typed: %s)',
  async (isTyped) => {
    bot = await openBot(notes('Git', isTyped ? TWO_COMMANDS : GIT));
    anna = bot.anna;
    await begin(bot, anna, 1);
    await answer(bot, anna, false);
    expect(labels(said(anna, /^❌/u))).toContain('Дальше');
    await anna.say('дальше');
    expect(said(anna, /^Итог/u).text).toMatch(/^Итог: 0 из 1/u);
    expect(chat(anna)).not.toContain('на сегодня');
  },
);

describe('a question graded by oneself', () => {
  beforeEach(async () => {
    bot = await openBot(notes('Git', ONE_LIST));
    anna = bot.anna;
    await begin(bot, anna, 1);
  });

  test.each([
    ['все', /^✅ 3 из 3/u],
    ['Все 3', /^✅ 3 из 3/u],
    ['0-1', /^❌ 0–1 из 3/u],
  ])('«показать ответ» and then «%s» are its buttons', async (words, verdict) => {
    const question = await questionOf(bot, anna);
    await anna.say('Показать ответ');
    expect(lastOf(anna)).toMatch(/Сколько вспомнилось\?$/u);
    const shown = await questionOf(bot, anna);
    expect(shown.text).toBe(last(anna));
    await anna.say(words);
    expect(said(anna, verdict)).toBeDefined();
    expect(said(anna, /^Итог/u)).toBeDefined();
    expect(lastOf(anna)).toMatch(/^(?:Итог|Присылать)/u);
    const above = anna.messages().filter(({ message_id: id }) => id <= shown.message_id);
    expect(above.flatMap(labels)).toEqual([]);
    expect(question.message_id).toBeLessThan(shown.message_id);
  });

  test('is graded in words after a tap too, and not before the answer was seen', async () => {
    await anna.say('все 3');
    expect(lastOf(anna)).not.toMatch(/^✅/u);
    await anna.press(await questionOf(bot, anna), 'Показать ответ');
    await anna.say('2');
    expect(said(anna, /^🟡 2 из 3/u)).toBeDefined();
    expect(said(anna, /^Итог: 1 из 1/u)).toBeDefined();
  });
});

describe('what is waited for', () => {
  beforeEach(() => meet());

  test.each(['/cancel', 'стоп', 'отмена'])('%s says what has ended', async (words) => {
    await anna.say('/daily');
    await anna.press(said(anna, 'Во сколько присылать?'), 'Другое время');
    await anna.say(words);
    expect(lastOf(anna)).toBe('Хорошо, ежедневные вопросы без изменений. Настроить — /daily');
    await anna.say('11:00');
    expect((await bot.house.study.daily(anna.user.id)).time).toBe('9:00');
    await anna.say(words);
    expect(lastOf(anna)).toBe('Останавливать нечего.');
  });

  test('an open question stays open when only the waiting ends', async () => {
    await anna.say('/quiz');
    await anna.say('начать');
    await anna.say('/daily');
    await anna.say('другой город');
    await anna.say('/cancel');
    expect(lastOf(anna)).toMatch(/^Хорошо, ежедневные вопросы без изменений/u);
    expect(labels(anna.newest() ?? said(anna, 'Хорошо'))).toEqual(['К вопросу']);
    await anna.say('/cancel');
    expect(lastOf(anna)).toBe('Остановлено, ответы сохранены.');
  });

  test('a date and a name too', async () => {
    await anna.say('/settings');
    await anna.say('экзамен');
    await anna.say('другая дата');
    await anna.say('/cancel');
    expect(lastOf(anna)).toBe('Хорошо, дата экзамена без изменений. Настроить — /settings');
    await anna.sendDocument({ name: 'Свой.txt', bytes: Buffer.from(GIT) });
    await anna.say('ещё');
    await anna.say('переименовать');
    expect(lastOf(anna)).toMatch(/^Как назвать конспект/u);
    await anna.say('/cancel');
    expect(lastOf(anna)).toBe('Хорошо, название без изменений.');
  });

  test('nothing is deleted by «да»; «нет» and «отмена» keep everything', async () => {
    for (const words of ['нет', 'передумала', 'отмена', '/cancel']) {
      await anna.say('/delete');
      await anna.say('да');
      expect(lastOf(anna)).toMatch(/^Напишите «удалить»/u);
      await anna.say(words);
      expect(lastOf(anna)).toBe('Всё осталось на месте.');
    }
    expect(await bot.house.study.ownData.isKnown(anna.user.id)).toBe(true);
    await anna.say('/delete');
    await anna.say('сначала забрать копию');
    expect(anna.newest()?.caption).toMatch(/^Всё, что здесь хранится/u);
    await anna.say('удалить');
    expect(lastOf(anna)).toMatch(/^Удалено/u);
  });
});
