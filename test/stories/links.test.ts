/** Links behind /start: a section, questions, a word, a deck; whatever is forged is an ordinary start. */
import { GIT } from '../support/git-notes.js';
import { answer, last, notes, openBot, said, type OpenBot } from '../support/open-bot.js';

let bot: OpenBot;
beforeEach(async () => {
  bot = await openBot(notes('Git', GIT));
});
afterEach(async () => {
  expect(bot.troubles).toEqual([]);
  await bot.close();
});

const deckId = async (): Promise<string> => (await bot.house.study.decks(1))[0]?.id ?? '';

async function passTrial(): Promise<void> {
  const { anna } = bot;
  await anna.say('/start');
  for (let i = 0; i < 5; i += 1) await answer(bot, anna, true);
}

test('q_ asks the notes at once: a newcomer five questions, others ten', async () => {
  const { anna, boris } = bot;
  await boris.say(`/start q_${await deckId()}`);
  expect(said(boris, /^Здесь спрашивают/u)).toBeDefined();
  expect(last(boris)).toMatch(/^Вопрос 1 из 5/u);
  await passTrial();
  await anna.say(`/start q_${await deckId()}`);
  expect(last(anna)).toMatch(/^Вопрос 1 из 10/u);
});

test('q_ with the number of a section asks that section', async () => {
  const { anna } = bot;
  await passTrial();
  const topics = await bot.house.study.topics(1001);
  const row = topics?.sections.find(({ title, isEmpty }) => title === 'Команды' && !isEmpty);
  await anna.say(`/start q_${await deckId()}_${row?.index ?? 0}`);
  expect(last(anna)).toMatch(/^Вопрос 1 из 4/u);
});

test('e_ looks a word up', async () => {
  await passTrial();
  await bot.anna.say(`/start e_${Buffer.from('коммит').toString('base64url')}`);
  expect(said(bot.anna, 'снимок всех файлов проекта').text).toMatch(/^Коммит/iu);
});

test.each(['q_nothere', 'q_nothere_1', 't_nothere_1', 'd_nothere', 'e_gICA', 'zzz', 'q_\u202e'])(
  '%j is an ordinary start',
  async (payload) => {
    await bot.boris.say(`/start ${payload}`);
    expect(said(bot.boris, /^Здесь спрашивают/u)).toBeDefined();
    expect(last(bot.boris)).toMatch(/^Вопрос 1 из 5/u);
  },
);

test('the number of a section that is not there leads to an ordinary answer', async () => {
  await passTrial();
  for (const payload of [`q_${await deckId()}_999`, `t_${await deckId()}_999`]) {
    await bot.anna.say(`/start ${payload}`);
    expect(last(bot.anna)).not.toBe('');
    expect(last(bot.anna)).toMatch(/^(?:Спрашивать|📄|С возвращением|Git)/u);
  }
});
