import { outages, studyDays } from '../../src/db/schema/days.js';
import { seededRandom } from '../../src/questions/random.js';
import { GIT } from '../support/git-notes.js';
import { recount } from '../support/recount.js';
import { ANNA, NOON, openTestStudy, replyTo, type TestStudy } from '../support/study.js';

const DAY = 86_400_000;

let house: TestStudy;
let updates = 0;
let now = NOON;

beforeEach(async () => {
  house = await openTestStudy(GIT);
  now = NOON;
});

afterEach(() => house.close());

function goTo(at: Date): void {
  now = at;
  house.setNow(at);
}

const sleep = (days = 1) => goTo(new Date(now.getTime() + days * DAY));

/** Answers so many questions, rightly, however many sittings it takes. */
async function answer(count: number, isRight = true): Promise<void> {
  let left = count;
  while (left > 0) {
    let step = await house.begin(ANNA, 20);
    for (;;) {
      const reply = replyTo(step, isRight);
      const outcome = await house.study.answer(ANNA, step, reply, (updates += 1));
      left -= 1;
      if (outcome.kind !== 'judged') throw new Error(outcome.kind);
      if (left === 0 || outcome.next === null) break;
      step = await house.put(ANNA, { session: step.session, position: outcome.next });
    }
  }
}

const streak = async () => (await house.study.stats(ANNA)).streak;

/** Moves to another zone as /daily does. */
const moveTo = (timeZone: string) => house.study.changeDaily(ANNA, { timeZone });

test('five answers a day make days in a row; four do not', async () => {
  await answer(5);
  expect(await streak()).toMatchObject({ days: 1, isTodayDone: true });
  sleep();
  await answer(4);
  expect(await streak()).toMatchObject({ days: 1, isTodayDone: false });
  await answer(1);
  expect(await streak()).toMatchObject({ days: 2, isTodayDone: true });
});

test('an answer after midnight belongs to the evening', async () => {
  await answer(5);
  goTo(new Date('2026-05-21T23:30:00+03:00'));
  await answer(3);
  goTo(new Date('2026-05-22T00:30:00+03:00'));
  await answer(2);
  expect(await streak()).toMatchObject({ days: 2, isTodayDone: true });
  goTo(new Date('2026-05-22T12:00:00+03:00'));
  expect(await streak()).toMatchObject({ days: 2, isTodayDone: false });
});

test('all that was due is enough, and a day with nothing due breaks nothing', async () => {
  await answer(3);
  await answer(2, false);
  sleep();
  expect((await house.study.stats(ANNA)).due).toBe(2);
  await answer(2);
  expect(await streak()).toMatchObject({ days: 2, isTodayDone: true });
  sleep();
  expect((await house.study.stats(ANNA)).due).toBe(0);
  await answer(1);
  expect(await streak()).toMatchObject({ days: 2, isTodayDone: false });
  sleep();
  expect((await streak()).days).toBe(2);
});

test('three weeks away end the streak once; the record stays', async () => {
  for (let day = 0; day < 3; day += 1) {
    await answer(6, day > 0);
    sleep();
  }
  sleep(21);
  expect(await streak()).toMatchObject({ days: 0, record: 3 });
  await answer(5);
  expect(await streak()).toMatchObject({ days: 1, record: 3 });
});

test('a rest is kept even when it ends sooner', async () => {
  await answer(6, false);
  sleep();
  await house.study.rest(ANNA, 7);
  sleep(3);
  expect((await streak()).days).toBe(1);
  expect((await house.study.settings(ANNA)).restUntil).toBe('2026-05-28');
  await house.study.rest(ANNA, 0);
  await answer(5, false);
  expect((await streak()).days).toBe(2);
  sleep(2);
  expect((await streak()).days).toBe(0);
});

test('a rest that is over protects no longer', async () => {
  await answer(6, false);
  await house.study.rest(ANNA, 3);
  sleep(3);
  expect((await streak()).days).toBe(1);
  sleep();
  expect((await streak()).days).toBe(0);
});

test('a day the bot was away is counted', async () => {
  await answer(6, false);
  await house.deps.db.insert(outages).values({
    startedAt: new Date('2026-05-21T15:00:00Z'),
    endedAt: new Date('2026-05-21T19:30:00Z'),
  });
  sleep(2);
  expect(await streak()).toMatchObject({
    ...{ days: 2, saved: [{ outcome: 'repaired', isYesterday: true }] },
  });
});

test('a date skipped on the way east breaks nothing, a date met twice on the way west counts once', async () => {
  await answer(6, false);
  sleep();
  await answer(5, false);
  sleep();
  await moveTo('Pacific/Kiritimati');
  expect(await streak()).toMatchObject({ days: 2, isTodayDone: false });
  await answer(5, false);
  expect((await streak()).days).toBe(3);
  sleep();
  expect((await streak()).days).toBe(3);
  await moveTo('Pacific/Honolulu');
  await answer(10, false);
  expect((await streak()).days).toBe(3);
  sleep();
  await answer(5, false);
  expect((await streak()).days).toBe(4);
});

test('nobody gains a day by moving to and fro', async () => {
  await answer(6, false);
  const there = ['Pacific/Kiritimati', 'Pacific/Honolulu', 'Europe/Moscow'];
  for (const zone of [...there, ...there]) {
    await moveTo(zone);
    await answer(6, false);
  }
  // One date more at most: the one that had begun in the east.
  expect((await streak()).days).toBeLessThanOrEqual(2);
});

test('whatever is played, the stored days equal a recount', async () => {
  const random = seededRandom('days of somebody');
  for (let day = 0; day < 60; day += 1) {
    if (random() < 0.9) await answer(3 + Math.floor(random() * 6), random() < 0.6);
    if (random() < 0.15) await house.study.undo(ANNA, (updates += 1));
    if (random() < 0.5) await house.study.stats(ANNA);
    sleep();
  }
  const told = await house.study.stats(ANNA);
  const kept = told.days.filter(({ outcome }) => outcome !== null);
  expect(kept).toHaveLength(60);
  const outcomes = kept.map(({ outcome }) => outcome);
  expect(outcomes).toEqual(expect.arrayContaining(['studied', 'idle', 'off', 'missed']));
  // As if nobody had looked before: all days are closed at once, from the answers alone.
  await house.deps.db.delete(studyDays);
  const recounted = await house.study.stats(ANNA);
  expect(recounted.days).toEqual(told.days);
  expect(recounted.streak).toEqual(told.streak);
  const { db } = house.deps;
  expect((await recount({ db, study: house.study, now })).mistakes).toEqual([]);
});
