import fc from 'fast-check';
import { distance } from '../../src/russian/distance.js';

test.each([
  ['', '', 0],
  ['', 'образ', 5],
  ['образ', 'образы', 1],
  ['images', 'iamges', 1],
  ['images', 'imges', 1],
  ['images', 'emages', 1],
  ['reset', 'revert', 2],
  ['ca', 'abc', 3],
])('"%s" and "%s" are %i edits apart', (a, b, edits) => {
  expect(distance(a, b)).toBe(edits);
  expect(distance(b, a)).toBe(edits);
});

test('a limit changes only what lies beyond it', () => {
  const word = fc.string({ maxLength: 8, unit: fc.constantFrom('а', 'б', 'в') });
  fc.assert(
    fc.property(word, word, fc.nat(4), (a, b, limit) => {
      expect(distance(a, b, limit)).toBe(Math.min(distance(a, b), limit + 1));
    }),
  );
});

test('one edit makes a distance of at most one', () => {
  const text = fc.string({ minLength: 1, unit: 'grapheme' });
  fc.assert(
    fc.property(text, fc.nat(), (word, at) => {
      const letters = [...word];
      letters.splice(at % letters.length, 1);
      expect(distance(word, letters.join(''))).toBe(1);
    }),
  );
});
