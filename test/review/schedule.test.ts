import fc from 'fast-check';
import { masteryOf } from '../../src/review/card.js';
import { AGAIN, GOOD, HARD, ratingOf, type Rating } from '../../src/review/rating.js';
import { newCard, rateCard, retrievability } from '../../src/review/schedule.js';

const START = new Date('2026-01-10T12:00:00Z');
const daysAfter = (date: Date, days: number): Date => new Date(date.getTime() + days * 86_400_000);

describe('rateCard', () => {
  test('a right answer comes back later than a wrong one', () => {
    const card = rateCard(newCard(START), GOOD, START);
    const next = new Date(card.due);
    const right = rateCard(card, GOOD, next);
    const wrong = rateCard(card, AGAIN, next);
    expect(Date.parse(right.due)).toBeGreaterThan(Date.parse(wrong.due));
    expect(wrong.lapses).toBe(1);
  });

  test('nothing answered comes back before the next day or after a year', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom<Rating>(AGAIN, HARD, GOOD), { minLength: 1, maxLength: 30 }),
        (ratings) => {
          let card = newCard(START);
          let now = START;
          for (const rating of ratings) {
            card = rateCard(card, rating, now);
            const wait = (Date.parse(card.due) - now.getTime()) / 86_400_000;
            expect(wait).toBeGreaterThanOrEqual(1);
            expect(wait).toBeLessThanOrEqual(366);
            now = new Date(card.due);
          }
          expect(card.reps).toBe(ratings.length);
        },
      ),
    );
  });

  test('the same answer gives the same due date on every machine', () => {
    const once = rateCard(newCard(START), GOOD, START);
    expect(rateCard(newCard(START), GOOD, START)).toEqual(once);
  });

  test('the state survives being stored as JSON', () => {
    const card = rateCard(newCard(START), GOOD, START);
    const later = daysAfter(START, 5);
    const stored = JSON.parse(JSON.stringify(card)) as typeof card;
    expect(rateCard(stored, HARD, later)).toEqual(rateCard(card, HARD, later));
  });
});

describe('retrievability', () => {
  test('falls with the days and starts at nothing for a new card', () => {
    const card = rateCard(newCard(START), GOOD, START);
    expect(retrievability(newCard(START), START)).toBe(0);
    expect(retrievability(card, daysAfter(START, 20))).toBeLessThan(
      retrievability(card, daysAfter(START, 2)),
    );
  });
});

describe('ratingOf', () => {
  test.each([
    ['correct', false, GOOD],
    ['correct', true, HARD],
    ['partial', false, HARD],
    ['wrong', false, AGAIN],
    ['wrong', true, AGAIN],
  ] as const)('%s with hint %s is %s', (result, isHinted, rating) => {
    expect(ratingOf(result, isHinted)).toBe(rating);
  });
});

describe('masteryOf', () => {
  test('a fact is new, then learning, and mastered from three weeks of stability', () => {
    let card = newCard(START);
    expect(masteryOf(null)).toBe('new');
    expect(masteryOf(card)).toBe('new');
    card = rateCard(card, GOOD, START);
    expect(masteryOf(card)).toBe('learning');
    for (let i = 0; i < 6; i += 1) card = rateCard(card, GOOD, new Date(card.due));
    expect(card.stability).toBeGreaterThanOrEqual(21);
    expect(masteryOf(card)).toBe('mastered');
  });
});
