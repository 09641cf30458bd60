import fc from 'fast-check';
import {
  closeDay,
  isStudied,
  NO_STREAK,
  streakNow,
  type ClosedDay,
  type DayFacts,
} from '../../src/review/streak.js';

const dayOf = (index: number): string =>
  new Date(Date.UTC(2026, 4, 1 + index)).toISOString().slice(0, 10);

const facts = (changes: Partial<DayFacts>, index = 0): DayFacts => ({
  ...{ day: dayOf(index), answers: 0, due: 10, dueAnswered: 0, isRest: false, isOutage: false },
  ...changes,
});

const done = { answers: 5 };

function closeAll(...days: Partial<DayFacts>[]): ClosedDay[] {
  const closed: ClosedDay[] = [];
  for (const [i, day] of days.entries()) {
    closed.push(closeDay(closed.at(-1)?.streak ?? NO_STREAK, facts(day, i)));
  }
  return closed;
}

const times = (count: number, day: Partial<DayFacts>) => Array.from({ length: count }, () => day);

const last = (...days: Partial<DayFacts>[]) => closeAll(...days).at(-1);

describe('a day counts', () => {
  test.each([
    ['five answers, whatever was due', { answers: 5, due: 80 }, true],
    ['four answers of ten due', { answers: 4, due: 10, dueAnswered: 4 }, false],
    ['all three that were due', { answers: 3, due: 3, dueAnswered: 3 }, true],
    ['three answers to something else', { answers: 3, due: 3, dueAnswered: 1 }, false],
    ['nothing due and two new ones', { answers: 2, due: 0 }, false],
  ])('%s', (_, day, wanted) => {
    expect(isStudied(facts(day))).toBe(wanted);
  });
});

test('a day with nothing due neither breaks nor grows the streak', () => {
  expect(last(done, done, { due: 0 })).toMatchObject({ outcome: 'idle', streak: { days: 2 } });
});

test('a missed day without days off ends the streak and keeps the record', () => {
  expect(last(done, done, {})).toMatchObject({
    outcome: 'missed',
    streak: { days: 0, daysOff: 0, record: 2 },
  });
});

test('seven days bring a day off, two are kept at most, each saves one day', () => {
  const closed = closeAll(...times(21, done), {}, {}, {}, done);
  expect(closed[6]?.streak.daysOff).toBe(1);
  expect(closed[20]?.streak).toEqual({ days: 21, daysOff: 2, record: 21 });
  expect(closed.slice(21).map(({ outcome }) => outcome)).toEqual([
    ...['off', 'off', 'missed', 'studied'],
  ]);
  expect(closed[22]?.streak).toEqual({ days: 21, daysOff: 0, record: 21 });
  expect(closed.at(-1)?.streak).toEqual({ days: 1, daysOff: 0, record: 21 });
});

test('a rest costs neither the streak nor a day off', () => {
  expect(last(...times(7, done), { isRest: true }, { isRest: true })).toEqual({
    ...{ day: dayOf(8), outcome: 'rested' },
    streak: { days: 7, daysOff: 1, record: 7 },
  });
});

test('a day lost by the bot is counted and costs no day off; it starts no streak', () => {
  expect(last(...times(7, done), { isOutage: true })).toMatchObject({
    outcome: 'repaired',
    streak: { days: 8, daysOff: 1 },
  });
  expect(last({ isOutage: true })).toMatchObject({ outcome: 'missed', streak: { days: 0 } });
});

describe('as it is told', () => {
  test('today counts as soon as it is done, and breaks nothing before it is over', () => {
    const closed = closeAll(...times(6, done));
    expect(streakNow(closed, facts({ answers: 2 }, 6))).toMatchObject({
      ...{ days: 6, isTodayDone: false, isDayOffEarned: false },
    });
    expect(streakNow(closed, facts(done, 6))).toMatchObject({
      ...{ days: 7, daysOff: 1, isTodayDone: true, isDayOffEarned: true },
    });
  });

  test('what saved the streak is told until the next day of answers is over', () => {
    const saved = closeAll(...times(7, done), {});
    const off = [{ outcome: 'off', isYesterday: true }];
    expect(streakNow(saved, facts(done, 8)).saved).toEqual(off);
    expect(streakNow([...saved], facts({}, 8)).saved).toEqual(off);
    expect(streakNow(closeAll(...times(7, done), {}, done), facts(done, 9)).saved).toEqual([]);
    const lost = closeAll(...times(7, done), {}, {}, {});
    expect(streakNow(lost, facts({}, 10)).saved).toEqual([]);
    expect(streakNow(lost, facts(done, 10))).toMatchObject({ days: 1, record: 7, saved: [] });
  });

  test('nobody has answered yet: no streak', () => {
    expect(streakNow([], null)).toMatchObject({ days: 0, record: 0, isTodayDone: false });
  });

  test('a date that was over already counts once', () => {
    expect(streakNow(closeAll(done, done), null)).toMatchObject({ days: 2, isTodayDone: true });
  });
});

describe('of any days', () => {
  const anyDay = fc.record({
    answers: fc.integer({ min: 0, max: 8 }),
    due: fc.integer({ min: 0, max: 6 }),
    dueAnswered: fc.integer({ min: 0, max: 6 }),
    isRest: fc.boolean(),
    isOutage: fc.boolean(),
  });
  const anyDays = fc.array(anyDay, { minLength: 1, maxLength: 60 });

  /** The rule once more, as a sum over the days since the last break instead of a fold. */
  function recount(closed: readonly ClosedDay[]): number {
    const since = closed.slice(closed.findLastIndex(({ outcome }) => outcome === 'missed') + 1);
    return since.filter(({ outcome }) => outcome === 'studied' || outcome === 'repaired').length;
  }

  test('the streak is the days counted since the last missed one', () => {
    fc.assert(
      fc.property(anyDays, (days) => {
        const closed = closeAll(...days);
        expect(closed.map((_, i) => recount(closed.slice(0, i + 1)))).toEqual(
          closed.map(({ streak }) => streak.days),
        );
      }),
    );
  });

  test('closing day by day or all at once, the store and the record stay in bounds', () => {
    fc.assert(
      fc.property(anyDays, (days) => {
        const closed = closeAll(...days);
        for (const [i, { streak, outcome }] of closed.entries()) {
          const before = closed[i - 1]?.streak ?? NO_STREAK;
          expect(streak.record).toBe(Math.max(before.record, streak.days));
          expect(streak.daysOff).toBeGreaterThanOrEqual(0);
          expect(streak.daysOff).toBeLessThanOrEqual(2);
          expect(streak.days - before.days).toBeLessThanOrEqual(1);
          if (outcome === 'off') expect(streak.daysOff).toBe(before.daysOff - 1);
        }
      }),
    );
  });

  test('more answers never make a day worse', () => {
    fc.assert(
      fc.property(anyDays, anyDay, fc.integer({ min: 1, max: 9 }), (days, day, more) => {
        const few = last(...days, day)?.streak.days ?? 0;
        const many = last(...days, { ...day, answers: day.answers + more })?.streak.days ?? 0;
        expect(many).toBeGreaterThanOrEqual(few);
      }),
    );
  });
});
