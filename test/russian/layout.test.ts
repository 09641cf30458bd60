import fc from 'fast-check';
import { asLatinKeys, asRussianKeys } from '../../src/russian/layout.js';

test.each([
  ['ljrth', 'докер'],
  ['Rjyntqyth', 'Контейнер'],
  ['[f,', 'хаб'],
  ['~krf', 'Ёлка'],
])('the keys of %s give %s', (latin, russian) => {
  expect(asRussianKeys(latin)).toBe(russian);
  expect(asLatinKeys(russian)).toBe(latin);
});

test('what has no key in the other layout stays', () => {
  expect(asLatinKeys('вщслук зы -ф 80')).toBe('docker ps -a 80');
  expect(asRussianKeys('образ 7 — 5')).toBe('образ 7 — 5');
});

test('Russian letters survive the way there and back', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[А-Яа-яЁё ]*$/u), (text) => {
      expect(asRussianKeys(asLatinKeys(text))).toBe(text);
    }),
  );
});
