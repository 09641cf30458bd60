/**
 * The keyboard left in the other layout, put right chunk by chunk.
 * What makes sense as it stands is never doubted; what makes sense only on the other keyboard is retyped there.
 */
import { asLatinKeys, asRussianKeys } from '../russian/layout.js';
import type { Deck } from './deck.js';
import { hasCyrillic, isFunctionWord, tokens } from './tokens.js';

export interface Retyped {
  readonly text: string;
  /** Something was retyped. */
  readonly isRetyped: boolean;
}

/** Shorter words with a slip in them may be any others. */
const SHORTEST_NEAR = 6;

/** The text as meant. */
export function retype(
  text: string,
  { literals, titles, postings: { vocabulary } }: Deck,
): Retyped {
  if (literals.has(text)) return { text, isRetyped: false };
  const whole = otherKeys(text);
  if (literals.has(whole)) return { text: whole, isRetyped: true };
  const isMeaning = (word: string): boolean =>
    word.length > 1 && vocabulary.knows(word) && (!isFunctionWord(word) || titles.has(word));
  const makesSense = (chunk: string): boolean => {
    const words = tokens(chunk);
    // In `Ctrl+C` one letter is a word too.
    const isKey = (word: string): boolean =>
      word.length === 1 && words.length > 1 && vocabulary.knows(word);
    const isKnown = words.some(isMeaning) ? isKey : (): boolean => false;
    return (
      words.length > 0 &&
      words.every((word) => isMeaning(word) || isFunctionWord(word) || isKnown(word))
    );
  };
  // A slip on the wrong keys: `rjyntqyh` is «контейнр». Only for long words that are nothing at all on their own keys.
  const isNear = (word: string): boolean =>
    word.length >= SHORTEST_NEAR && vocabulary.loose(word).some(({ rung }) => rung === 'typo');
  const isNearer = (chunk: string, other: string): boolean => {
    const [own, ...rest] = tokens(chunk);
    const [meant, ...more] = tokens(other);
    const isOne =
      meant !== undefined && more.length === 0 && hasCyrillic(meant) !== hasCyrillic(chunk);
    return isOne && isNear(meant) && (own === undefined || rest.length > 0 || !isNear(own));
  };
  const chunks = text.split(' ').map((chunk) => {
    const other = otherKeys(chunk);
    const isKnown = makesSense(chunk);
    return { chunk, other, isBetter: !isKnown && (makesSense(other) || isNearer(chunk, other)) };
  });
  // Little words alone prove nothing: `d` is «в» on the other keys, and `yt` is «не».
  const isProven = chunks.some(
    ({ other, isBetter }) =>
      isBetter && tokens(other).some((word) => isMeaning(word) || isNear(word)),
  );
  if (!isProven) return { text, isRetyped: false };
  const meant = chunks.map(({ chunk, other, isBetter }) => (isBetter ? other : chunk));
  return { text: meant.join(' '), isRetyped: true };
}

const otherKeys = (text: string): string =>
  hasCyrillic(text) ? asLatinKeys(text) : asRussianKeys(text);
