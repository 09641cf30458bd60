import { cards, exams } from '../../src/db/schema/memory.js';
import { daysAfter } from '../../src/review/exam.js';
import { ANNA, BORIS, NOON, openTestStudy, replyTo, type TestStudy } from '../support/study.js';

const TERMS = [
  'ВЕТКА - подвижный указатель на один из коммитов истории',
  'КОММИТ - снимок всех файлов проекта с подписью и временем',
  'ИНДЕКС - область, где собирают изменения перед сохранением',
  'РЕПОЗИТОРИЙ - каталог со всей историей одного проекта',
];
const COMMANDS = [
  'git status  - посмотреть состояние рабочего каталога',
  'git log  - посмотреть историю сохранений',
  'git branch  - посмотреть список веток',
  'git stash  - отложить незаконченные правки',
];
const NOTES = `${TERMS.join('\n')}\n\nКОМАНДЫ:\n${COMMANDS.join('\n')}\n`;
const DAY = 24 * 3_600_000;

let house: TestStudy;
let deckId = '';
beforeEach(async () => {
  house = await openTestStudy(NOTES);
  deckId = (await house.study.decks(ANNA))[0]?.id ?? '';
});
afterEach(() => house.close());

let updateId = 0;
/** Answers everything of today's portion; how many questions it had. */
async function playPortion(): Promise<number> {
  const opened = await house.study.open(ANNA, { kind: 'portion' });
  if (opened.kind !== 'step') return 0;
  for (let position = 1; position <= opened.step.length; position += 1) {
    const step = await house.put(ANNA, { session: opened.step.session, position });
    await house.study.answer(ANNA, step, replyTo(step, true), (updateId += 1));
  }
  return opened.step.length;
}
const atDay = (day: number) => house.setNow(new Date(NOON.getTime() + day * DAY));
const portion = async () => {
  const home = await house.study.home(ANNA);
  if (home.kind !== 'portion') throw new Error(home.kind);
  return home;
};

describe('what an exam would take', () => {
  test('is counted for the definitions and for everything', async () => {
    const plan = await house.study.planExam(ANNA, { deckId, when: { inDays: 5 } });
    expect(plan).toMatchObject({
      ...{ date: '2026-05-25', inDays: 5, days: 4, isNight: false, chosen: null },
      main: { facts: 4, fresh: 4, perDay: 1, minutes: 1 },
      all: { facts: 8, fresh: 8, perDay: 2, minutes: 2 },
    });
    expect(await house.deps.db.$count(exams)).toBe(0);
  });

  test('after midnight the plan begins in the morning, with the date of the morning', async () => {
    house.setNow(new Date('2026-05-20T23:14:00Z'));
    const plan = await house.study.planExam(ANNA, { deckId, when: { text: 'через 5 дней' } });
    expect(plan).toMatchObject({ date: '2026-05-26', days: 4, isNight: true });
  });

  test.each(['вчера', '28 мая 2020', 'через 400 дней', 'когда-нибудь'])(
    '«%s» is none',
    async (text) => {
      expect(await house.study.planExam(ANNA, { deckId, when: { text } })).toBeNull();
    },
  );

  test('notes that are not there cannot be planned for', async () => {
    const when = { inDays: 5 };
    expect(await house.study.planExam(ANNA, { deckId: 'none', when })).toBeNull();
    expect(
      await house.study.setExam(ANNA, { deckId: 'none', date: '2026-05-25', scope: 'all' }),
    ).toBeNull();
    expect(await house.study.exam(ANNA, 'none')).toBeNull();
  });
});

test('an exam is this learner’s, in these notes, until it is dropped or over', async () => {
  await house.study.setExam(ANNA, { deckId, date: '2026-05-25', scope: 'main' });
  expect(await house.study.exam(ANNA, null)).toMatchObject({ plan: { chosen: 'main', inDays: 5 } });
  expect(await house.study.exam(BORIS, null)).toMatchObject({ kind: 'none' });
  atDay(6);
  expect(await house.study.exam(ANNA, null)).toMatchObject({ kind: 'none' });
  atDay(0);
  await house.study.dropExam(ANNA, deckId);
  expect(await house.study.exam(ANNA, deckId)).toMatchObject({ kind: 'none' });
});

test('«Главное» asks for definitions first and leaves the rest alone', async () => {
  await playTrial();
  await house.study.setExam(ANNA, { deckId, date: daysAfter('2026-05-20', 2), scope: 'main' });
  const { size } = await portion();
  const plan = await house.study.exam(ANNA, deckId);
  expect(plan).toMatchObject({ plan: { main: { facts: 4 } } });
  expect(size).toBe(plan?.kind === 'planned' ? plan.plan.main.fresh : -1);
});

test('every new fact has its day, the last day repeats everything once, and intervals are their own again after it', async () => {
  await playTrial();
  await house.study.setExam(ANNA, { deckId, date: daysAfter('2026-05-20', 4), scope: 'all' });
  for (const day of [0, 1, 2]) {
    atDay(day);
    while ((await portion()).size > 0) await playPortion();
  }
  const seen = await house.study.topics(ANNA);
  expect(seen?.counts.new).toBe(0);
  const known = await house.deps.db.select().from(cards);
  const eve = new Date(NOON.getTime() + 3 * DAY);
  expect(known.some(({ due }) => due.getTime() > eve.getTime() + DAY)).toBe(true);

  atDay(3);
  const lastDay = await portion();
  expect(lastDay).toMatchObject({ exam: { inDays: 1 }, due: 8 });
  expect(await playPortion()).toBe(8);
  expect((await portion()).size).toBe(0);
  atDay(5);
  expect(await portion()).toMatchObject({ exam: null });
});

/** Makes a learner of a newcomer. */
async function playTrial(): Promise<void> {
  const step = await house.begin(ANNA, 1);
  await house.study.answer(ANNA, step, replyTo(step, true), (updateId += 1));
}
