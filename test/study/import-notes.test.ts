import { facts } from '../../src/db/schema/decks.js';
import { cards, reviews } from '../../src/db/schema/memory.js';
import { ANNA, openTestStudy, replyTo, type TestStudy } from '../support/study.js';

const NOTES = `ВЕТКА - подвижный указатель на один из коммитов истории

МЕТКА -


КОММИТ - снимок всех файлов проекта с подписью и временем
ИНДЕКС - область, где собирают изменения перед сохранением
РЕПОЗИТОРИЙ - каталог со всей историей одного проекта
`;

let house: TestStudy;
beforeEach(async () => {
  house = await openTestStudy(NOTES);
});
afterEach(() => house.close());

async function answerEverything(): Promise<void> {
  const first = await house.begin(ANNA, 4);
  for (let position = 1; position <= first.length; position += 1) {
    const step = await house.put(ANNA, { session: first.session, position });
    await house.study.answer(ANNA, step, replyTo(step, true), position);
  }
}

const progress = async () => {
  const rows = await house.deps.db.select().from(cards).orderBy(cards.factId);
  return rows.map((it) => [it.factId, it.reps, it.version]);
};

test('the same file at the next start changes nothing', async () => {
  const [report] = await house.importNotes(NOTES);
  expect(report).toMatchObject({ facts: 4, added: 0, changed: 0, archived: 0 });
});

test('more white space, another case and other dashes keep every fact', async () => {
  await answerEverything();
  const before = await progress();
  const [report] = await house.importNotes(
    NOTES.replaceAll(' - ', ' — ').replaceAll('\n', '\n\n\n'),
  );
  expect(report).toMatchObject({ added: 0, changed: 0, archived: 0 });
  expect(await progress()).toEqual(before);
});

test('a corrected definition keeps its progress', async () => {
  await answerEverything();
  const before = await progress();
  const [report] = await house.importNotes(
    NOTES.replace('снимок всех файлов проекта', 'снимок файлов'),
  );
  expect(report).toMatchObject({ added: 0, changed: 1, archived: 0 });
  expect(await progress()).toEqual(before);
  const bodies = (await house.deps.db.select().from(facts)).map((it) => JSON.stringify(it.body));
  expect(bodies.some((it) => it.includes('снимок файлов'))).toBe(true);
});

test('a line taken out is archived with its history, and finds it again when it returns', async () => {
  await answerEverything();
  const before = await progress();
  const shorter = NOTES.split('\n')
    .filter((line) => !line.startsWith('ИНДЕКС'))
    .join('\n');
  const [gone] = await house.importNotes(shorter);
  expect(gone).toMatchObject({ facts: 3, archived: 1 });
  expect(await house.study.stats(ANNA)).toMatchObject({ total: 3 });
  const [back] = await house.importNotes(NOTES);
  expect(back).toMatchObject({ facts: 4, added: 1, archived: 0 });
  expect(await progress()).toEqual(before);
  expect(await house.deps.db.select().from(reviews)).toHaveLength(4);
});

test('an empty heading is shown in the map of the deck and has nothing to ask', async () => {
  const map = await house.study.topics(ANNA);
  const empty = map?.sections.find((it) => it.isEmpty);
  expect(empty).toMatchObject({ title: 'Метка', new: 0 });
  const plan = { kind: 'section', deckId: map?.deck.id ?? '', version: map?.version ?? 0 } as const;
  expect(await house.study.open(ANNA, { ...plan, index: empty?.index ?? -1 })).toEqual({
    kind: 'nothing',
  });
  expect(await house.study.open(ANNA, { ...plan, version: 99, index: 0 })).toEqual({
    kind: 'outdated',
  });
});

test('a deck whose file is gone is not asked any more, and is asked again when the file returns', async () => {
  const titles = async () => (await house.study.decks(ANNA)).map((deck) => deck.title);
  await house.importNotes(null);
  expect(await titles()).toEqual([]);
  await house.importNotes(NOTES);
  expect(await titles()).toEqual(['Git']);
});

test('a file under another name is the same deck, with its progress', async () => {
  await answerEverything();
  const before = await progress();
  const deck = (await house.study.decks(ANNA))[0];
  const [report] = await house.importNotes(NOTES, 'основы git.txt');
  expect(report).toMatchObject({ added: 0, changed: 0, archived: 0, isMostlyGone: false });
  expect(await house.study.decks(ANNA)).toEqual([deck]);
  expect(await progress()).toEqual(before);
});

test('a file that is mostly something else is reported, and costs no progress when it comes back', async () => {
  await answerEverything();
  const before = await progress();
  const [cut] = await house.importNotes(NOTES.split('\n')[0] ?? '');
  expect(cut).toMatchObject({ facts: 1, archived: 3, isMostlyGone: true });
  const [back] = await house.importNotes(NOTES);
  expect(back).toMatchObject({ facts: 4, added: 3, isMostlyGone: false });
  expect(await progress()).toEqual(before);
});
