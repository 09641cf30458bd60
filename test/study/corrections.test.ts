import { and, asc, eq, sql } from 'drizzle-orm';
import { cardStateOf } from '../../src/db/cards.js';
import { aliases, cards, countedReviews, reviews } from '../../src/db/schema/memory.js';
import { sessions, steps } from '../../src/db/schema/sittings.js';
import type { Step } from '../../src/study/step.js';
import { recount } from '../support/recount.js';
import { TERMS_AND_COMMANDS } from '../support/git-notes.js';
import { ANNA, BORIS, NOON, openTestStudy, replyTo, type TestStudy } from '../support/study.js';

let house: TestStudy;
let updateId = 0;
beforeEach(async () => {
  house = await openTestStudy(TERMS_AND_COMMANDS);
});
afterEach(() => house.close());

const db = () => house.deps.db;
const next = (): number => (updateId += 1);

async function answer(step: Step, isRight: boolean): Promise<void> {
  await house.study.answer(ANNA, step, replyTo(step, isRight), next());
}

const cardOf = async (step: Step) => {
  const [row] = await db()
    .select({ card: cards })
    .from(steps)
    .innerJoin(cards, and(eq(cards.learnerId, ANNA), eq(cards.factId, steps.factId)))
    .where(and(eq(steps.sessionId, step.session), eq(steps.position, step.position)));
  if (row === undefined) throw new Error('no card');
  return { ...cardStateOf(row.card), version: row.card.version };
};

/** Whatever was corrected, the counters are those of the reviews. */
async function expectRecounted(): Promise<void> {
  const recounting = { db: db(), study: house.study, now: house.deps.now() };
  expect((await recount(recounting)).mistakes).toEqual([]);
}

describe('/undo', () => {
  test('restores the card, counts nothing and opens the question again', async () => {
    const step = await house.begin(ANNA, 4);
    const before = await cardOf(step);
    await answer(step, false);
    const undone = await house.study.undo(ANNA, next());
    expect(undone).toMatchObject({
      kind: 'reopened',
      step: { session: step.session, position: 1 },
    });
    expect(await cardOf(step)).toEqual({ ...before, version: 2 });
    expect(await db().select().from(reviews)).toHaveLength(2);
    expect(await db().select().from(countedReviews)).toEqual([]);
    expect(await house.study.progress(ANNA)).toMatchObject({ kind: 'step', step: { position: 1 } });
    expect(await house.study.stats(ANNA)).toMatchObject({ answersToday: 0, answersThisWeek: 0 });
    await expectRecounted();
  });

  test('works once, and again after another answer', async () => {
    const step = await house.begin(ANNA, 4);
    await answer(step, true);
    await house.study.undo(ANNA, next());
    expect(await house.study.undo(ANNA, next())).toEqual({ kind: 'nothing' });
    await answer(step, true);
    expect(await db().select().from(countedReviews)).toMatchObject([{ number: 3, rating: 3 }]);
    expect(await house.study.undo(ANNA, next())).toMatchObject({ kind: 'reopened' });
    await expectRecounted();
  });

  test('takes back the last of several answers only', async () => {
    const first = await house.begin(ANNA, 4);
    await answer(first, true);
    const second = await house.put(ANNA, { session: first.session, position: 2 });
    await answer(second, true);
    expect(await house.study.undo(ANNA, next())).toMatchObject({ step: { position: 2 } });
    expect(await house.study.undo(ANNA, next())).toEqual({ kind: 'nothing' });
    expect(await db().select().from(countedReviews)).toHaveLength(1);
  });

  test('the same update handled again says the same again', async () => {
    const step = await house.begin(ANNA, 4);
    await answer(step, true);
    const update = next();
    const once = await house.study.undo(ANNA, update);
    expect(await house.study.undo(ANNA, update)).toEqual({ ...once, onScreen: 501 });
    expect(await db().select().from(reviews)).toHaveLength(2);
  });

  test('a mistake taken back does not return in the sitting: what was planned is asked', async () => {
    const first = await house.begin(ANNA, 6);
    const planned = await db().select().from(steps).orderBy(asc(steps.position));
    await answer(first, false);
    await house.study.undo(ANNA, next());
    const now = await db().select().from(steps).orderBy(asc(steps.position));
    expect(now.map((it) => it.factId)).toEqual(planned.map((it) => it.factId));
    expect(now.every((it) => it.repeats === null)).toBe(true);
  });

  test('the question that stood next is put again when its turn comes', async () => {
    const first = await house.begin(ANNA, 4);
    await answer(first, true);
    await house.put(ANNA, { session: first.session, position: 2 });
    const undone = await house.study.undo(ANNA, next());
    expect(undone).toMatchObject({ onScreen: 502 });
    const second = await house.study.step(ANNA, { session: first.session, position: 2 });
    expect(second?.step.messageId).toBeNull();
  });

  test('a finished sitting is open again', async () => {
    const step = await house.begin(ANNA, 1);
    await answer(step, true);
    expect(await house.study.progress(ANNA)).toEqual({ kind: 'none' });
    expect(await house.study.undo(ANNA, next())).toMatchObject({ kind: 'reopened' });
    expect(await house.study.progress(ANNA)).toMatchObject({ kind: 'step', step: { position: 1 } });
  });

  test('with another sitting open the answer no longer counts, and that is all', async () => {
    const step = await house.begin(ANNA, 1);
    await answer(step, true);
    const other = await house.begin(ANNA, 2);
    expect(await house.study.undo(ANNA, next())).toEqual({ kind: 'undone' });
    expect(await house.study.progress(ANNA)).toMatchObject({ step: { session: other.session } });
    expect(await db().$count(sessions, sql`closed_at is null`)).toBe(1);
    await expectRecounted();
  });

  test('answers of earlier study days stay', async () => {
    await answer(await house.begin(ANNA, 2), true);
    house.setNow(new Date(NOON.getTime() + 24 * 3_600_000));
    expect(await house.study.undo(ANNA, next())).toEqual({ kind: 'nothing' });
  });

  test('a stranger has nothing to take back', async () => {
    await answer(await house.begin(ANNA, 2), true);
    expect(await house.study.undo(BORIS, next())).toEqual({ kind: 'nothing' });
  });
});

describe('«Засчитать»', () => {
  /** Two commands of one shape: nothing to choose between, so they are typed. */
  beforeEach(() =>
    house.importNotes('git stash  - отложить незаконченные правки\ngit restore  - вернуть файл\n'),
  );

  const typed = async (): Promise<Step> => {
    const step = await house.begin(ANNA, 2);
    expect(step.question.form).toBe('typed');
    return step;
  };
  const say = (step: Step, text: string) =>
    house.study.answer(ANNA, step, { kind: 'text', text }, next());

  test('counts a wrong typed answer as right, on its own day, as if it had been so at once', async () => {
    const step = await typed();
    await say(step, 'git hide');
    const wrong = await cardOf(step);
    house.setNow(new Date(NOON.getTime() + 20 * 3_600_000));
    const credited = await house.study.credit(ANNA, step);
    expect(credited).toMatchObject({ kind: 'credited', step: { verdict: { result: 'correct' } } });
    const card = await cardOf(step);
    expect(card).toMatchObject({ reps: 1, version: 2 });
    expect(card.stability).toBeGreaterThan(wrong.stability);
    expect(await db().select().from(countedReviews)).toMatchObject([
      { result: 'correct', rating: 3, studyDay: '2026-05-20' },
    ]);
    await expectRecounted();
  });

  test('twice is once', async () => {
    const step = await typed();
    await say(step, 'git hide');
    const first = await house.study.credit(ANNA, step);
    expect(await house.study.credit(ANNA, step)).toEqual(first);
    expect(await db().select().from(reviews)).toHaveLength(2);
  });

  test('teaches the reply for this learner, this fact and this answer', async () => {
    const step = await typed();
    await say(step, 'git  hide');
    await house.study.credit(ANNA, step);
    const { question } = step;
    const again = async (learnerId: number) => {
      for (let tries = 0; tries < 4; tries += 1) {
        let at = await house.begin(learnerId, 2);
        if (at.question.factId !== question.factId) {
          await house.study.answer(learnerId, at, { kind: 'unknown' }, next());
          at = await house.put(learnerId, { session: at.session, position: 2 });
        }
        if (at.question.form !== 'typed') continue;
        const outcome = await house.study.answer(
          learnerId,
          at,
          { kind: 'text', text: ' git hide ' },
          next(),
        );
        return outcome.kind === 'judged' ? outcome.step.verdict.result : outcome.kind;
      }
      return 'never typed';
    };
    expect(await again(ANNA)).toBe('correct');
    expect(await again(BORIS)).toBe('wrong');
  });

  test('a right answer, «Не знаю», a tap and another person’s answer cannot be credited', async () => {
    const step = await typed();
    await house.study.answer(ANNA, step, { kind: 'unknown' }, next());
    expect(await house.study.credit(ANNA, step)).toEqual({ kind: 'foreign' });
    expect(await house.study.credit(BORIS, step)).toEqual({ kind: 'foreign' });
    const second = await house.put(ANNA, { session: step.session, position: 2 });
    expect(await house.study.credit(ANNA, second)).toEqual({ kind: 'foreign' });
    await answer(second, true);
    expect(await house.study.credit(ANNA, second)).toEqual({ kind: 'foreign' });
  });

  test('a fact that was asked again since keeps the later answer', async () => {
    const step = await typed();
    await say(step, 'git hide');
    const fact = step.question.factId;
    let again = await house.begin(ANNA, 2);
    if (again.question.factId !== fact) {
      await answer(again, true);
      again = await house.put(ANNA, { session: again.session, position: 2 });
    }
    await answer(again, true);
    expect(await house.study.credit(ANNA, step)).toEqual({ kind: 'outdated' });
  });

  test('/undo takes a credited answer back together with what it has taught', async () => {
    const step = await typed();
    const before = await cardOf(step);
    await say(step, 'git hide');
    await house.study.credit(ANNA, step);
    expect(await db().$count(aliases)).toBe(1);
    expect(await house.study.undo(ANNA, next())).toMatchObject({ kind: 'reopened' });
    expect(await db().$count(aliases)).toBe(0);
    expect(await cardOf(step)).toEqual({ ...before, version: 3 });
    expect(await db().$count(countedReviews)).toBe(0);
    await expectRecounted();
  });
});

describe('«👎»', () => {
  test('a disliked question never comes again, its fact does', async () => {
    const step = await house.begin(ANNA, 1);
    await answer(step, true);
    const { id, factId } = step.question;
    expect(await house.study.dislike(ANNA, step)).toMatchObject({ question: { id } });
    const asked = async (): Promise<Set<string>> => {
      const ids = new Set<string>();
      for (let i = 0; i < 12; i += 1) {
        let at = await house.begin(ANNA, 8);
        for (let position = 1; at.question.factId !== factId; position += 1) {
          at = await house.put(ANNA, { session: at.session, position });
        }
        ids.add(at.question.id);
      }
      return ids;
    };
    const without = await asked();
    expect(without.size).toBeGreaterThan(0);
    expect(without).not.toContain(id);
  });

  test('when every question of a fact is disliked it is a self-graded card, and then nothing', async () => {
    await house.importNotes('ВЕТКА - подвижный указатель на один из коммитов истории\n');
    const forms: string[] = [];
    for (let i = 0; i < 9; i += 1) {
      const opened = await house.study.open(ANNA, { kind: 'size', size: 1 });
      if (opened.kind !== 'step') break;
      const step = await house.put(ANNA, opened.step);
      forms.push(step.question.form);
      await answer(step, true);
      await house.study.dislike(ANNA, step);
    }
    expect(forms.at(-1)).toBe('recall');
    expect(await house.study.open(ANNA, { kind: 'size', size: 1 })).toEqual({ kind: 'nothing' });
    expect((await house.study.topics(ANNA))?.counts).toEqual({ mastered: 0, learning: 0, new: 0 });
    const last = await db().select().from(steps).orderBy(asc(steps.answeredAt));
    const { sessionId: session = '', position = 1 } = last.at(-1) ?? {};
    await house.study.forgive(ANNA, { session, position });
    expect(await house.study.open(ANNA, { kind: 'size', size: 1 })).toMatchObject({ kind: 'step' });
  });

  test('a disliked question that was about to return does not', async () => {
    await house.importNotes(
      Array.from(
        { length: 6 },
        (_, i) => `Строка ${i} без всякого термина и без команды внутри.`,
      ).join('\n'),
    );
    const first = await house.begin(ANNA, 6);
    await answer(first, false);
    const isReturning = () => db().$count(steps, sql`repeats is not null`);
    expect(await isReturning()).toBe(1);
    const [row] = await db().select().from(steps).where(eq(steps.position, 1));
    expect(row?.again.id).toBe(first.question.id);
    await house.study.dislike(ANNA, first);
    expect(await isReturning()).toBe(0);
  });

  test('the list of a sitting holds what was answered and not disliked', async () => {
    const first = await house.begin(ANNA, 3);
    await answer(first, true);
    const second = await house.put(ANNA, { session: first.session, position: 2 });
    await answer(second, true);
    expect((await house.study.askedIn(ANNA, first.session)).questions).toHaveLength(2);
    await house.study.dislike(ANNA, first);
    expect((await house.study.askedIn(ANNA, first.session)).questions).toMatchObject([
      { position: 2 },
    ]);
    expect((await house.study.askedIn(BORIS, first.session)).questions).toEqual([]);
  });

  test('an unanswered question and another person’s cannot be disliked', async () => {
    const step = await house.begin(ANNA, 2);
    expect(await house.study.dislike(ANNA, step)).toBeNull();
    await answer(step, true);
    expect(await house.study.dislike(BORIS, step)).toBeNull();
  });
});
