import fc from 'fast-check';
import { daysAfter, daysToLearn, isUnderWay, newFactsToday } from '../../src/review/exam.js';

const exam = { date: '2026-05-28', scope: 'all', startsOn: '2026-05-23' } as const;

test('the last day before the exam is not for anything new', () => {
  expect(daysToLearn(exam.date, '2026-05-23')).toBe(4);
  expect(daysToLearn(exam.date, '2026-05-27')).toBe(0);
  expect(newFactsToday(exam, '2026-05-27', { unanswered: 9, newToday: 0 })).toBe(0);
});

test('what is new is spread evenly, and what was answered today is part of today', () => {
  expect(newFactsToday(exam, '2026-05-23', { unanswered: 160, newToday: 0 })).toBe(40);
  expect(newFactsToday(exam, '2026-05-23', { unanswered: 150, newToday: 10 })).toBe(30);
  expect(newFactsToday(exam, '2026-05-23', { unanswered: 110, newToday: 50 })).toBe(0);
});

test('a day that was left out is spread over the others', () => {
  expect(newFactsToday(exam, '2026-05-24', { unanswered: 160, newToday: 0 })).toBe(54);
});

test('a plan made the day before the exam has only that day', () => {
  const late = { ...exam, startsOn: '2026-05-27' };
  expect(newFactsToday(late, '2026-05-27', { unanswered: 9, newToday: 0 })).toBe(9);
});

test('a plan is under way from its first day to the exam', () => {
  const days = ['2026-05-22', '2026-05-23', '2026-05-28', '2026-05-29'];
  expect(days.map((day) => isUnderWay(exam, day))).toEqual([false, true, true, false]);
});

test('whoever does every day what it asks has seen everything before the last day', () => {
  fc.assert(
    fc.property(fc.nat(5000), fc.integer({ min: 1, max: 60 }), (facts, days) => {
      const plan = { ...exam, date: daysAfter(exam.startsOn, days + 1) };
      let unanswered = facts;
      for (let day = 0; day < days; day += 1) {
        const today = daysAfter(plan.startsOn, day);
        unanswered -= newFactsToday(plan, today, { unanswered, newToday: 0 });
      }
      expect(unanswered).toBe(0);
    }),
  );
});
