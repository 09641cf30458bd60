import * as fc from 'fast-check';
import { pageOf } from '../../src/bot/pages.js';

const list = (length: number) => Array.from({ length }, (_, i) => i);
const tap = (page: number) => ({ kind: 'mine', page }) as const;
const turnsOf = (length: number, page: number) =>
  pageOf(list(length), page, { size: 8, tap }).turns.map((row) =>
    row.map((button) => [button.text, button.tap]),
  );

test('turns lead to the pages before and after, where there are any', () => {
  expect(turnsOf(8, 0)).toEqual([]);
  expect(turnsOf(20, 0)).toEqual([[['Ещё ›', tap(1)]]]);
  expect(turnsOf(20, 1)).toEqual([
    [
      ['‹ Раньше', tap(0)],
      ['Ещё ›', tap(2)],
    ],
  ]);
});

test('a list that has grown shorter is at its last page, and leads back from there', () => {
  expect(pageOf(list(20), 77, { size: 8, tap }).shown).toEqual([16, 17, 18, 19]);
  expect(turnsOf(20, 77)).toEqual([[['‹ Раньше', tap(1)]]]);
  expect(pageOf([], 3, { size: 8, tap })).toEqual({ shown: [], before: 0, turns: [] });
});

test('the pages together are the list', () => {
  fc.assert(
    fc.property(fc.nat({ max: 200 }), fc.integer({ min: 1, max: 20 }), (length, size) => {
      const pages = list(Math.ceil(length / size)).map((page) =>
        pageOf(list(length), page, { size, tap }),
      );
      expect(pages.flatMap(({ shown }) => shown)).toEqual(list(length));
      expect(pages.every(({ shown, before }) => shown[0] === before)).toBe(true);
    }),
  );
});
