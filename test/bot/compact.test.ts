import * as fc from 'fast-check';
import { compact, expand } from '../../src/bot/compact.js';

const small = (text: string): string => text.replace(/[А-ЯЁ]/gu, (letter) => letter.toLowerCase());

test('any text comes back, Russian capitals as small letters', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: fc.constantFrom(...'Чем отличается ОБРАЗ от docker-контейнера? 7:%~ё') }),
  );
  fc.assert(
    fc.property(text, (given) => {
      const bytes = compact(given);
      expect(bytes).toMatch(/^[ -9;-~]*$/);
      expect(expand(bytes)).toBe(small(given));
    }),
  );
});

test('a Russian question takes a byte a letter', () => {
  const question = 'чем отличается образ от контейнера';
  expect(compact(question)).toHaveLength(question.length);
});

test.each(['%', '%00', '%zzzz', '%0061', 'слово', 'a:b', 'a\nb'])('%j is nobody’s', (bytes) => {
  expect(expand(bytes)).toBeNull();
});
