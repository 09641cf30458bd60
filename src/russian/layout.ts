/**
 * The keyboard left in the other layout: `ljrth` was meant to be «докер», `вщслук зы` was meant to be `docker ps`.
 * Keys stand in the order of the standard ЙЦУКЕН and QWERTY rows.
 */
const LATIN = "qwertyuiop[]asdfghjkl;'zxcvbnm,.`";
const RUSSIAN = 'йцукенгшщзхъфывапролджэячсмитьбюё';
const LATIN_SHIFTED = 'QWERTYUIOP{}ASDFGHJKL:"ZXCVBNM<>~';

const toRussian = new Map<string, string>();
const toLatin = new Map<string, string>();
[...LATIN].forEach((key, i) => {
  const letter = RUSSIAN[i] ?? key;
  const shifted = LATIN_SHIFTED[i] ?? key;
  toRussian.set(key, letter).set(shifted, letter.toUpperCase());
  toLatin.set(letter, key).set(letter.toUpperCase(), shifted);
});

const retype = (text: string, keys: Map<string, string>): string =>
  [...text].map((char) => keys.get(char) ?? char).join('');

/** What the same keys give in the Russian layout. */
export const asRussianKeys = (text: string): string => retype(text, toRussian);

/** What the same keys give in the Latin layout. */
export const asLatinKeys = (text: string): string => retype(text, toLatin);
