import { drawStats } from '../../src/picture/draw.js';
import { createPictures } from '../../src/picture/pictures.js';
import type { Stats } from '../../src/study/mastery.js';
import { buttonsOf } from '../../src/telegram/local/person.js';
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
import { GIT } from '../support/git-notes.js';
import { NOON } from '../support/study.js';

let bot: OpenBot;
beforeEach(async () => {
  bot = await openBot(notes('Git', GIT));
});
afterEach(() => bot.close());

/** The settings screen, wherever it stands. */
const screen = () => said(bot.anna, /^Настройки|^Сколько/u);

describe('/settings', () => {
  test('one screen, edited in place, that leads back to itself', async () => {
    await bot.anna.say('/settings');
    const { message_id: id } = screen();
    await bot.anna.press(screen(), 'Вопросов в день: 10');
    expect(labels(screen())).toContain('• 10');
    await bot.anna.press(screen(), '‹ Назад');
    await bot.anna.press(screen(), 'Вопросов в день: 10');
    await bot.anna.press(screen(), '5');
    expect(labels(screen())).toContain('Вопросов в день: 5');
    expect(screen().message_id).toBe(id);
    await answerFive();
    await bot.anna.say('/quiz');
    expect(said(bot.anna, 'Git').text).toContain('на сегодня');
  });

  test('the goal and the new facts of a day make the portion', async () => {
    await answerFive();
    bot.house.setNow(new Date(NOON.getTime() + 86_400_000));
    for (const [name, value] of [
      ['Вопросов в день', '5'],
      ['Новых в день', '3'],
    ] as const) {
      await bot.anna.say('/settings');
      await bot.anna.press(screen(), labels(screen()).find((it) => it.startsWith(name)) ?? '');
      await bot.anna.press(screen(), value);
    }
    const home = await bot.house.study.home(bot.anna.user.id);
    expect(home).toMatchObject({ kind: 'portion', size: 3 });
  });

  test('only buttons: nothing has to be typed any more', async () => {
    await bot.anna.say('настройки');
    await bot.anna.press(screen(), 'Ответы: кнопки и текст');
    expect(labels(screen())).toContain('Ответы: только кнопки');
    const forms = new Set<string>();
    for (let sitting = 0; sitting < 3; sitting += 1) {
      await begin(bot, bot.anna, 12);
      for (let i = 0; i < 12; i += 1) {
        forms.add((await stepOf(bot, bot.anna)).question.form);
        await answer(bot, bot.anna, true);
      }
    }
    expect([...forms]).not.toContain('typed');
  });

  test('a pause always: a right answer waits for «Дальше»', async () => {
    await bot.anna.say('/settings');
    await bot.anna.press(screen(), 'Пауза: после ошибок');
    await begin(bot, bot.anna, 2);
    await answer(bot, bot.anna, true);
    const verdict = said(bot.anna, /^✅/u);
    expect(labels(verdict)[0]).toBe('Дальше');
    expect(bot.anna.messages().some(({ text = '' }) => text.startsWith('Вопрос 2'))).toBe(false);
    await bot.anna.press(verdict, 'Дальше');
    expect(last(bot.anna)).toMatch(/^Вопрос 2 из 2/u);
    await answer(bot, bot.anna, true);
    await bot.anna.press(said(bot.anna, /^✅/u), 'Дальше');
    expect(said(bot.anna, /^Итог/u).text).toMatch(/^Итог: 2 из 2/u);
  });

  test('a forged value changes nothing', async () => {
    await bot.anna.say('/settings');
    for (const data of ['1Sv:goal:0', '1Sv:goal:9999', '1Sv:pacing:7', '1Sr:999', '1Sc:boss']) {
      const press = await bot.anna.pressData(screen(), data);
      expect(press.answer()?.text).toBe('Эта кнопка уже не действует');
    }
    expect(await bot.house.study.settings(bot.anna.user.id)).toMatchObject({
      ...{ dailyGoal: 10, isPacing: false, restUntil: null },
    });
  });
});

describe('/pause', () => {
  test('bare it asks for how long; the rest can end sooner', async () => {
    await bot.anna.say('/pause');
    await bot.anna.press(said(bot.anna, 'На сколько дней'), '7\u00a0дней');
    const resting = said(bot.anna, 'Отдыхайте до 27\u00a0мая: вопросов не будет');
    await bot.anna.press(resting, 'Вернуться раньше');
    expect(said(bot.anna, 'С возвращением').message_id).toBe(resting.message_id);
    expect((await bot.house.study.settings(bot.anna.user.id)).restUntil).toBeNull();
  });

  test('«/pause 3» is the shortcut, and /pause again shows until when', async () => {
    await bot.anna.say('/pause 3');
    expect(last(bot.anna)).toContain('Отдыхайте до 23\u00a0мая');
    await bot.anna.say('отдохнуть');
    expect(last(bot.anna)).toContain('Отдыхайте до 23\u00a0мая');
  });

  test.each(['/pause 0', '/pause 500', '/pause навсегда', '/pause -3'])('%p', async (words) => {
    await bot.anna.say(words);
    expect(last(bot.anna)).toContain('Отдохнуть можно от 1 до 60\u00a0дней');
  });
});

describe('/stats', () => {
  const pictures = createPictures({ patienceMs: 30_000 });
  afterAll(() => pictures.close());
  const draw = (drawn: (stats: Stats) => Promise<Uint8Array | null>) =>
    Object.assign(bot.house.deps, { drawStats: drawn });

  test('a picture with its caption, and buttons that send further messages', async () => {
    draw((stats) => pictures.render(drawStats(stats)));
    await answerFive();
    await bot.anna.say('/stats');
    const message = bot.anna.newest();
    expect(message?.photo).toHaveLength(1);
    expect(message?.caption?.replaceAll('\u00a0', ' ')).toBe(
      'Всего 12 фактов: учится 5, новых 7. Серия — 1 день. На этой неделе 5 вопросов.',
    );
    if (message === undefined) return;
    for (const { text } of buttonsOf(message)) {
      await bot.anna.press(message, text);
      expect(bot.anna.newest()?.message_id).toBeGreaterThan(message.message_id);
      expect(bot.anna.newest()?.text).toBeDefined();
    }
    expect(bot.troubles).toEqual([]);
  });

  test('when nothing draws, the numbers are told in words', async () => {
    draw(async () => null);
    await answerFive();
    await bot.anna.say('/stats');
    expect(last(bot.anna)).toContain('учится 5, новых 7.\nНа этой неделе 5\u00a0вопросов.');
    expect(last(bot.anna)).toContain('Серия\u00a0— 1\u00a0день.');
  });
});

test('the summary ends with the days in a row', async () => {
  for (let day = 0; day < 3; day += 1) {
    bot.house.setNow(new Date(NOON.getTime() + day * 86_400_000));
    await answerFive();
  }
  expect(said(bot.anna, /^Итог/u).text).toMatch(/\n🔥 3\u00a0дня подряд$/u);
});

async function answerFive(): Promise<void> {
  await begin(bot, bot.anna, 5);
  for (let i = 0; i < 5; i += 1) await answer(bot, bot.anna, true);
}
