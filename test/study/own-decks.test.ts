import * as fc from 'fast-check';
import { decks, facts } from '../../src/db/schema/decks.js';
import { cards, reviews } from '../../src/db/schema/memory.js';
import { steps } from '../../src/db/schema/sittings.js';
import type { SentNotes, Taken } from '../../src/study/own-decks.js';
import { ANNA, BORIS, NOON, openTestStudy, replyTo, type TestStudy } from '../support/study.js';

const NOTES = `КЛЕТКА - наименьшая единица живого организма

ЯДРО - хранит наследственные сведения в виде молекул ДНК
МИТОЗ - деление, после которого дочерние клетки одинаковы
МЕЙОЗ - деление, после которого набор хромосом вдвое меньше
РИБОСОМА - собирает белок из аминокислот по записи гена

ОРГАНОИДЫ РАСТЕНИЙ:


ВАКУОЛЬ - пузырёк с клеточным соком внутри растительной клетки
`;

const PLANTS = '1) клеточная стенка из целлюлозы\n2) крупная вакуоль\n3) пластиды с пигментом\n';

let house: TestStudy;
let sent = 0;
beforeEach(async () => {
  house = await openTestStudy('КОММИТ - снимок всех файлов проекта с подписью');
  sent = 0;
});
afterEach(() => house.close());

const send = (text: string, more: Partial<SentNotes> = {}, learner = ANNA): Promise<Taken> =>
  house.study.ownDecks.take(learner, {
    ...{ id: `u${(sent += 1)}`, fileName: 'биология_2 сем.txt' },
    source: { bytes: Buffer.from(text) },
    ...more,
  });

/** So that the limit of an hour is not what a test is about. */
let hours = 0;
function later(): void {
  hours += 2;
  house.setNow(new Date(NOON.getTime() + hours * 3_600_000));
}

const titles = async (learner = ANNA) =>
  (await house.study.decks(learner)).map(({ title }) => title);

async function made(text: string, more: Partial<SentNotes> = {}): Promise<string> {
  const taken = await send(text, more);
  if (taken.kind !== 'made') throw new Error(`not made: ${JSON.stringify(taken)}`);
  return taken.report.deckId;
}

/** Answers everything there is, once. */
async function learn(learner = ANNA): Promise<void> {
  const first = await house.begin(learner, 10);
  for (let position = 1; position <= first.length; position += 1) {
    const step = await house.put(learner, { session: first.session, position });
    await house.study.answer(learner, step, replyTo(step, true), position);
  }
}

const progress = async () => ({
  cards: await house.deps.db.select().from(cards).orderBy(cards.learnerId, cards.factId),
  reviews: await house.deps.db.select().from(reviews).orderBy(reviews.learnerId, reviews.factId),
  steps: await house.deps.db.select().from(steps).orderBy(steps.sessionId, steps.position),
});

describe('new notes', () => {
  test('become a deck of their sender, which is the one to be asked', async () => {
    const taken = await send(NOTES);
    expect(taken).toMatchObject({
      kind: 'made',
      report: { title: 'Биология 2 сем', isOwn: true, facts: 6, gaps: 1 },
    });
    expect(await titles()).toEqual(['Биология 2 сем', 'Git']);
    expect(await titles(BORIS)).toEqual(['Git']);
    expect(await house.study.home(ANNA)).toMatchObject({
      decks: [{ title: 'Биология 2 сем' }, {}],
    });
  });

  test('in an update that comes again are told of again, and are one deck', async () => {
    const first = await send(NOTES, { id: 'same' });
    expect(await send(NOTES, { id: 'same' })).toEqual(first);
    expect(await titles()).toEqual(['Биология 2 сем', 'Git']);
  });

  test('in an update that two processes handle at once are one deck', async () => {
    const both = await Promise.all([send(NOTES, { id: 'same' }), send(NOTES, { id: 'same' })]);
    expect(both[0]).toEqual(both[1]);
    expect(await titles()).toEqual(['Биология 2 сем', 'Git']);
  });

  test('with nothing to ask, or unreadable, leave no deck', async () => {
    const refused = async (bytes: Uint8Array) => {
      later();
      const taken = await send('', { source: { bytes } });
      return taken.kind === 'refused' ? taken.refusal.reason : taken.kind;
    };
    expect(await refused(Buffer.from('привет'))).toBe('nothing-to-ask');
    expect(await refused(Buffer.from(' \n\n'))).toBe('empty');
    expect(await refused(Buffer.from('%PDF-1.7 …'))).toBe('binary');
    expect(await refused(Buffer.alloc(1_048_577, 65))).toBe('too-big');
    expect(await house.deps.db.$count(decks)).toBe(1);
  });

  test('of a paste are called by their heading', async () => {
    const text = `# Органоиды клетки:\n${NOTES}`;
    expect(await send(text, { fileName: null, source: { text } })).toMatchObject({
      report: { title: 'Органоиды клетки' },
    });
  });
});

describe('limits', () => {
  test('an hour has five imports; the sixth says when to come back', async () => {
    for (let i = 0; i < 5; i += 1) await send('привет');
    house.setNow(new Date(NOON.getTime() + 10 * 60_000));
    expect(await send(NOTES)).toEqual({
      kind: 'refused',
      refusal: { reason: 'too-often', most: 5, minutes: 50 },
    });
    house.setNow(new Date(NOON.getTime() + 60 * 60_000));
    expect(await send(NOTES)).toMatchObject({ kind: 'made' });
  });

  test('what is seen at a glance to be no notes is not counted among them, but not for ever', async () => {
    for (let i = 0; i < 29; i += 1) {
      const bytes = Buffer.from(`%PDF-1.7 ${i}`);
      expect(await send('', { source: { bytes } })).toMatchObject({ kind: 'refused' });
    }
    expect(await send(NOTES)).toMatchObject({ kind: 'made' });
    expect(await send(NOTES)).toMatchObject({ refusal: { reason: 'too-often', most: 5 } });
  });

  test('a learner has so many decks; known ones are still brought up to date', async () => {
    await house.close();
    house = await openTestStudy('', { decks: 2 });
    await made(NOTES);
    await made(NOTES.replaceAll(/(?<=\n)\p{Lu}+ - /gu, (term) => `НЕ${term}`).replaceAll('е', 'о'));
    const third = `ИМПУЛЬС - произведение массы тела на его скорость\nСИЛА - мера действия тел друг на друга`;
    expect(await send(third)).toEqual({
      kind: 'refused',
      refusal: { reason: 'too-many-decks', most: 2 },
    });
    expect(
      await send(`${NOTES}ЦИТОПЛАЗМА - вязкая среда внутри клетки, где лежат органоиды\n`),
    ).toMatchObject({ kind: 'updated' });
  });
});

describe('a new version', () => {
  test('is known by its facts, whatever its name, and keeps all progress', async () => {
    const deckId = await made(NOTES);
    await learn();
    const before = await progress();
    later();
    const edited = NOTES.replace('собирает белок из аминокислот', 'собирает белки клетки')
      .replace('РАСТЕНИЙ:\n', `РАСТЕНИЙ:\n${PLANTS}`)
      .replace(/^МЕЙОЗ.*\n/mu, '');
    const taken = await send(edited, { fileName: 'другое имя.md' });
    expect(taken).toMatchObject({
      ...{ kind: 'updated', deckId, title: 'Биология 2 сем' },
      changes: { filled: ['Органоиды растений'] },
    });
    if (taken.kind !== 'updated') throw new Error();
    expect(taken.changes.added.map(({ line, text }) => [line, text])).toEqual([
      [8, PLANTS.trimEnd()],
      ...PLANTS.trimEnd()
        .split('\n')
        .map((line, i) => [8 + i, line]),
    ]);
    expect(taken.changes.changed).toEqual([
      {
        line: 5,
        text: 'РИБОСОМА - собирает белки клетки по записи гена',
        before: 'РИБОСОМА - собирает белок из аминокислот по записи гена',
      },
    ]);
    expect(taken.changes.archived).toEqual([
      'МЕЙОЗ - деление, после которого набор хромосом вдвое меньше',
    ]);
    expect(await progress()).toEqual(before);
    expect(await titles()).toEqual(['Биология 2 сем', 'Git']);
    const opened = await house.study.open(ANNA, { kind: 'added', import: taken.import });
    expect(opened).toMatchObject({
      step: { length: 4, question: { line: 8 } },
    });
  });

  test('that only moves white space changes nothing', async () => {
    const deckId = await made(NOTES);
    await learn();
    const before = await progress();
    expect(await send(NOTES)).toEqual({ kind: 'same', deckId, facts: 6 });
    expect(await send(NOTES.replaceAll(' - ', ' —  ').replaceAll('\n', '\r\n\r\n'))).toEqual({
      ...{ kind: 'same', deckId, facts: 6 },
    });
    expect(await progress()).toEqual(before);
  });

  test('that would archive over half of the deck is asked about; both answers are kept', async () => {
    const other = `КЛЕТКА - наименьшая единица живого организма
ИМПУЛЬС - произведение массы тела на его скорость
СИЛА - мера действия тел друг на друга`;
    const deckId = await made(NOTES);
    const asked = await send(other);
    expect(asked).toEqual({ kind: 'undecided', import: 'u2', common: 1, total: 6 });
    expect(await titles()).toEqual(['Биология 2 сем', 'Git']);
    const { ownDecks } = house.study;
    const taken = await ownDecks.settle(ANNA, 'u2', 'deck');
    expect(taken).toMatchObject({ kind: 'made', report: { title: 'Биология 2 сем 2', facts: 3 } });
    expect(await ownDecks.settle(ANNA, 'u2', 'version')).toEqual(taken);
    expect(await ownDecks.settle(BORIS, 'u2', 'version')).toBeNull();

    await send(other.replace(/^КЛЕТКА.*\n/u, NOTES.slice(0, NOTES.indexOf('РИБОСОМА'))));
    const shorter = NOTES.split('\n').slice(0, 3).join('\n');
    expect(await send(shorter)).toMatchObject({ kind: 'undecided', common: 2, total: 6 });
    expect(await ownDecks.settle(ANNA, 'u4', 'version')).toMatchObject({
      ...{ kind: 'updated', deckId },
      changes: { archived: { length: 4 } },
    });
  });

  test('facts that return from the archive find their cards again', async () => {
    await made(NOTES);
    await learn();
    const before = await progress();
    await send(NOTES.replace(/^РИБОСОМА.*\n/mu, ''));
    const back = await send(NOTES);
    expect(back).toMatchObject({ kind: 'updated', changes: { added: { length: 1 } } });
    expect(await progress()).toEqual(before);
    expect(await house.study.stats(ANNA)).toMatchObject({ counts: { new: 0, learning: 6 } });
  });

  test('whatever is edited, no answer and no card is lost or moves to another fact', async () => {
    const lines = NOTES.split('\n').filter((line) => line !== '');
    const edit = fc.record({
      order: fc.shuffledSubarray(lines, { minLength: 4 }),
      words: fc.array(fc.constantFrom('всегда', 'обычно', 'растёт', 'внутри', '2'), {
        maxLength: 3,
      }),
      at: fc.nat({ max: 3 }),
    });
    await made(NOTES);
    await learn();
    const before = await progress();
    await fc.assert(
      fc.asyncProperty(edit, async ({ order, words, at }) => {
        later();
        const text = order.map((line, i) => (i === at ? [line, ...words].join(' ') : line));
        const taken = await send(text.join('\n'));
        if (taken.kind === 'undecided') {
          await house.study.ownDecks.settle(ANNA, taken.import, 'version');
        }
        expect(await progress()).toEqual(before);
      }),
      { numRuns: 15 },
    );
    later();
    await send(NOTES);
    const rows = await house.deps.db.select().from(facts);
    const termOf = new Map(rows.map(({ id, body }) => [id, 'term' in body ? body.term : '']));
    for (const { factId, question } of before.steps) {
      expect(termOf.get(factId)).toBe(question.topic.text);
    }
  }, 120_000);
});

describe('a shared deck', () => {
  test('is studied with progress of one’s own and follows the edits of its owner', async () => {
    const deckId = await made(NOTES);
    const { ownDecks } = house.study;
    await learn();
    expect(await ownDecks.follow(BORIS, deckId)).toMatchObject({ isOwn: false, facts: 6 });
    expect(await titles(BORIS)).toEqual(['Биология 2 сем', 'Git']);
    expect(await house.study.stats(BORIS)).toMatchObject({ counts: { new: 6, learning: 0 } });
    await learn(BORIS);
    const answers = async () => (await house.study.stats(BORIS)).answersToday;
    expect(await answers()).toBe(6);
    await send(`${NOTES}ЦИТОПЛАЗМА - вязкая среда внутри клетки, где лежат органоиды\n`);
    expect(await house.study.stats(BORIS)).toMatchObject({ total: 7, counts: { new: 1 } });
    expect(await ownDecks.faults(BORIS, deckId)).toBeNull();
    expect(await ownDecks.rename(BORIS, deckId, 'Моё')).toBeNull();
    expect(await ownDecks.held(ANNA)).toMatchObject([{ deckId, isOwn: true, learners: 1 }]);
  });

  test('stays with those who study it when its owner throws it away, and goes with the last of them', async () => {
    const deckId = await made(NOTES);
    const { ownDecks } = house.study;
    await ownDecks.follow(BORIS, deckId);
    expect(await ownDecks.leave(ANNA, deckId)).toBe(true);
    expect(await ownDecks.leave(ANNA, deckId)).toBe(false);
    expect(await titles()).toEqual(['Git']);
    expect(await titles(BORIS)).toEqual(['Биология 2 сем', 'Git']);
    expect(await ownDecks.leave(BORIS, deckId)).toBe(true);
    expect(await titles(BORIS)).toEqual(['Git']);
    expect(await ownDecks.follow(BORIS, deckId)).toBeNull();
  });

  test('an id nobody has gives nothing', async () => {
    expect(await house.study.ownDecks.follow(BORIS, 'nothing')).toBeNull();
    expect(await house.study.ownDecks.leave(BORIS, 'nothing')).toBe(false);
  });
});

test('a deck thrown away and sent again comes back with its progress', async () => {
  const deckId = await made(NOTES);
  await learn();
  const before = await progress();
  await house.study.ownDecks.leave(ANNA, deckId);
  expect(await titles()).toEqual(['Git']);
  expect(await made(NOTES)).toBe(deckId);
  expect(await progress()).toEqual(before);
});

test('a deck gets another name, one line of it', async () => {
  const deckId = await made(NOTES);
  const { ownDecks } = house.study;
  expect(await ownDecks.rename(ANNA, deckId, ' цитология\n\0 и  гистология ')).toBe(
    'Цитология и гистология',
  );
  expect(await ownDecks.rename(ANNA, deckId, '…')).toBeNull();
  await send(`${NOTES}ЦИТОПЛАЗМА - вязкая среда внутри клетки, где лежат органоиды\n`);
  expect(await titles()).toEqual(['Цитология и гистология', 'Git']);
});

test('its owner is told what to put right, line by line', async () => {
  const text = `${NOTES}ЯДРО - место в атоме, где почти вся его масса\n\nмитоз деление клетки пополам\nсм. учебник\n`;
  const faults = await house.study.ownDecks.faults(ANNA, await made(text));
  expect(faults).toMatchObject([
    { kind: 'conflict', line: 3, term: 'Ядро', otherLines: [12] },
    { kind: 'gap', line: 8, section: 'Органоиды растений' },
    { kind: 'unclear', line: 14, text: 'митоз деление клетки пополам' },
  ]);
});

describe('a paste', () => {
  const part = (messageId: number, text: string) =>
    house.study.ownDecks.takePart(
      ANNA,
      { id: `p${messageId}`, messageId, text },
      text.length > 200,
    );
  const long = `${NOTES}\n`.repeat(6);

  test('gathers what comes without a pause, in the order of the messages, once each', async () => {
    expect(await part(1, 'короткая строка')).toBeNull();
    expect(await part(2, long)).toMatchObject({ id: 'p2', parts: 1, lastPart: 2, quietIn: 4000 });
    await part(2, long);
    expect(await part(3, 'и всё')).toMatchObject({ id: 'p3', parts: 2, lastPart: 3 });
    const { ownDecks } = house.study;
    expect(await ownDecks.closePaste(ANNA, 'p2')).toBeNull();
    expect(await ownDecks.closePaste(ANNA, 'p3')).toMatchObject({ kind: 'made' });
    expect(await ownDecks.dropPaste(ANNA, 'p3')).toBe(true);
    expect(await ownDecks.paste(ANNA)).toBeNull();
  });

  test('does not swallow what is said after an ordinary message, unless more was asked for', async () => {
    await part(2, NOTES.slice(0, 250));
    expect(await part(3, 'термин')).toBeNull();
    await house.study.ownDecks.markPaste(ANNA, { isWanted: true });
    expect(await part(4, 'СИЛА - мера действия')).toMatchObject({ parts: 2 });
  });

  test('is over after a pause: only a long text goes on with it, and not for ever', async () => {
    await part(2, long);
    house.setNow(new Date(NOON.getTime() + 5000));
    expect(await part(3, 'термин')).toBeNull();
    expect(await part(4, long)).toMatchObject({ parts: 2 });
    house.setNow(new Date(NOON.getTime() + 2 * 3_600_000));
    expect(await part(5, long)).toMatchObject({ parts: 1 });
    house.setNow(new Date(NOON.getTime() + 4 * 3_600_000));
    expect(await house.study.ownDecks.openPastes()).toEqual([]);
  });
});
