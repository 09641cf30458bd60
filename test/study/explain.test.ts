import { eq } from 'drizzle-orm';
import { mostMissed } from '../../src/db/missing.js';
import { decks } from '../../src/db/schema/decks.js';
import { learners } from '../../src/db/schema/learners.js';
import { missingQueries } from '../../src/db/schema/look-ups.js';
import { importBuiltInDecks } from '../../src/study/import-notes.js';
import type { LookUp } from '../../src/study/explanation.js';
import { GIT } from '../support/git-notes.js';
import { ANNA, BORIS, openTestStudy, replyTo, type TestStudy } from '../support/study.js';

const KITCHEN = `БУЛЬОН - отвар из мяса, рыбы или овощей
ВЕТКА - стебель укропа, который кладут в рассол
СЕМЕЙНЫЙ РЕЦЕПТ - звоните anna@example.com
`;

let house: TestStudy;
afterEach(() => house.close());

const titles = ({ found }: LookUp) => found.map(({ title }) => title);
const line = (text: string, sought: string) =>
  text.split('\n').findIndex((it) => it.startsWith(sought)) + 1;

describe('one set of notes', () => {
  beforeEach(async () => {
    house = await openTestStudy(GIT);
  });

  test('a term comes with its line, its neighbours and what else speaks of it', async () => {
    const found = await house.study.lookUp(ANNA, 'коммит');
    expect(titles(found)).toEqual(['Коммит']);
    expect(found).toMatchObject({ reading: null, missing: null, decks: 1 });
    const [commit] = found.found;
    expect(commit).toMatchObject({ kind: 'term', line: 2, deckTitle: null, canCheck: true });
    expect(commit?.quote).toEqual([
      { number: 2, text: 'КОММИТ - снимок всех файлов проекта с подписью и временем', code: null },
    ]);
    expect([...(commit?.neighbours ?? []), ...found.others].map((it) => it.title)).toEqual(
      expect.arrayContaining(['Ветка', 'Индекс']),
    );
  });

  test('a command is known as one, also in the quote', async () => {
    const { found } = await house.study.lookUp(ANNA, 'как посмотреть список веток');
    expect(found[0]).toMatchObject({ kind: 'command', title: 'git branch', isCode: true });
    expect(found[0]?.quote[0]?.code).toBe('git branch');
  });

  test('the other keyboard, an ear and a slip are understood and said', async () => {
    const read = async (query: string) => (await house.study.lookUp(ANNA, query)).reading;
    expect(await read('rjvvbn')).toEqual({ how: 'layout', typed: 'rjvvbn', readAs: 'коммит' });
    expect(await read('пше ыефыр')).toMatchObject({ how: 'layout', readAs: 'git stash' });
    expect(await read('репозитарий')).toMatchObject({ typed: 'репозитарий' });
    expect(await read('Коммиты')).toBeNull();
    expect(await read('падписью')).toEqual({ how: 'slip', typed: 'падписью', readAs: 'подписью' });
  });

  test('two things to be told apart stand side by side', async () => {
    expect(titles(await house.study.lookUp(ANNA, 'чем отличается ветка от коммита'))).toEqual([
      'Ветка',
      'Коммит',
    ]);
  });

  test('an empty heading is found as one', async () => {
    const { found } = await house.study.lookUp(ANNA, 'недостатки');
    expect(found[0]).toMatchObject({ kind: 'empty', title: 'Недостатки', canCheck: false });
  });

  test('a heading is quoted by its first lines, and its section is whole', async () => {
    const { found } = await house.study.lookUp(ANNA, 'преимущества');
    expect(found[0]).toMatchObject({ kind: 'section', hasMore: false });
    expect(found[0]?.quote.map(({ text }) => text)).toEqual([
      '1) Работает без сети',
      '2) История лежит у каждого',
      '3) Ветки почти ничего не стоят',
    ]);
    const { deckId = '', version = 0 } = found[0] ?? {};
    const at = { deckId, version, line: line(GIT, 'git stash') };
    const section = await house.study.section(ANNA, at);
    expect(section).toMatchObject({
      kind: 'found',
      value: { title: 'Команды', deckTitle: null },
    });
    const lines = section.kind === 'found' ? section.value.lines : [];
    expect(lines.map(({ number, code }) => [number, code])).toEqual([
      [6, null],
      [7, 'git status'],
      [8, 'git log'],
      [9, 'git branch'],
      [10, 'git stash'],
    ]);
  });

  test('what no notes have is counted once a time, and nobody is named', async () => {
    for (const [who, query] of [
      [ANNA, 'Борщ'],
      [BORIS, '  борщ '],
      [ANNA, 'щи anna@example.com\0'],
      [ANNA, '???'],
    ] as const) {
      expect((await house.study.lookUp(who, query)).found).toEqual([]);
    }
    await house.study.lookUp(ANNA, 'коммит');
    await house.study.inlineResults(ANNA, 'уха');
    const missed = await mostMissed(house.deps.db, 10);
    expect(missed.map(({ query, times }) => [query, times])).toEqual([
      ['борщ', 2],
      ['щи <e-mail>', 1],
    ]);
    expect(Object.keys(missingQueries)).not.toContain('learnerId');
  });

  test('looking up makes nobody known', async () => {
    await house.study.lookUp(7, 'коммит');
    await house.study.inlineResults(7, '');
    expect(await house.deps.db.select().from(learners)).toEqual([]);
  });

  test('a button of notes that changed is told from a forged one', async () => {
    const [commit] = (await house.study.lookUp(ANNA, 'коммит')).found;
    if (commit === undefined) throw new Error('nothing found');
    const { deckId, version } = commit;
    const kindOf = async (ref: { deckId: string; version: number; line: number }) => [
      (await house.study.place(ANNA, ref)).kind,
      (await house.study.section(ANNA, ref)).kind,
    ];
    expect(await kindOf({ deckId, version, line: 2 })).toEqual(['found', 'found']);
    expect(await kindOf({ deckId, version, line: 9999 })).toEqual(['foreign', 'foreign']);
    expect(await kindOf({ deckId: 'none', version, line: 2 })).toEqual(['foreign', 'foreign']);
    await house.importNotes(GIT.replace('снимок', 'слепок'));
    expect(await kindOf({ deckId, version, line: 2 })).toEqual(['outdated', 'outdated']);
    const plan = { kind: 'facts', deckId, version, lines: [2] } as const;
    expect((await house.study.open(ANNA, plan)).kind).toBe('outdated');
    expect(titles(await house.study.lookUp(ANNA, 'слепок'))).toEqual(['Коммит']);
  });

  test('checking oneself asks the fact and those next to it', async () => {
    const [commit] = (await house.study.lookUp(ANNA, 'коммит')).found;
    if (commit === undefined) throw new Error('nothing found');
    const { deckId, version } = commit;
    const opened = await house.study.open(ANNA, { kind: 'facts', deckId, version, lines: [2] });
    if (opened.kind !== 'step') throw new Error(opened.kind);
    expect(opened.step.sessionKind).toBe('facts');
    const asked: number[] = [];
    for (let position = 1; position <= opened.step.length; position += 1) {
      const step = await house.put(ANNA, { session: opened.step.session, position });
      asked.push(step.question.line);
    }
    expect(asked).toContain(2);
    expect(asked.every((at) => at <= 4)).toBe(true);
    expect(
      (await house.study.open(ANNA, { kind: 'facts', deckId, version, lines: [5] })).kind,
    ).toBe('nothing');
  });

  test('one begins with the last mistakes, and with first terms while there are none', async () => {
    const names = async () => {
      const { places, areMistakes } = await house.study.lookUpStarters(ANNA);
      return [areMistakes, ...places.map(({ title }) => title)];
    };
    expect(await names()).toEqual([false, 'Ветка', 'Коммит', 'Индекс', 'Репозиторий']);
    const step = await house.begin(ANNA, 5);
    await house.study.answer(ANNA, step, replyTo(step, false), 1);
    const second = await house.put(ANNA, { session: step.session, position: 2 });
    await house.study.answer(ANNA, second, replyTo(second, true), 2);
    const { places, areMistakes } = await house.study.lookUpStarters(ANNA);
    expect([areMistakes, places.map((place) => place.line)]).toEqual([true, [step.question.line]]);
    const [first] = await house.study.inlineResults(ANNA, '');
    expect([step.question.line, second.question.line]).toContain(first?.line);
  });

  test('the inline mode gives at most ten places, no empty headings', async () => {
    const all = await house.study.inlineResults(ANNA, 'git');
    expect(all.length).toBeGreaterThan(3);
    expect(all.length).toBeLessThanOrEqual(10);
    expect(all.every(({ deckTitle }) => deckTitle === 'Git')).toBe(true);
    expect(await house.study.inlineResults(ANNA, 'недостатки')).toEqual([]);
    expect(await house.study.inlineResults(ANNA, 'борщ')).toEqual([]);
  });
});

describe('several sets of notes', () => {
  beforeEach(async () => {
    house = await openTestStudy('');
    await importBuiltInDecks(house.deps, [
      { file: 'git.txt', title: 'Git', text: GIT },
      { file: 'kitchen.txt', title: 'Кухня', text: KITCHEN },
    ]);
  });

  const chooseKitchen = async (learnerId: number) => {
    await house.study.home(learnerId);
    const kitchen = (await house.study.decks(learnerId)).find(({ title }) => title === 'Кухня');
    await house.study.chooseDeck(learnerId, kitchen?.id ?? '');
    return kitchen?.id ?? '';
  };

  test('the chosen notes answer first, the others after them', async () => {
    const fromWhere = async (query: string) =>
      (await house.study.lookUp(ANNA, query)).found.map(({ deckTitle }) => deckTitle);
    expect(await fromWhere('ветка')).toEqual(['Git']);
    expect(await fromWhere('бульон')).toEqual(['Кухня']);
    await chooseKitchen(ANNA);
    expect(await fromWhere('ветка')).toEqual(['Кухня']);
    expect(await fromWhere('коммит')).toEqual(['Git']);
  });

  test('a heading the chosen notes left empty is told of before what other notes say', async () => {
    await importBuiltInDecks(house.deps, [
      { file: 'git.txt', title: 'Git', text: GIT },
      { file: 'kitchen.txt', title: 'Кухня', text: `${KITCHEN}\n\nКОММИТ -\n\n` },
    ]);
    const found = async (query: string) =>
      (await house.study.lookUp(ANNA, query)).found.map(({ kind, deckTitle }) => [kind, deckTitle]);
    expect(await found('коммит')).toEqual([['term', 'Git']]);
    await chooseKitchen(ANNA);
    expect(await found('коммит')).toEqual([
      ['empty', 'Кухня'],
      ['term', 'Git'],
    ]);
    expect((await house.study.inlineResults(ANNA, 'коммит'))[0]).toMatchObject({ kind: 'term' });
  });

  test('somebody’s own notes are found by nobody else', async () => {
    const kitchen = await chooseKitchen(ANNA);
    await house.deps.db
      .update(decks)
      .set({ ownerId: ANNA, file: null })
      .where(eq(decks.id, kitchen));
    expect(titles(await house.study.lookUp(ANNA, 'бульон'))).toEqual(['Бульон']);
    expect((await house.study.lookUp(BORIS, 'бульон')).found).toEqual([]);
    expect(await house.study.inlineResults(BORIS, 'бульон')).toEqual([]);
    const ref = { deckId: kitchen, version: 1, line: 1 };
    expect((await house.study.place(BORIS, ref)).kind).toBe('foreign');
    expect((await house.study.open(BORIS, { kind: 'facts', ...ref, lines: [1] })).kind).toBe(
      'nothing',
    );
  });

  test('checking oneself on other notes does not change what /quiz asks from', async () => {
    const kitchen = await chooseKitchen(ANNA);
    const [commit] = (await house.study.lookUp(ANNA, 'коммит')).found;
    const { deckId = '', version = 0 } = commit ?? {};
    expect(deckId).not.toBe(kitchen);
    await house.study.open(ANNA, { kind: 'facts', deckId, version, lines: [2] });
    expect((await house.study.topics(ANNA))?.deck.id).toBe(kitchen);
  });
});
