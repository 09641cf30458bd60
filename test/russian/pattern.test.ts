import fc from 'fast-check';
import { pattern } from '../../src/russian/pattern.js';

const LETTER = pattern(/^\p{L}$/u);
const DIGIT = pattern(/^\p{N}$/u);

test('letters and digits are the same in the scripts of Europe', () => {
  for (let code = 0; code < 0x590; code += 1) {
    const sign = String.fromCharCode(code);
    // Signs that Unicode has not given to anybody yet may be taken for letters.
    if (/\p{Cn}/u.test(sign)) continue;
    expect([sign, LETTER.test(sign), DIGIT.test(sign)]).toEqual([
      sign,
      /^\p{L}$/u.test(sign),
      /^\p{N}$/u.test(sign),
    ]);
  }
});

test('punctuation and symbols are no letters, letters of far scripts are', () => {
  for (const sign of '—–…„“”«»№™→≈•😀 ') expect(LETTER.test(sign)).toBe(false);
  for (const sign of 'אعकあ中한ქ') expect(LETTER.test(sign)).toBe(true);
});

test.each([
  [/(?<!\p{L})не(?!\p{L})/giu, 'Не небо, а не нёбо: ни-не'],
  [/[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*/gu, 'Docker-образ №2, 3½ ГБ'],
  [/[^\p{L}]+/u, 'слово, слово'],
  [/\[\p{L}\]|\\\p{L}/gu, '[я] \\d я'],
])('%s finds the same', (literal, text) => {
  expect(text.match(pattern(literal))).toEqual(text.match(literal));
});

test('of Russian text nothing else is found', () => {
  const signs = fc.constantFrom(...'абвеёжщъыьюяАЁЯabcXYZ 0127²½.,:;—«»()_-');
  const literal = /(?<![\p{L}\p{N}])\p{L}{2,}(?!\p{L})|\p{N}+/giu;
  fc.assert(
    fc.property(fc.string({ unit: signs }), (text) => {
      expect(text.match(pattern(literal))).toEqual(text.match(literal));
    }),
  );
});
