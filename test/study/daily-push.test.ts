import fc from 'fast-check';
import { decide } from '../../src/study/daily-push.js';
import type { PushStanding } from '../../src/db/push-sending.js';

const DUE = new Date('2026-05-20T06:00:00Z');
const MINUTE = 60_000;
const after = (minutes: number) => new Date(DUE.getTime() + minutes * MINUTE);

const push = (isForced = false) => ({
  ...{ learnerId: 1, localDate: '2026-05-20', dueAt: DUE, heldUntil: after(1), isForced },
});

const standing = (changes: Partial<PushStanding> = {}): PushStanding => ({
  ...{ now: DUE, answersToday: 0, lastDoneAt: null, unanswered: 0, daysSinceLast: 1 },
  ...{ isTooLate: false },
  ...changes,
});

const GOAL = 10;

test.each([
  ['what the goal still leaves is asked', { answersToday: 3 }, { kind: 'ask', size: 7 }],
  ['a goal that is met', { answersToday: 10 }, { kind: 'skip', reason: 'goal' }],
  ['too late', { isTooLate: true, answersToday: 10 }, { kind: 'skip', reason: 'late' }],
  ['a recent answer', { lastDoneAt: after(-10) }, { kind: 'hold', until: after(20) }],
  ['half an hour after an answer', { lastDoneAt: after(-30) }, { kind: 'ask', size: 10 }],
  [
    'answers up to the end of the time for it',
    { now: after(70), lastDoneAt: after(65) },
    { kind: 'skip', reason: 'busy' },
  ],
  ['two unanswered', { unanswered: 2 }, { kind: 'ask', size: 10 }],
  [
    'three unanswered, the last one yesterday',
    { unanswered: 3 },
    { kind: 'skip', reason: 'sparing' },
  ],
  [
    'three unanswered, a day without',
    { unanswered: 3, daysSinceLast: 2 },
    { kind: 'ask', size: 10 },
  ],
  ['seven unanswered', { unanswered: 7, daysSinceLast: 2 }, { kind: 'farewell' }],
] as const)('%s', (_, changes, decision) => {
  expect(decide(push(), standing(changes), GOAL)).toEqual(decision);
});

test('the owner’s word waits for nothing but is not sent hours later', () => {
  const busy = { answersToday: 12, lastDoneAt: DUE, unanswered: 9 };
  expect(decide(push(true), standing(busy), GOAL)).toEqual({ kind: 'ask', size: 10 });
  expect(decide(push(true), standing({ isTooLate: true }), GOAL).kind).toBe('skip');
});

test('a push is never held beyond its time, and asks for one question at least', () => {
  const aStanding = fc.record({
    now: fc.integer({ min: 0, max: 89 }).map(after),
    answersToday: fc.nat(12),
    lastDoneAt: fc.option(fc.integer({ min: -100, max: 89 }).map(after)),
    unanswered: fc.nat(9),
    daysSinceLast: fc.option(fc.integer({ min: 1, max: 9 })),
    isTooLate: fc.boolean(),
  });
  fc.assert(
    fc.property(aStanding, (it) => {
      const decision = decide(push(), it, GOAL);
      if (decision.kind === 'hold') {
        expect(decision.until.getTime()).toBeGreaterThan(it.now.getTime());
        expect(decision.until.getTime()).toBeLessThan(after(90).getTime());
      }
      if (decision.kind === 'ask') expect(decision.size).toBeGreaterThan(0);
    }),
  );
});
