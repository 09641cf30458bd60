/** A copy taken here and brought back elsewhere: everything is there, again changes nothing, hostile ones are refused. */
import { gunzipSync, gzipSync } from 'node:zlib';
import { readBelongings } from '../../src/db/belongings.js';
import { seededRandom, pick, type Random } from '../../src/questions/random.js';
import { packCopy, type WholeCopy } from '../../src/study/pack-copy.js';
import { GIT } from '../support/git-notes.js';
import { ANNA, BORIS, NOON, openTestStudy, replyTo, type TestStudy } from '../support/study.js';

const PLANETS = `МЕРКУРИЙ - ближайшая к Солнцу планета, на ней нет воздуха
ВЕНЕРА - планета с плотными облаками и самой горячей поверхностью
МАРС - планета с ржавой пылью и двумя маленькими спутниками
ЮПИТЕР - самая большая планета, бури на ней идут веками
`;
const DAY_MS = 86_400_000;

const open: TestStudy[] = [];
async function house(notes: string | null = GIT): Promise<TestStudy> {
  const made = await openTestStudy(notes ?? '', { importsPerHour: 1000 });
  // Two bots make no two decks with one id.
  let ids = 0;
  const own = open.length;
  Object.assign(made.deps, { newId: () => `h${own}x${(ids += 1)}` });
  open.push(made);
  await made.deps.db.$client.query('delete from facts; delete from decks');
  if (notes !== null) await made.importNotes(notes);
  return made;
}
afterEach(async () => {
  for (const made of open.splice(0)) await made.close();
});

const sendNotes = (at: TestStudy, learnerId: number, text: string) =>
  at.study.ownDecks.take(learnerId, {
    ...{ id: `u${text.length}`, fileName: 'Планеты.txt' },
    source: { bytes: Buffer.from(text) },
  });

/** Some days of somebody's life with the bot. */
async function live(at: TestStudy, learnerId: number, random: Random): Promise<void> {
  const { study } = at;
  let update = 1;
  for (let day = 0; day < 4; day += 1) {
    at.setNow(new Date(NOON.getTime() + day * DAY_MS));
    if (day === 1) await sendNotes(at, learnerId, PLANETS);
    const [deck] = await study.ownDecks.held(learnerId);
    if (deck !== undefined && random() < 0.5) await study.chooseDeck(learnerId, deck.deckId);
    await at.begin(learnerId, 5);
    const count = 2 + Math.floor(random() * 4);
    for (let i = 0; i < count; i += 1) {
      const progress = await study.progress(learnerId);
      if (progress.kind !== 'step') break;
      const step = await at.put(learnerId, progress.step);
      await study.answer(learnerId, step, replyTo(step, random() < 0.7), (update += 1));
      const wish = pick(['none', 'undo', 'credit', 'dislike'] as const, random);
      if (wish === 'undo') await study.undo(learnerId, (update += 1));
      if (wish === 'credit') await study.credit(learnerId, step);
      if (wish === 'dislike') await study.dislike(learnerId, step);
    }
  }
  await study.changeDaily(learnerId, { time: '20:00', isOn: true });
  await study.changeSetting(learnerId, { setting: 'goal', value: 15 });
  const [deck] = await study.ownDecks.held(learnerId);
  const deckId = deck?.deckId ?? '';
  const plan = await study.planExam(learnerId, { deckId, when: { inDays: 5 } });
  if (plan !== null) await study.setExam(learnerId, { deckId, date: plan.date, scope: 'main' });
}

async function copyOf(at: TestStudy, learnerId: number): Promise<Uint8Array> {
  const copy = await at.study.ownData.copy(learnerId);
  if (copy === null) throw new Error('a stranger has no copy');
  return copy.json;
}

let sent = 0;

/** Sends a copy; every time another update brings it. */
const bring = (at: TestStudy, learnerId: number, bytes: Uint8Array) =>
  at.study.ownData.restore(learnerId, { id: `c${(sent += 1)}`, bytes });

/** Rows that are kept, without what is of one place and one moment. */
async function kept(at: TestStudy, learnerId: number) {
  const tables = await readBelongings(at.deps.db, learnerId);
  const here = new Set(['learner_id', 'message_id', 'update_id', 'last_local_date']);
  const clean = (rows: readonly object[] = []) =>
    rows.map((row) =>
      Object.fromEntries(
        Object.entries(row).filter(([name]) => !here.has(name) && name !== 'last_claimed_at'),
      ),
    );
  const names = ['reviews', 'cards', 'aliases', 'hidden_questions', 'exams', 'study_days'];
  return Object.fromEntries(
    [...names, 'sessions', 'steps', 'schedules', 'learners', 'decks', 'facts'].map((name) => [
      name,
      clean(tables[name]).map((row) => (name === 'learners' ? { ...row, id: 0 } : row)),
    ]),
  );
}

describe.each([1, 2])('a learner (%i)', (seed) => {
  test('is the same in a fresh bot, and again changes nothing', async () => {
    const from = await house();
    await live(from, ANNA, seededRandom(`copy-${seed}`));
    const copy = await copyOf(from, ANNA);
    // A bot without these notes: all decks come along.
    const to = await house(null);
    to.setNow(from.deps.now());
    const restored = await bring(to, ANNA, copy);
    expect(restored).toMatchObject({ kind: 'restored', decks: 2 });
    const [before, after] = [await kept(from, ANNA), await kept(to, ANNA)];
    for (const name of Object.keys(before)) {
      if (name !== 'decks') expect([name, after[name]]).toEqual([name, before[name]]);
    }
    expect(await bring(to, ANNA, copy)).toEqual({ kind: 'same' });
    expect(await kept(to, ANNA)).toEqual(after);
    // And from there on: a copy of the copy says the same.
    const third = await house(null);
    third.setNow(from.deps.now());
    await bring(third, ANNA, await copyOf(to, ANNA));
    expect(await kept(third, ANNA)).toEqual(after);
  });
});

test('built-in notes that are here keep their deck, whatever their ids are', async () => {
  const from = await house();
  await live(from, ANNA, seededRandom('built-in'));
  const to = await house();
  to.setNow(from.deps.now());
  const restored = await bring(to, ANNA, await copyOf(from, ANNA));
  expect(restored).toMatchObject({ kind: 'restored', decks: 1 });
  const [before, after] = [await from.study.stats(ANNA), await to.study.stats(ANNA)];
  expect(after).toEqual(before);
  expect((await to.study.decks(ANNA)).map(({ title }) => title).sort()).toEqual(['Git', 'Планеты']);
});

test('in the bot it came from nothing changes, also after more answers', async () => {
  const at = await house();
  await live(at, ANNA, seededRandom('same'));
  const copy = await copyOf(at, ANNA);
  expect(await bring(at, ANNA, copy)).toEqual({ kind: 'same' });
  const step = await at.begin(ANNA, 3);
  await at.study.answer(ANNA, step, replyTo(step, true), 900);
  const before = await kept(at, ANNA);
  await bring(at, ANNA, copy);
  expect(await kept(at, ANNA)).toEqual(before);
});

test('after /delete everything comes back', async () => {
  const at = await house();
  await live(at, ANNA, seededRandom('back'));
  const before = await kept(at, ANNA);
  const copy = await copyOf(at, ANNA);
  await at.study.ownData.delete(ANNA, { leave: true, updateId: 1 });
  expect(await at.study.ownData.copy(ANNA)).toBeNull();
  await bring(at, ANNA, copy);
  expect(await kept(at, ANNA)).toEqual(before);
});

test('somebody else’s copy becomes one’s own, and leaves its owner alone', async () => {
  const at = await house();
  await live(at, ANNA, seededRandom('theirs'));
  const before = await kept(at, ANNA);
  const copy = await copyOf(at, ANNA);
  expect(await bring(at, BORIS, copy)).toMatchObject({ kind: 'restored', decks: 1 });
  expect(await kept(at, ANNA)).toEqual(before);
  const [annas] = await at.study.ownDecks.held(ANNA);
  const [boriss] = await at.study.ownDecks.held(BORIS);
  expect(boriss).toMatchObject({ title: 'Планеты', isOwn: true });
  expect(boriss?.deckId).not.toBe(annas?.deckId);
  expect(await at.study.stats(BORIS)).toEqual(await at.study.stats(ANNA));
  expect(await bring(at, BORIS, copy)).toEqual({ kind: 'same' });
  const again = await copyOf(at, BORIS);
  expect(Buffer.from(again).toString()).not.toContain(String(ANNA));
});

describe('a file that is no copy', () => {
  type Table = Record<string, Record<string, unknown>[]>;
  const broken: [string, (tables: Table) => void][] = [
    ['a card of another world', ({ cards }) => Object.assign(cards?.[0] ?? {}, { reps: 1e12 })],
    ['NUL in a text', ({ decks }) => Object.assign(decks?.[0] ?? {}, { title: 'a\0b' })],
    ['half of a pair', ({ decks }) => Object.assign(decks?.[0] ?? {}, { title: '\ud800' })],
    [
      'a date that never was',
      ({ reviews }) => Object.assign(reviews?.[0] ?? {}, { study_day: '2026-02-30' }),
    ],
    [
      'an unknown kind',
      ({ steps }) => Object.assign(steps?.[0] ?? {}, { question: { form: 'x' } }),
    ],
    ['an id with a quote', ({ facts }) => Object.assign(facts?.[0] ?? {}, { id: "'; drop" })],
    ['nobody', (tables) => Object.assign(tables, { learners: [] })],
  ];

  test('is refused with one wrong value, and nothing is stored', async () => {
    const at = await house();
    await live(at, ANNA, seededRandom('broken'));
    const text = Buffer.from(await copyOf(at, ANNA)).toString();
    for (const [name, damage] of broken) {
      const whole = JSON.parse(text) as { tables: Table };
      damage(whole.tables);
      const bytes = Buffer.from(JSON.stringify(whole));
      const restored = await bring(at, BORIS, bytes);
      expect([name, restored]).toEqual([name, { kind: 'unreadable' }]);
    }
    expect(await at.study.ownData.isKnown(BORIS)).toBe(false);
  });

  test('is refused when it is something else', async () => {
    const at = await house();
    for (const text of ['', '{}', '[]', 'null', '{"format":"konspekt-bot"}', '\xff', '[[[[']) {
      const restored = await bring(at, ANNA, Buffer.from(text, 'latin1'));
      expect([text, restored]).toEqual([text, { kind: 'unreadable' }]);
    }
  });

  test('rows that contradict one another are left out, not obeyed', async () => {
    const at = await house();
    await live(at, ANNA, seededRandom('twice'));
    const whole = JSON.parse(Buffer.from(await copyOf(at, ANNA)).toString()) as { tables: Table };
    for (const rows of Object.values(whole.tables)) {
      if (rows.length < 1000) rows.push(...rows);
    }
    whole.tables['learners']?.splice(1);
    whole.tables['schedules']?.splice(1);
    const bytes = Buffer.from(JSON.stringify(whole));
    expect(await bring(at, BORIS, bytes)).toMatchObject({ kind: 'restored' });
    expect(await at.study.stats(BORIS)).toEqual(await at.study.stats(ANNA));
  });
});

test('an hour has so many copies, and the same update counts once', async () => {
  const at = await house();
  Object.assign(at.deps.limits, { importsPerHour: 2 });
  const bytes = Buffer.from('{}');
  const again = { id: 'u1', bytes };
  await at.study.settings(ANNA);
  for (let i = 0; i < 3; i += 1) {
    expect(await at.study.ownData.restore(ANNA, again)).toEqual({ kind: 'unreadable' });
  }
  expect(await bring(at, ANNA, bytes)).toEqual({ kind: 'unreadable' });
  expect(await bring(at, ANNA, bytes)).toEqual({ kind: 'too-often', most: 2, minutes: 60 });
  at.setNow(new Date(NOON.getTime() + 3_600_000));
  expect(await bring(at, ANNA, bytes)).toEqual({ kind: 'unreadable' });
});

test('a copy too large for one file comes back packed, with everything but the questions of finished sittings', async () => {
  const from = await house();
  await live(from, ANNA, seededRandom('packed'));
  const bytes = await copyOf(from, ANNA);
  const whole = JSON.parse(Buffer.from(bytes).toString()) as WholeCopy;
  const { json, isPacked, steps } = await packCopy(whole, bytes.length - 1);
  expect(isPacked).toBe(true);
  expect(json.length).toBeLessThan(bytes.length / 4);
  const apart = JSON.parse(gunzipSync(steps ?? '').toString()) as Pick<WholeCopy, 'tables'>;
  const inCopy = JSON.parse(gunzipSync(json).toString()) as WholeCopy;
  const stepsOf = ({ tables }: Pick<WholeCopy, 'tables'>) => tables['steps']?.length ?? 0;
  expect(stepsOf(apart) + stepsOf(inCopy)).toBe(stepsOf(whole));
  expect(stepsOf(apart)).toBeGreaterThan(0);
  const to = await house();
  const { cards = [], reviews = [] } = whole.tables;
  expect(await bring(to, ANNA, json)).toMatchObject({
    ...{ kind: 'restored', cards: cards.length, answers: reviews.length },
  });
});

test('a packed file that would fill the memory is refused', async () => {
  const at = await house();
  const bomb = gzipSync(Buffer.alloc(60_000_000, ' '));
  expect(await bring(at, ANNA, bomb)).toEqual({ kind: 'unreadable' });
});
