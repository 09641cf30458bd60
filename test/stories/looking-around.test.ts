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
  type OpenBot,
} from '../support/open-bot.js';
import { GIT } from '../support/git-notes.js';

let bot: OpenBot;
afterEach(() => bot.close());

describe('with one set of notes', () => {
  beforeEach(async () => {
    bot = await openBot(notes('Git', GIT));
  });

  test('/topics shows every section with its bar, and a tap asks that section', async () => {
    await begin(bot, bot.anna, 5);
    await answer(bot, bot.anna, true);
    await bot.anna.say('/topics');
    const screen = said(bot.anna, 'Пусто: Недостатки');
    expect(screen.text).toMatch(
      /^Git\u00a0— учится 1 из 12\n1\. Без раздела ▰▱▱▱▱\n2\. Команды ▱▱▱▱▱/,
    );
    const number = /(\d)\. Команды/.exec(screen.text ?? '')?.[1] ?? '';
    await bot.anna.press(screen, number);
    expect(last(bot.anna)).toMatch(/^Вопрос 1 из 4/);
    const { question } = await stepOf(bot, bot.anna);
    expect(question.source).toMatch(/^git /);
  });

  test('a section can be shared: its link opens it for somebody else', async () => {
    await bot.anna.say('/topics');
    const screen = said(bot.anna, 'Пусто');
    await bot.anna.press(screen, 'Поделиться разделом');
    const link = /start=(t_\S+)/u.exec(said(bot.anna, 'Ссылка открывает').text ?? '')?.[1] ?? '';
    await bot.boris.say(`/start ${link}`);
    expect(said(bot.boris, 'на пробу').text).toContain('на пробу');
    expect(last(bot.boris)).toMatch(/^Вопрос 1 из/);
    await answer(bot, bot.boris, true);
    await bot.boris.say('/cancel');
    await bot.boris.say(`/start ${link}`);
    expect(labels(bot.boris.newest() ?? screen)).toEqual(
      expect.arrayContaining(['Начать', 'Разделы']),
    );
    await bot.boris.press(said(bot.boris, /^Без раздела\n/u), 'Начать');
    expect(last(bot.boris)).toMatch(/^Вопрос 1 из/);
  });

  test.each(['t_nothing_0', 't_id1_999', 't__', 't_id1_-1', 't_'])(
    'nothing behind a link %p: an ordinary start',
    async (payload) => {
      await bot.anna.say(`/start ${payload}`);
      expect(last(bot.anna)).toMatch(/^Вопрос 1 из 5/);
    },
  );

  test('an empty section is shown, never asked', async () => {
    await bot.anna.say('разделы');
    const screen = said(bot.anna, 'Пусто');
    await bot.anna.press(screen, 'Пустые: 1');
    await bot.anna.press(said(bot.anna, 'Пустые разделы'), '1');
    expect(said(bot.anna, 'раздел пока пуст').message_id).toBe(screen.message_id);
    await bot.anna.press(said(bot.anna, 'раздел пока пуст'), '‹ Назад');
    await bot.anna.press(said(bot.anna, 'Пустые разделы'), '‹ Назад');
    expect(labels(said(bot.anna, 'Пусто'))).toContain('Пустые: 1');
  });

  test('a section of notes that changed meanwhile is not asked by an old button', async () => {
    await bot.anna.say('/topics');
    await bot.house.importNotes(GIT.replace('РЕПОЗИТОРИЙ', 'ТЕГ'));
    const press = await bot.anna.press(said(bot.anna, 'Пусто'), '1');
    expect(press.answer()?.text).toContain('/topics');
  });

  test('a screen over an open question ends in the way back to it', async () => {
    await begin(bot, bot.anna, 3);
    const question = last(bot.anna);
    for (const command of ['/help', '/topics', '/stats']) {
      await bot.anna.say(command);
      const screen = bot.anna.newest({ withButtons: true });
      if (screen === undefined) throw new Error('no buttons');
      expect(labels(screen).at(-1)).toBe('К вопросу');
      await bot.anna.press(screen, 'К вопросу');
      expect(last(bot.anna)).toBe(question);
      expect(
        bot.anna.messages().filter((it) => it.reply_markup?.inline_keyboard.length),
      ).toHaveLength(1);
    }
  });

  test('/stats counts what was answered', async () => {
    await begin(bot, bot.anna, 3);
    await answer(bot, bot.anna, true);
    await answer(bot, bot.anna, true);
    await bot.anna.say('/stats');
    expect(last(bot.anna)).toContain('учится 2, новых 10.\nНа этой неделе 2\u00a0вопроса.');
  });

  test('/stats of a newcomer leads to the first question', async () => {
    await bot.anna.say('/stats');
    expect(last(bot.anna)).not.toContain('нечего');
    await bot.anna.press(bot.anna.newest() ?? said(bot.anna, 'факт'), 'Начать');
    expect(last(bot.anna)).toMatch(/^Вопрос 1 из 5/);
  });

  test('words do what commands do', async () => {
    for (const [word, words] of [
      ['Помощь', '/quiz'],
      ['темы', 'Пусто: Недостатки'],
      ['статистика', 'будет видно после первых вопросов'],
      ['отмена', 'Останавливать нечего.'],
      ['Вопросы!', 'Вопрос 1 из 5'],
    ] as const) {
      await bot.anna.say(word);
      expect(last(bot.anna)).toContain(words);
    }
  });

  test.each([
    ['👍', 'Сейчас вопрос не задан'],
    ['слово '.repeat(20), 'Сейчас вопрос не задан'],
    ['/exam', 'Такой команды нет'],
  ])('%p is answered with the way on', async (text, words) => {
    await bot.anna.say(text);
    expect(last(bot.anna)).toContain(words);
    expect(last(bot.anna)).toContain('/quiz');
  });

  test('pictures, voice and files are answered too', async () => {
    for (const content of [
      { sticker: { file_id: 'a' } },
      { voice: { file_id: 'b' } },
      { photo: [{ file_id: 'c' }] },
      { location: { latitude: 1, longitude: 2 } },
    ]) {
      const count = bot.anna.messages().length;
      await bot.anna.send(content as never);
      expect(bot.anna.messages()).toHaveLength(count + 2);
      expect(last(bot.anna)).toMatch(/^Пока читается только текст/);
    }
  });

  test('a group gets one line with the way to the private chat', async () => {
    const chatId = bot.telegram.group('Учёба');
    await bot.anna.say('всем привет', { chatId });
    await bot.anna.say('/quiz@another_bot', { chatId });
    await bot.anna.say('/quiz', { chatId });
    const texts = bot.telegram
      .messagesOf(chatId)
      .filter(({ from }) => from?.is_bot)
      .map(({ text }) => text);
    expect(texts).toEqual([
      `Вопросы приходят в личном чате: https://t.me/${bot.telegram.me.username}`,
    ]);
  });

  test('nothing rings, nothing has a link preview', async () => {
    await bot.anna.say('/start');
    await answer(bot, bot.anna, true);
    for (const { method, params } of bot.telegram.calls) {
      if (method === 'sendMessage') expect(params['disable_notification']).toBe(true);
      if (method !== 'sendMessage' && method !== 'editMessageText') continue;
      expect(params).toMatchObject({
        parse_mode: 'HTML',
        link_preview_options: { is_disabled: true },
      });
    }
  });

  test('somebody who blocked the bot is no trouble', async () => {
    await bot.anna.say('/start');
    await bot.anna.block();
    await bot.anna.say('/help');
    expect(bot.troubles).toEqual([]);
  });
});

test('another set of notes can be chosen', async () => {
  bot = await openBot(notes('Git', GIT), notes('Ветки', GIT.replaceAll('git', 'hg')));
  await begin(bot, bot.anna, 1);
  await answer(bot, bot.anna, true);
  await bot.anna.say('/quiz');
  await bot.anna.press(said(bot.anna, 'на сегодня'), 'Другой конспект');
  await bot.anna.press(said(bot.anna, 'Какой конспект'), 'Ветки');
  expect(said(bot.anna, 'на сегодня').text).toMatch(/^Ветки/);
});

describe('with two sets of notes', () => {
  beforeEach(async () => {
    bot = await openBot(notes('Git', GIT), notes('Ветки', GIT.replaceAll('git', 'hg')));
    await begin(bot, bot.anna, 5);
  });

  test('choosing others leaves the open sitting: its answers stay, its question loses its buttons', async () => {
    await answer(bot, bot.anna, true);
    const question = await questionOf(bot, bot.anna);
    await bot.anna.say('/settings');
    await bot.anna.press(said(bot.anna, 'Настройки'), 'Конспект: Git');
    await bot.anna.press(said(bot.anna, 'Какой конспект'), 'Ветки');
    const home = said(bot.anna, 'на сегодня');
    expect(home.text).toMatch(/^Ветки/);
    const left = bot.anna.messages().find(({ message_id: id }) => id === question.message_id);
    expect(left && labels(left)).toEqual([]);
    await bot.anna.press(home, 'Начать');
    expect(last(bot.anna)).toMatch(/^Вопрос 1 из/);
    expect((await stepOf(bot, bot.anna)).deckTitle).toBe('Ветки');
    expect((await bot.house.study.stats(bot.anna.user.id)).answersToday).toBe(1);
  });

  test('choosing the same again leaves the sitting as it is', async () => {
    await answer(bot, bot.anna, true);
    await bot.anna.say('/settings');
    await bot.anna.press(said(bot.anna, 'Настройки'), 'Конспект: Git');
    await bot.anna.press(said(bot.anna, 'Какой конспект'), 'Git');
    expect(said(bot.anna, 'Продолжим с вопроса').text).toBe('Продолжим с вопроса 2 из 5?');
  });

  test('from /topics one looks at the sections of other notes, and gets back', async () => {
    await bot.anna.say('/topics');
    await bot.anna.press(said(bot.anna, /^Git/u), 'Ещё конспекты');
    await bot.anna.press(said(bot.anna, 'Разделы какого конспекта показать?'), '‹ Назад');
    await bot.anna.press(said(bot.anna, /^Git/u), 'Ещё конспекты');
    await bot.anna.press(said(bot.anna, 'Разделы какого конспекта показать?'), 'Ветки');
    const sections = said(bot.anna, /^Ветки/u);
    expect(labels(sections)).toContain('К вопросу');
    await bot.anna.press(sections, 'К вопросу');
    expect((await stepOf(bot, bot.anna)).deckTitle).toBe('Git');
  });
});

test('two sections of one title are told apart, and each is asked alone', async () => {
  const disadvantages = (of: string, entries: string) => `${of}\n\nНЕДОСТАТКИ\n${entries}\n\n`;
  const text =
    GIT.split('ПРЕИМУЩЕСТВА')[0] +
    disadvantages('ОБЩИЙ КАТАЛОГ', '1) Правки затирают друг друга\n2) Нет истории правок') +
    disadvantages('ПОЧТА', '1) Письма теряются в переписке\n2) Не видно последней версии');
  bot = await openBot(notes('Git', text));
  await bot.anna.say('/topics');
  const screen = said(bot.anna, /Недостатки/u);
  expect(screen.text).toMatch(/\. Недостатки ▱▱▱▱▱\n\d\. Недостатки \(2\) ▱▱▱▱▱/u);
  const number = /(\d)\. Недостатки \(2\)/u.exec(screen.text ?? '')?.[1] ?? '';
  await bot.anna.press(screen, number);
  const { length } = await stepOf(bot, bot.anna);
  for (let i = 1; i <= length; i += 1) {
    expect((await stepOf(bot, bot.anna)).question.source).toMatch(/Письма|версии|НЕДОСТАТКИ/u);
    expect((await stepOf(bot, bot.anna)).question.source).not.toMatch(/Правки|правок/u);
    await answer(bot, bot.anna, true);
  }
});

test('words about a question, with none open, are not looked up', async () => {
  bot = await openBot(notes('Git', GIT));
  for (const words of ['не знаю', 'подсказка', 'это всё']) {
    await bot.anna.say(words);
    expect(last(bot.anna)).toMatch(/^Сейчас вопрос не задан\. /u);
  }
});

test('two people at once do not hear of each other', async () => {
  bot = await openBot(notes('Git', GIT));
  await Promise.all([bot.anna.say('/start'), bot.boris.say('/start')]);
  for (let i = 0; i < 5; i += 1) {
    await Promise.all([answer(bot, bot.anna, true), answer(bot, bot.boris, false)]);
    const wrong = bot.boris.newest();
    if (wrong?.text?.startsWith('❌') === true) await bot.boris.press(wrong, 'Дальше');
  }
  expect(said(bot.anna, /^Итог/).text).toMatch(/^Итог: 5 из 5/);
  expect(said(bot.boris, /^Итог/).text).toMatch(/^Итог: 0 из 5/);
});
