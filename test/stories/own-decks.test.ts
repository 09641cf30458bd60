import { GIT } from '../support/git-notes.js';
import { docx, paragraph } from '../support/docx.js';
import {
  answer,
  begin,
  chat,
  labels,
  last,
  notes,
  openBot,
  said,
  type OpenBot,
} from '../support/open-bot.js';
import { until } from '../support/player.js';
import type { Person } from '../../src/telegram/local/person.js';

const CELL = `КЛЕТКА - наименьшая единица живого организма
ЯДРО - хранит наследственные сведения в виде молекул ДНК
МИТОЗ - деление, после которого дочерние клетки одинаковы
МЕЙОЗ - деление, после которого набор хромосом вдвое меньше
РИБОСОМА - собирает белок из аминокислот по записи гена

ОРГАНОИДЫ РАСТЕНИЙ:


ВАКУОЛЬ - пузырёк с клеточным соком внутри растительной клетки
`;
const FILE = 'биология_2 сем.txt';

let bot: OpenBot;
beforeEach(async () => {
  bot = await openBot(notes('Git', GIT));
});
afterEach(async () => {
  expect(bot.troubles).toEqual([]);
  expect(bot.telegram.unansweredTaps()).toEqual([]);
  await bot.close();
});

const send = (person: Person, text: string | Uint8Array, name = FILE) =>
  person.sendDocument({ name, bytes: typeof text === 'string' ? Buffer.from(text) : text });

describe('a file', () => {
  test('sent before anything else becomes a deck, and «Начать» asks it at once', async () => {
    const { anna } = bot;
    await send(anna, CELL);
    expect(last(anna)).toBe(
      '📄 Биология 2 сем\u00a0— 6\u00a0фактов\n' +
        'Все\u00a0— с проверкой ответа.\nПустых разделов\u00a0— 1.',
    );
    expect(labels(said(anna, '📄'))).toEqual(['Начать', '📅 К экзамену', 'Что поправить', 'Ещё']);
    await anna.press(said(anna, '📄'), 'Начать');
    expect(last(anna)).toMatch(/^Вопрос 1 из 5/);
    for (let i = 0; i < 5; i += 1) await answer(bot, anna, true);
    expect(said(anna, 'Итог: 5 из 5').text).toBeDefined();
    expect(said(anna, /^✅/).text).toContain('📖 Биология 2 сем, строка');
    await bot.boris.say('/start');
    expect(chat(bot.boris)).not.toContain('Биология');
  });

  test('is mentioned while it is read, when that takes longer than a moment', async () => {
    const { anna, telegram } = bot;
    let release = (): void => undefined;
    const reached = new Promise<void>((resolve) => {
      const until = () => {
        resolve();
        return new Promise<void>((done) => void (release = done));
      };
      telegram.fail('getFile', { kind: 'late', until });
    });
    const sent = send(anna, CELL);
    await reached;
    bot.pass(999);
    expect(chat(anna)).not.toContain('Читаю');
    bot.pass(1);
    await until(telegram, () => chat(anna).includes('Читаю «биология_2 сем»…'));
    release();
    await sent;
    expect(chat(anna)).not.toContain('Читаю');
    expect(last(anna)).toMatch(/^📄 Биология 2 сем/);
  });

  test('of Word is read by its paragraphs, lists and headings', async () => {
    const { anna } = bot;
    const bytes = docx(
      paragraph('Деление клетки', { heading: true }),
      ...CELL.split('\n')
        .slice(0, 5)
        .map((line) => paragraph(line)),
      paragraph('Фазы деления клетки', { heading: true }),
      paragraph('хромосомы становятся заметны', { number: 0 }),
      paragraph('хромосомы выстраиваются по экватору', { number: 0 }),
      paragraph('хромосомы расходятся к полюсам', { number: 0 }),
    );
    await send(anna, bytes, 'лекция.docx');
    expect(last(anna)).toMatch(/^📄 Лекция\u00a0— (?:8|9)\u00a0фактов/);
    await anna.say('митоз');
    expect(last(anna)).toContain('📖');
  });

  test.each([
    [
      'лекция.pdf',
      '%PDF-1.7',
      /^PDF пока не читается\. Скопируйте из него текст и пришлите сюда, можно несколькими сообщениями\.$/,
    ],
    ['лекция.doc', 'x', /^Старый \.doc не читается\. /],
    ['доска.png', 'x', /^С картинок текст пока не читается\. /],
    ['таблица.xlsx', 'x', /^Такие файлы пока не читаются\. /],
    ['конспект.txt', '%PDF-1.4', /^Это не текст\. /],
    ['конспект.txt', '   \n', /^В файле пусто\. /],
    [
      'конспект.txt',
      'привет',
      /^Спрашивать пока не о чем: нет строк вида «Термин - определение», команд и списков\.$/,
    ],
    [
      'большой.txt',
      'ы'.repeat(600_000),
      /^Файл больше 1\u00a0МБ\. Разделите его и пришлите частями\.$/,
    ],
  ])('%s is answered with one sentence, and leaves nothing (%#)', async (name, text, words) => {
    const { anna } = bot;
    await send(anna, text, name);
    expect(last(anna)).toMatch(words);
    expect(labels(said(anna, words))).toEqual(['К вопросам']);
    expect(anna.messages()).toHaveLength(2);
    expect((await bot.house.study.decks(anna.user.id)).map(({ title }) => title)).toEqual(['Git']);
  });

  test('larger than Telegram gives to a bot, or gone from its server, is said in one sentence', async () => {
    const { anna } = bot;
    await anna.send({
      document: { file_id: 'elsewhere', file_unique_id: 'e', file_name: 'a.txt', file_size: 10 },
    });
    expect(last(anna)).toMatch(/^Файл больше 1\u00a0МБ\. /);
    bot.telegram.fail('file', { kind: 'unreachable' }, 2);
    await send(anna, CELL);
    expect(last(anna)).toBe('Файл не скачался. Пришлите его ещё раз чуть позже.');
  });

  test('too often is put off by the minute', async () => {
    const { anna } = bot;
    for (let i = 0; i < 5; i += 1) await send(anna, 'привет');
    bot.pass(20 * 60_000);
    await send(anna, CELL);
    expect(last(anna)).toBe(
      'Больше 5\u00a0конспектов в час не читается. Следующий можно прислать через 40\u00a0мин.',
    );
  });
});

test('photos, voices and stickers are answered with what to do instead', async () => {
  const { anna } = bot;
  const file = { file_id: 'f', file_unique_id: 'f' };
  await anna.send({ photo: [{ ...file, width: 1, height: 1 }] });
  expect(last(anna)).toMatch(/^Пока читается только текст\. Конспект с фото пришлите файлом/);
  await anna.send({ voice: { ...file, duration: 3 } });
  expect(last(anna)).toBe(
    'Пока читается только текст. Вопросы\u00a0— /quiz, остальное\u00a0— /help',
  );
});

describe('an edited file', () => {
  test('keeps its progress, shows what changed, and asks what is new', async () => {
    const { anna } = bot;
    await send(anna, CELL);
    await anna.press(said(anna, '📄'), 'Начать');
    for (let i = 0; i < 5; i += 1) await answer(bot, anna, true);
    const before = await bot.house.study.stats(anna.user.id);
    await send(
      anna,
      CELL.replace('белок из аминокислот', 'белки клетки')
        .replace(/МЕЙОЗ.*\n/u, '')
        .replace(
          'РАСТЕНИЙ:\n',
          'РАСТЕНИЙ:\n1) клеточная стенка из целлюлозы\n2) крупная вакуоль\n3) пластиды с пигментом\n',
        ),
      'совсем другое имя.md',
    );
    const report = said(anna, 'обновлён');
    expect(report.text).toMatch(
      /^📄 Биология 2 сем обновлён: \+\d+ новых?, 1 исправлен \(прогресс сохранён\), 1 ушёл в архив\nРаздел «Органоиды растений» больше не пуст\.$/,
    );
    const after = await bot.house.study.stats(anna.user.id);
    expect(after.answersToday).toBe(before.answersToday);
    await anna.press(report, 'Что изменилось');
    const screen = said(anna, 'Что изменилось');
    expect(screen.message_id).toBe(report.message_id);
    expect(screen.text).toContain(
      'строка 4. Было: РИБОСОМА - собирает белок из аминокислот по записи гена\nСтало: РИБОСОМА - собирает белки клетки по записи гена',
    );
    await anna.press(screen, '‹ Назад');
    await anna.press(said(anna, 'обновлён'), 1);
    expect(last(anna)).toMatch(/^Вопрос 1 из /);
  });

  test('of white space alone is the same file', async () => {
    const { anna } = bot;
    await send(anna, CELL);
    await send(anna, CELL.replaceAll('\n', '\r\n\r\n'));
    expect(last(anna)).toBe('Всё уже здесь: 6\u00a0фактов.');
    expect(labels(said(anna, 'Всё уже здесь'))).toEqual(['Начать']);
  });

  test('that is mostly something else is asked about', async () => {
    const { anna } = bot;
    await send(anna, CELL);
    const other = `${CELL.split('\n')[0]}\nСИЛА - мера действия тел друг на друга\nИМПУЛЬС - произведение массы тела на его скорость`;
    await send(anna, other, 'физика.txt');
    const question = said(anna, 'Общих фактов');
    expect(question.text).toBe('Общих фактов\u00a0— 1 из 6. Это новая версия или другой конспект?');
    expect(labels(question)).toEqual(['Новая версия', 'Другой конспект']);
    await anna.press(question, 'Другой конспект');
    expect(last(anna)).toMatch(/^📄 Физика\u00a0— 3\u00a0факта/);
    await anna.pressData(question, '1Kv:u0');
    const titles = (await bot.house.study.decks(anna.user.id)).map(({ title }) => title);
    expect(titles).toEqual(['Биология 2 сем', 'Физика', 'Git']);
  });
});

describe('a deck under «Ещё»', () => {
  const screen = (person: Person) => person.newest() ?? said(person, '📄');

  beforeEach(() => send(bot.anna, CELL));

  test('shows what to put right, and the way back', async () => {
    const { anna } = bot;
    await anna.press(screen(anna), 'Что поправить');
    expect(last(anna)).toBe('Что поправить\nстрока 7: раздел «Органоиды растений» пуст');
    await anna.press(screen(anna), '‹ Назад');
    expect(last(anna)).toMatch(/^📄 Биология 2 сем/);
    expect(anna.messages()).toHaveLength(2);
  });

  test('is renamed by the next text, and by nothing else', async () => {
    const { anna } = bot;
    await anna.press(screen(anna), 'Ещё');
    await anna.press(screen(anna), 'Переименовать');
    expect(last(anna)).toBe('Как назвать конспект «Биология 2 сем»? Ответьте сообщением.');
    await anna.say('…');
    expect(last(anna)).toMatch(/^В названии нужны буквы/);
    await anna.say('цитология');
    expect(last(anna)).toMatch(/^📄 Цитология\u00a0— 6/);
    await anna.press(screen(anna), 'Ещё');
    await anna.press(screen(anna), 'Переименовать');
    await anna.press(screen(anna), 'Отмена');
    await anna.say('митоз');
    expect(last(anna)).toContain('📖');
    expect((await bot.house.study.decks(anna.user.id))[0]?.title).toBe('Цитология');
  });

  test('is renamed while a question is open, which stays one tap away', async () => {
    const { anna } = bot;
    await anna.press(screen(anna), 'Ещё');
    await begin(bot, anna, 3);
    await anna.press(said(anna, /^📄/u), 'Переименовать');
    await anna.say('цитология');
    expect(labels(said(anna, /^📄 Цитология/u))).toContain('К вопросу');
    await anna.press(said(anna, /^📄 Цитология/u), 'К вопросу');
    expect(last(anna)).toMatch(/^Вопрос 1 из/);
  });

  test('is shared by a link: a newcomer is asked at once, with progress of their own', async () => {
    const { anna, boris } = bot;
    await anna.press(screen(anna), 'Ещё');
    await anna.press(screen(anna), 'Поделиться');
    const payload = /\?start=(d_\S+)/.exec(last(anna))?.[1] ?? '';
    await boris.say(`/start ${payload}`);
    expect(said(boris, 'Пять вопросов на пробу: Биология 2 сем.').text).toBeDefined();
    expect(last(boris)).toMatch(/^Вопрос 1 из 5/);
    for (let i = 0; i < 5; i += 1) await answer(bot, boris, true);
    expect((await bot.house.study.stats(anna.user.id)).answersToday).toBe(0);
    await boris.say('/topics');
    await boris.press(screen(boris), 'Пустые: 1');
    await boris.press(screen(boris), '1');
    expect(last(boris)).toContain('В этом конспекте раздел пока пуст.');
    await boris.say(`/start ${payload}`);
    expect(last(boris)).toMatch(/^📄 Биология 2 сем\u00a0— 6\u00a0фактов\nПрогресс у вас свой/);
    await anna.press(screen(anna), '‹ Назад');
    expect(last(anna)).toContain('По ссылке он есть ещё у 1\u00a0человека.');
  });

  test('is deleted after a second word, and stays with those who study it', async () => {
    const { anna, boris } = bot;
    const [deck] = await bot.house.study.decks(anna.user.id);
    await boris.say(`/start d_${deck?.id}`);
    await anna.press(screen(anna), 'Ещё');
    await anna.press(screen(anna), 'Удалить');
    expect(last(anna)).toContain('У тех, кто учит его по ссылке, он останется.');
    await anna.press(screen(anna), 'Удалить');
    expect(last(anna)).toBe('Конспект «Биология 2 сем» удалён.');
    const titles = async (person: Person) =>
      (await bot.house.study.decks(person.user.id)).map(({ title }) => title);
    expect(await titles(anna)).toEqual(['Git']);
    expect(await titles(boris)).toEqual(['Биология 2 сем', 'Git']);
    await boris.say('мои конспекты');
    expect(labels(screen(boris))).toEqual(['Биология 2 сем', 'К вопросу']);
    await boris.press(screen(boris), 'Биология 2 сем');
    await boris.press(screen(boris), 'Ещё');
    await boris.press(screen(boris), 'Убрать из списка');
    await boris.press(screen(boris), 'Убрать');
    expect(await titles(boris)).toEqual(['Git']);
  });

  test('of somebody else is out of reach: a forged button does nothing', async () => {
    const { anna, boris } = bot;
    const [deck] = await bot.house.study.decks(anna.user.id);
    await boris.say('/start');
    for (const head of ['Kb', 'Kr', 'Kh', 'Kn', 'Ks', 'Kl', 'Kd']) {
      const before = chat(boris);
      const press = await boris.pressData(screen(boris), `1${head}:${deck?.id}`);
      expect(press.answer()?.text).toBe('Эта кнопка уже не действует');
      expect(chat(boris)).toBe(before);
    }
    expect((await bot.house.study.decks(anna.user.id))[0]?.title).toBe('Биология 2 сем');
  });
});

test('a link nobody made is an ordinary start', async () => {
  await bot.anna.say('/start d_nothing');
  expect(bot.anna.messages()[1]?.text).toMatch(/^Здесь спрашивают/);
  await bot.boris.say('/start что угодно');
  expect(bot.boris.messages()[1]?.text).toMatch(/^Здесь спрашивают/);
});
