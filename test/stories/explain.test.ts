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
import { GIT, TWO_COMMANDS } from '../support/git-notes.js';

const LONG = `ЖУРНАЛ
${Array.from({ length: 45 }, (_, i) => `Запись ${i + 1} - лист, на котором пересчитаны ящики склада ${i + 1}`).join('\n')}
`;

let bot: OpenBot;
afterEach(async () => {
  expect(bot.troubles).toEqual([]);
  expect(bot.telegram.unansweredTaps()).toEqual([]);
  await bot.close();
});

const newest = () => {
  const message = bot.anna.newest();
  if (message === undefined) throw new Error('the bot has said nothing');
  return message;
};
const screen = (id: number) => {
  const message = bot.anna.messages().find(({ message_id }) => message_id === id);
  if (message === undefined) throw new Error(`no message ${id}`);
  return message;
};

describe('over notes about Git', () => {
  beforeEach(async () => {
    bot = await openBot(notes('Git', GIT));
  });

  test('a word is answered at once, with the line it stands on', async () => {
    await bot.anna.say('/explain коммит');
    expect(last(bot.anna)).toMatch(
      /^Коммит\n📖 строка 2\nКОММИТ - снимок всех файлов проекта с подписью и временем\n\nРядом: /,
    );
    expect(labels(newest())).toEqual(['Весь раздел', 'Проверить себя']);
  });

  test.each([
    'коммит',
    'что такое коммит?',
    'Объясни коммит',
    'rjvvbn',
    '/explain@local_konspekt_bot коммит',
  ])('%p finds it too', async (words) => {
    await bot.anna.say(words);
    expect(last(bot.anna)).toContain('📖 строка 2');
  });

  test('how it was read is said when that is not plain', async () => {
    await bot.anna.say('rjvvbn');
    expect(last(bot.anna).replaceAll('\u00a0', ' ')).toMatch(
      /^«rjvvbn» в русской раскладке — «коммит»\n\nКоммит\n/,
    );
  });

  test('another place is shown in the same message, and the way back restores the answer', async () => {
    await bot.anna.say('/explain git');
    const answered = newest();
    const [other = ''] = labels(answered);
    await bot.anna.press(answered, other);
    const place = screen(answered.message_id);
    expect(place.text).not.toBe(answered.text);
    expect(labels(place)).toContain('‹ Назад');
    await bot.anna.press(place, 'Весь раздел');
    const section = screen(answered.message_id);
    expect(section.text).toMatch(/^Команды\n📖 строки 6–10\nКОМАНДЫ:\ngit status/);
    await bot.anna.press(section, '‹ Назад');
    expect(screen(answered.message_id).text).toBe(place.text);
    await bot.anna.press(screen(answered.message_id), '‹ Назад');
    const back = screen(answered.message_id);
    expect([back.text, back.reply_markup]).toEqual([answered.text, answered.reply_markup]);
    expect(bot.anna.messages().filter(({ from }) => from?.is_bot)).toHaveLength(1);
  });

  test('back from the section of the answer is the answer, with everything found', async () => {
    await bot.anna.say('как посмотреть список веток');
    const answered = newest();
    await bot.anna.press(answered, 'Весь раздел');
    await bot.anna.press(screen(answered.message_id), '‹ Назад');
    const back = screen(answered.message_id);
    expect([back.text, back.reply_markup]).toEqual([answered.text, answered.reply_markup]);
  });

  test('checking oneself opens a sitting on what was read', async () => {
    await bot.anna.say('/explain git stash');
    await bot.anna.press(newest(), 'Проверить себя');
    expect(last(bot.anna)).toMatch(/^Вопрос 1 из 4/);
    const asked = [];
    for (let i = 0; i < 4; i += 1) {
      asked.push((await stepOf(bot, bot.anna)).question.line);
      await answer(bot, bot.anna, true);
    }
    expect(asked.sort((a, b) => a - b)).toEqual([7, 8, 9, 10]);
    expect(said(bot.anna, /^Итог/u).text).toMatch(/^Итог: 4 из 4/);
  });

  test('two things are compared side by side and checked together', async () => {
    await bot.anna.say('чем отличается ветка от коммита');
    expect(last(bot.anna)).toMatch(/Ветка\n📖 строка 1\n[^]*Коммит\n📖 строка 2\n/);
    await bot.anna.press(newest(), 'Проверить себя');
    expect(last(bot.anna)).toMatch(/^Вопрос 1 из 4/);
  });

  test('an empty section is said to be empty', async () => {
    await bot.anna.say('недостатки');
    expect(last(bot.anna)).toContain(
      '«Недостатки» есть в конспекте только заголовком: раздел пуст (строка 17).',
    );
    await bot.anna.press(newest(), 'Разделы');
    expect(last(bot.anna)).toContain('Пусто: Недостатки');
  });

  test('what is not there is not made up', async () => {
    await bot.anna.say('борщ');
    expect(last(bot.anna)).toBe('В конспекте этого нет: «борщ».');
    expect(labels(newest())).toEqual(['Разделы']);
    await bot.anna.say('/explain <b>&</b> "щи"');
    expect(last(bot.anna)).toBe('В конспекте этого нет: «<b>&</b> "щи"».');
  });

  test('bare, it asks for a word and offers the last mistakes', async () => {
    await bot.anna.say('/explain');
    expect(last(bot.anna)).toBe('Какое слово найти?\n\nНапример:');
    await begin(bot, bot.anna, 3);
    const { question } = await stepOf(bot, bot.anna);
    await answer(bot, bot.anna, false);
    await bot.anna.say('стоп');
    await bot.anna.say('/explain');
    expect(last(bot.anna)).toBe('Какое слово найти?\n\nПоследние ошибки:');
    const asked = newest();
    await bot.anna.press(asked, 1);
    expect(screen(asked.message_id).text).toContain(`📖 строка ${question.line}`);
    await bot.anna.press(screen(asked.message_id), '‹ Назад');
    expect(screen(asked.message_id).text).toBe(asked.text);
  });

  test('in a sitting the question stays open, one tap away', async () => {
    await begin(bot, bot.anna, 3);
    const question = last(bot.anna);
    const before = await stepOf(bot, bot.anna);
    for (const words of ['/explain коммит', 'что такое коммит', '/explain борщ', '/explain']) {
      await bot.anna.say(words);
      expect(labels(newest()).at(-1)).toBe('К вопросу');
    }
    expect(last(bot.anna)).toContain(
      'Сейчас открыт вопрос, поэтому вместе с командой: /explain слово',
    );
    await bot.anna.press(newest(), 'Ветка · строка 1');
    expect(labels(newest()).slice(-2)).toEqual(['‹ Назад', 'К вопросу']);
    await bot.anna.press(newest(), 'К вопросу');
    expect(last(bot.anna)).toBe(question);
    expect(await stepOf(bot, bot.anna)).toEqual({
      ...before,
      messageId: newest().message_id,
    });
    await answer(bot, bot.anna, true);
    expect(said(bot.anna, '✅')).toBeDefined();
  });

  test('at a question with buttons a lone word is no look-up', async () => {
    await begin(bot, bot.anna, 3);
    expect((await stepOf(bot, bot.anna)).question.form).toBe('choice');
    await bot.anna.say('совсем другое слово');
    expect(last(bot.anna)).toContain('Выберите ответ кнопкой');
  });

  test('a whole question is looked up there, and the one that is open stays open', async () => {
    await begin(bot, bot.anna, 3);
    const before = await stepOf(bot, bot.anna);
    await bot.anna.say('как посмотреть список веток');
    expect(last(bot.anna)).toContain('git branch');
    expect(labels(newest()).at(-1)).toBe('К вопросу');
    await bot.anna.press(newest(), 'К вопросу');
    expect(await stepOf(bot, bot.anna)).toMatchObject({ session: before.session, position: 1 });
    await answer(bot, bot.anna, true);
    expect(said(bot.anna, '✅')).toBeDefined();
  });

  test('buttons of notes that changed look again; forged ones are dead', async () => {
    await bot.anna.say('/explain коммит');
    const answered = newest();
    await bot.house.importNotes(GIT.replace('снимок', 'слепок'));
    const press = await bot.anna.press(answered, 'Весь раздел');
    expect(press.answer()?.text).toContain('Конспект обновился');
    expect(screen(answered.message_id).text).toContain('слепок всех файлов');
    const check = await bot.anna.press(answered, 'Проверить себя');
    expect(check.answer()?.text).toContain('Конспект обновился');
    const [found] = (await bot.house.study.lookUp(bot.anna.user.id, 'коммит')).found;
    const here = `${found?.deckId}:${found?.version}`;
    for (const data of ['1k:nobody:1:2:A', `1w:${here}:9999:0:A`, `1k:${here}:x:A`]) {
      const forged = await bot.anna.pressData(newest(), data);
      expect(forged.answer()?.text).toBe('Эта кнопка уже не действует');
    }
  });

  test('the same tap twice is no trouble', async () => {
    await bot.anna.say('/explain коммит');
    const answered = newest();
    await Promise.all([
      bot.anna.press(answered, 'Весь раздел'),
      bot.anna.press(answered, 'Весь раздел'),
    ]);
    expect(screen(answered.message_id).text).toMatch(/📖 строки 1–4/);
  });

  test('any chat gets cards with the line they stand on', async () => {
    const { cards, isPersonal, cacheSeconds, button } =
      (await bot.anna.inline('коммит')).answer() ?? {};
    expect(cards?.[0]).toMatchObject({
      title: 'Коммит',
      description: 'КОММИТ - снимок всех файлов проекта с подписью и временем',
      text: 'Коммит\n📖 Git, строка 2\nКОММИТ - снимок всех файлов проекта с подписью и временем',
    });
    expect([isPersonal, button]).toEqual([true, null]);
    expect(cacheSeconds).toBeGreaterThan(0);
    const empty = (await bot.anna.inline('')).answer();
    expect(empty?.cards.map(({ title }) => title)).toEqual([
      'Ветка',
      'Коммит',
      'Индекс',
      'Репозиторий',
    ]);
    const nothing = (await bot.anna.inline('борщ')).answer();
    expect([nothing?.cards, nothing?.button]).toEqual([[], 'В конспекте этого нет']);
  });
});

test('at a typed question a word is its answer, /explain is not', async () => {
  bot = await openBot(notes('Git', TWO_COMMANDS));
  await begin(bot, bot.anna, 2);
  expect((await stepOf(bot, bot.anna)).question.form).toBe('typed');
  const question = await questionOf(bot, bot.anna);
  await bot.anna.say('/explain git stash');
  expect(last(bot.anna)).toContain('📖 строка 2');
  expect((await stepOf(bot, bot.anna)).messageId).toBe(question.message_id);
  await bot.anna.say('что такое git');
  expect(said(bot.anna, /^❌/).text).toContain('Нужно: git');
});

test('a long section is read page by page', async () => {
  bot = await openBot(notes('Журнал', LONG));
  await bot.anna.say('/explain журнал');
  const answered = newest();
  await bot.anna.press(answered, 'Весь раздел');
  const seen = [];
  for (;;) {
    const page = screen(answered.message_id);
    seen.push(...[...(page.text ?? '').matchAll(/Запись (\d+) - /gu)].map(([, it]) => Number(it)));
    if (!labels(page).includes('Ещё ›')) break;
    await bot.anna.press(page, 'Ещё ›');
  }
  expect(seen).toEqual(Array.from({ length: 45 }, (_, i) => i + 1));
  await bot.anna.press(screen(answered.message_id), '‹ Раньше');
  expect(labels(screen(answered.message_id))).toContain('Ещё ›');
});

test('a section opens where the line asked about stands', async () => {
  bot = await openBot(notes('Журнал', LONG));
  await bot.anna.say('/explain запись 30');
  await bot.anna.press(newest(), 'Весь раздел');
  const page = newest();
  expect(page.text).toContain('Запись 30 - ');
  expect(labels(page)).toEqual(['‹ Раньше', 'Ещё ›', '‹ Назад']);
});

test('several notes are told apart, and other ones can be chosen', async () => {
  bot = await openBot(notes('Git', GIT), notes('Журнал', LONG));
  await bot.anna.say('коммит');
  expect(last(bot.anna)).toContain('📖 Git, строка 2');
  await bot.anna.say('борщ');
  await bot.anna.press(newest(), 'Другой конспект');
  expect(said(bot.anna, 'Какой конспект спрашивать?')).toBeDefined();
});

test('without notes there is nothing to look into', async () => {
  bot = await openBot();
  await bot.anna.say('коммит');
  expect(last(bot.anna)).toContain('Конспектов пока нет');
  await bot.anna.say('/explain');
  expect(last(bot.anna)).toContain('Конспектов пока нет');
});
