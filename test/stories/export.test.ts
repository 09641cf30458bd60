/** /export: two files, and the second one brings everything back when it is sent to another bot. */
import { GIT } from '../support/git-notes.js';
import { answer, labels, last, notes, openBot, type OpenBot } from '../support/open-bot.js';

const PLANETS = `МЕРКУРИЙ - ближайшая к Солнцу планета, на ней нет воздуха
ВЕНЕРА - планета с плотными облаками и самой горячей поверхностью
МАРС - планета с ржавой пылью и двумя маленькими спутниками
ЮПИТЕР - самая большая планета, бури на ней идут веками
`;

const bots: OpenBot[] = [];
async function opened(): Promise<OpenBot> {
  const bot = await openBot(notes('Git', GIT));
  bots.push(bot);
  return bot;
}
afterEach(async () => {
  for (const bot of bots.splice(0)) {
    expect(bot.troubles).toEqual([]);
    expect(bot.telegram.unansweredTaps()).toEqual([]);
    await bot.close();
  }
});

/** The files a person was sent, by name. */
function filesOf({ telegram, anna }: OpenBot): Map<string, Uint8Array> {
  const documents = anna.messages().flatMap(({ document }) => document ?? []);
  const sent = documents.filter(({ file_name: name }) => name?.startsWith('konspekt'));
  return new Map(
    sent.map(({ file_id: id, file_name: name = '' }) => [
      name,
      telegram.file(id)?.bytes ?? new Uint8Array(),
    ]),
  );
}

async function studied(): Promise<OpenBot> {
  const bot = await opened();
  const { anna } = bot;
  await anna.say('/start');
  for (let i = 0; i < 5; i += 1) await answer(bot, anna, true);
  await anna.sendDocument({ name: 'Планеты.txt', bytes: Buffer.from(PLANETS) });
  return bot;
}

test('the file for Anki has a line for every fact of the decks in use', async () => {
  const bot = await studied();
  await bot.anna.say('/export');
  const file = Buffer.from(filesOf(bot).get('konspekt-anki.txt') ?? []).toString();
  const decks = file.split('\n').flatMap((line) => line.split('\t')[1] ?? []);
  expect(decks.filter((deck) => deck === '"Планеты"')).toHaveLength(4);
  expect(decks.filter((deck) => deck === '"Git"').length).toBeGreaterThan(5);
  const newest = bot.anna.newest();
  expect(newest?.caption).toMatch(/^Всё, что здесь хранится\./u);
  expect(newest && labels(newest)).not.toEqual([]);
});

test('the copy, sent to another bot, brings decks and answers back; again it changes nothing', async () => {
  const from = await studied();
  await from.anna.say('/export');
  const copy = filesOf(from).get('konspekt-copy.json') ?? new Uint8Array();
  const to = await opened();
  await to.anna.say('/start');
  await to.anna.sendDocument({ name: 'konspekt-copy.json', bytes: copy });
  expect(last(to.anna)).toBe('Копия на месте: 1\u00a0конспект, 5\u00a0фактов, 5\u00a0ответов.');
  await to.anna.sendDocument({ name: 'konspekt-copy.json', bytes: copy });
  expect(last(to.anna)).toBe('Всё из этой копии уже здесь.');
  await to.anna.say('/cancel');
  await to.anna.say('/stats');
  expect(last(to.anna)).toContain('На этой неделе 5\u00a0вопросов.');
  expect(await to.house.study.ownDecks.held(1001)).toMatchObject([{ title: 'Планеты' }]);
});

test('a stranger has nothing to take along', async () => {
  const bot = await opened();
  await bot.anna.say('/export');
  expect(last(bot.anna)).toBe('Здесь пока ничего не хранится. Начать\u00a0— /start');
});

test('JSON that is no copy, and one too large, get a sentence', async () => {
  const bot = await opened();
  const { anna } = bot;
  await anna.sendDocument({ name: 'что-то.json', bytes: Buffer.from('{"a": 1}') });
  expect(last(anna)).toMatch(/^Это не копия из этого бота/u);
  await anna.sendDocument({ name: 'копия.JSON', bytes: new Uint8Array(20_000_001) });
  expect(last(anna)).toMatch(/^Файл больше 20 МБ/u);
});
