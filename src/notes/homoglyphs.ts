/**
 * Letters of the other alphabet that only look right: «Dосker» typed half in Russian, «сеть» with a Latin c.
 * A word goes over to the alphabet of its majority when every letter of the minority has a twin there.
 */
const LATIN = 'aceopxyABCEHKMOPTX';
const CYRILLIC = 'асеорхуАВСЕНКМОРТХ';

const toCyrillic = new Map([...LATIN].map((letter, i) => [letter, CYRILLIC[i] ?? letter]));
const toLatin = new Map([...CYRILLIC].map((letter, i) => [letter, LATIN[i] ?? letter]));

const MIXED_PLACE = /\p{Script=Latin}\p{Script=Cyrillic}|\p{Script=Cyrillic}\p{Script=Latin}/u;
const IS_LATIN = /\p{Script=Latin}/u;
const IS_CYRILLIC = /\p{Script=Cyrillic}/u;
/** «TCPшный», «APIшка»: an abbreviation with a Russian ending is meant to be mixed. */
const ENDED_ABBREVIATION = /^[A-Z]{2,}[а-яё]+$/;
const LONGEST_WORD = 60;

/** The text with its half-and-half words made whole. */
export function unmixAlphabets(text: string): string {
  if (!MIXED_PLACE.test(text)) return text;
  return text.replace(/\p{L}+/gu, (word) => (MIXED_PLACE.test(word) ? unmixWord(word) : word));
}

function unmixWord(word: string): string {
  if (word.length > LONGEST_WORD || ENDED_ABBREVIATION.test(word)) return word;
  const letters = [...word];
  const latin = letters.filter((letter) => IS_LATIN.test(letter));
  const cyrillic = letters.filter((letter) => IS_CYRILLIC.test(letter));
  if (latin.length === cyrillic.length) return word;
  const [minority, twins] =
    latin.length < cyrillic.length ? [latin, toCyrillic] : [cyrillic, toLatin];
  if (!minority.every((letter) => twins.has(letter))) return word;
  return letters
    .map((letter) => (minority.includes(letter) ? (twins.get(letter) ?? letter) : letter))
    .join('');
}
