import fc from 'fast-check';
import { fold, words } from '../../src/russian/fold.js';

test('spellings of one text fold to one form', () => {
  const forms = ['«Ёлка» — это', '"елка" - это', '“ёлка”\u00A0–  Это ', 'е\u0308лка'];
  expect(forms.slice(0, 3).map(fold)).toEqual(Array(3).fill('"елка" - это'));
  expect(fold(forms[3] ?? '')).toBe('елка');
});

test('words are runs of letters and digits of any alphabet', () => {
  expect(words('Docker-образ №2: IPv6/Node.js')).toEqual([
    'docker',
    'образ',
    '2',
    'ipv6',
    'node',
    'js',
  ]);
  expect(words('!!! —')).toEqual([]);
});

test('folding a folded text changes nothing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(fold(fold(text))).toBe(fold(text));
    }),
  );
});
