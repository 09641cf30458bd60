import { sql } from 'drizzle-orm';
import { reviews } from '../../src/db/schema/memory.js';
import { steps } from '../../src/db/schema/sittings.js';
import { TERMS_AND_COMMANDS } from '../support/git-notes.js';
import { ANNA, BORIS, NOON, openTestStudy, replyTo, type TestStudy } from '../support/study.js';

let house: TestStudy;
beforeEach(async () => {
  house = await openTestStudy(TERMS_AND_COMMANDS);
});
afterEach(() => house.close());

const countReviews = async (): Promise<number> =>
  (await house.deps.db.select().from(reviews)).length;

describe('answer', () => {
  test('a right tap is judged, counted once and says which step comes next', async () => {
    const step = await house.begin(ANNA, 6);
    const outcome = await house.study.answer(ANNA, step, replyTo(step, true), 1);
    expect(outcome).toMatchObject({
      kind: 'judged',
      next: 2,
      step: { verdict: { result: 'correct' } },
    });
    expect(await countReviews()).toBe(1);
  });

  test('another tap on an answered question shows the stored verdict and changes nothing', async () => {
    const step = await house.begin(ANNA, 6);
    await house.study.answer(ANNA, step, replyTo(step, false), 1);
    const again = await house.study.answer(ANNA, step, replyTo(step, true), 2);
    expect(again).toMatchObject({ kind: 'repeated', step: { verdict: { result: 'wrong' } } });
    expect(await countReviews()).toBe(1);
  });

  test('the same update handled again after a crash says the same again and counts once', async () => {
    const step = await house.begin(ANNA, 6);
    const first = await house.study.answer(ANNA, step, replyTo(step, true), 7);
    const second = await house.study.answer(ANNA, step, replyTo(step, true), 7);
    expect(second).toEqual(first);
    expect(await countReviews()).toBe(1);
  });

  test('ten answers to one question at once count as one', async () => {
    const step = await house.begin(ANNA, 6);
    const outcomes = await Promise.all(
      Array.from({ length: 10 }, (_, i) =>
        house.study.answer(ANNA, step, replyTo(step, i % 2 === 0), 100 + i),
      ),
    );
    expect(outcomes.filter((it) => it.kind === 'judged')).toHaveLength(1);
    expect(outcomes.filter((it) => it.kind === 'repeated')).toHaveLength(9);
    expect(await countReviews()).toBe(1);
  });

  test('putting and answering a question leaves its row on its page, whatever stands around it', async () => {
    const whereOf = async (learnerId: number) => {
      const { rows } = await house.deps.db.execute<{ page: number }>(
        sql`select (ctid::text::point)[0] as page from steps where learner_id = ${learnerId} order by position`,
      );
      return rows.map(({ page }) => page);
    };
    const step = await house.begin(ANNA, 8);
    await house.begin(BORIS, 8);
    const before = await whereOf(ANNA);
    expect(new Set(before).size).toBeGreaterThan(1);
    for (let position = 1; position <= before.length; position += 1) {
      const { session } = step;
      const put = position === 1 ? step : await house.put(ANNA, { session, position });
      await house.study.answer(ANNA, put, replyTo(put, true), position);
    }
    expect(await whereOf(ANNA)).toEqual(before);
  });

  test('a question of a sitting that was closed unanswered cannot be answered any more', async () => {
    const step = await house.begin(ANNA, 6);
    await house.begin(ANNA, 3);
    const outcome = await house.study.answer(ANNA, step, replyTo(step, true), 1);
    expect(outcome.kind).toBe('closed');
    expect(await countReviews()).toBe(0);
  });

  test('a sitting closed by another process between reading and writing takes the answer no more', async () => {
    const step = await house.begin(ANNA, 6);
    const other = await house.deps.db.$client.connect();
    await other.query('begin');
    await other.query('update sessions set closed_at = now() where learner_id = $1', [ANNA]);
    const answering = house.study.answer(ANNA, step, replyTo(step, true), 1);
    const waiting = `select from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock'`;
    // Not asked in the transaction: there the view never changes.
    while ((await house.deps.db.$client.query(waiting)).rowCount === 0);
    await other.query('commit');
    other.release();
    expect((await answering).kind).toBe('closed');
    expect(await countReviews()).toBe(0);
  });

  test("another person's button, an invented one and a question not yet asked are foreign", async () => {
    const step = await house.begin(ANNA, 6);
    const right = replyTo(step, true);
    const kinds = await Promise.all([
      house.study.answer(BORIS, step, right, 1),
      house.study.answer(ANNA, { session: 'invented', position: 1 }, right, 2),
      house.study.answer(ANNA, { session: step.session, position: 2 }, right, 3),
    ]);
    expect(kinds.map((it) => it.kind)).toEqual(['foreign', 'foreign', 'foreign']);
    expect(await countReviews()).toBe(0);
  });

  test('a choice the question does not have and a text that is no option are not answers', async () => {
    const step = await house.begin(ANNA, 6);
    const kinds = await Promise.all([
      house.study.answer(ANNA, step, { kind: 'tap', choice: 9 }, 1),
      house.study.answer(ANNA, step, { kind: 'text', text: 'а что это?' }, 2),
      house.study.answer(ANNA, step, { kind: 'graded', result: 'correct' }, 3),
    ]);
    expect(kinds.map((it) => it.kind)).toEqual(['misfit', 'misfit', 'misfit']);
    expect(await countReviews()).toBe(0);
  });

  test('«Не знаю» is a mistake without a choice', async () => {
    const step = await house.begin(ANNA, 6);
    const outcome = await house.study.answer(ANNA, step, { kind: 'unknown' }, 1);
    expect(outcome).toMatchObject({
      kind: 'judged',
      step: { reply: { kind: 'unknown' }, verdict: { result: 'wrong' } },
    });
  });

  test('a right answer after a hint is worth less than one without', async () => {
    const step = await house.begin(ANNA, 6);
    await house.study.hint(ANNA, step);
    await house.study.answer(ANNA, step, replyTo(step, true), 1);
    const [review] = await house.deps.db.select().from(reviews);
    expect(review).toMatchObject({ rating: 2, result: 'correct' });
  });

  test('a mistake comes back in the same sitting after three others, its length unchanged', async () => {
    const first = await house.begin(ANNA, 6);
    await house.study.answer(ANNA, first, replyTo(first, false), 1);
    const rows = await house.deps.db.select().from(steps).orderBy(steps.position);
    expect(rows).toHaveLength(6);
    expect(rows[5]).toMatchObject({ factId: rows[0]?.factId, repeats: 1 });
    expect(new Set(rows.slice(0, 5).map((it) => it.factId)).size).toBe(5);
    const last = await house.put(ANNA, { session: first.session, position: 6 });
    expect(last.question).toEqual(rows[0]?.again);
  });

  test('a mistake with fewer than three others behind it does not push anything out', async () => {
    const first = await house.begin(ANNA, 4);
    await house.study.answer(ANNA, first, replyTo(first, false), 1);
    const rows = await house.deps.db.select().from(steps);
    expect(rows.filter((it) => it.repeats !== null)).toEqual([]);
  });

  test('the last answer finishes the sitting and the summary agrees with the answers', async () => {
    const first = await house.begin(ANNA, 3);
    for (let position = 1; position <= 3; position += 1) {
      const step = await house.put(ANNA, { session: first.session, position });
      await house.study.answer(ANNA, step, replyTo(step, position !== 2), position);
    }
    expect(await house.study.progress(ANNA)).toEqual({ kind: 'none' });
    const after = await house.study.after(ANNA, { session: first.session, position: 3 });
    expect(after).toMatchObject({
      kind: 'finished',
      summary: { right: 2, answered: 3, length: 3 },
    });
  });

  test('the study day of an answer turns at four in the morning', async () => {
    const days: (string | undefined)[] = [];
    for (const time of ['2026-05-20T00:59:00Z', '2026-05-20T01:00:00Z']) {
      house.setNow(new Date(time));
      const step = await house.begin(ANNA, 2);
      await house.study.answer(ANNA, step, replyTo(step, true), Date.parse(time));
      const found = await house.deps.db
        .select()
        .from(reviews)
        .where(sql`${reviews.sessionId} = ${step.session}`);
      days.push(found[0]?.studyDay);
    }
    expect(days).toEqual(['2026-05-19', '2026-05-20']);
  });
});

describe('home', () => {
  test('a stranger is a newcomer, an open sitting is offered first, then the rest of the day', async () => {
    expect(await house.study.home(ANNA)).toMatchObject({
      kind: 'newcomer',
      decks: [{ title: 'Git' }],
    });
    const step = await house.begin(ANNA, 1);
    expect(await house.study.home(ANNA)).toMatchObject({ kind: 'open', step: { position: 1 } });
    await house.study.answer(ANNA, step, replyTo(step, true), 1);
    const home = await house.study.home(ANNA);
    expect(home).toMatchObject({ kind: 'portion', due: 0 });
  });

  test('new facts stop at ten a day and go on the next study day', async () => {
    await house.importNotes(
      Array.from({ length: 14 }, (_, i) => `Понятие${i}аб - вещь номер ${i} со своим смыслом`).join(
        '\n',
      ),
      'many.txt',
    );
    const first = await house.begin(ANNA, 10);
    for (let position = 1; position <= 10; position += 1) {
      const step = await house.put(ANNA, { session: first.session, position });
      await house.study.answer(ANNA, step, replyTo(step, true), position);
    }
    expect(await house.study.home(ANNA)).toMatchObject({ kind: 'portion', size: 0 });
    house.setNow(new Date(NOON.getTime() + 86_400_000));
    const tomorrow = await house.study.home(ANNA);
    expect(tomorrow.kind === 'portion' && tomorrow.size).toBeGreaterThanOrEqual(4);
  });
});

describe('pause', () => {
  test('a stopped sitting waits at the same question', async () => {
    const first = await house.begin(ANNA, 5);
    await house.study.answer(ANNA, first, replyTo(first, true), 1);
    const second = await house.put(ANNA, { session: first.session, position: 2 });
    expect(await house.study.pause(ANNA)).toMatchObject({ right: 1, answered: 1, length: 5 });
    expect(await house.study.awaiting(ANNA, 9)).toBeNull();
    expect(await house.study.pause(ANNA)).toBeNull();
    const progress = await house.study.progress(ANNA);
    expect(progress).toMatchObject({ kind: 'step', step: { position: 2 } });
    await house.put(ANNA, second);
    expect(await house.study.awaiting(ANNA, 9)).toMatchObject({ position: 2 });
  });

  test('with nothing open there is nothing to stop', async () => {
    expect(await house.study.pause(ANNA)).toBeNull();
  });
});
