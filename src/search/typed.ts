/** The words of a look-up, each with what it may stand for in the deck. */
import type { Aspect } from './aspects.js';
import type { Deck } from './deck.js';
import { isFunctionWord, isQuestionWord, tokens } from './tokens.js';
import type { Vocabulary, WordReading } from './vocabulary.js';

export interface TypedWord {
  readonly word: string;
  /** Words of the deck it may stand for; none when the deck has nothing like it. */
  readonly readings: readonly WordReading[];
  /** Words from the same family, which only help. */
  readonly kin: readonly WordReading[];
  /** Says how, not what: it ranks, but is not missed. */
  readonly isSoft: boolean;
  /** «Запушить»: a verb that names a command. */
  readonly isBorrowed: boolean;
}

/** The words of a subject with everything they may stand for. */
export function readWords(
  { text, aspect }: { readonly text: string; readonly aspect: Aspect | null },
  { titles, postings: { vocabulary } }: Deck,
): TypedWord[] {
  const typed = join(tokens(text), vocabulary);
  const telling = typed.filter((word) => !isFunctionWord(word));
  const framed = telling.filter((word) => aspect?.isFrame(word) !== true);
  const full = framed.length > 0 ? framed : telling;
  // «Том», «под» are little words of the language; they are asked for when nothing else is.
  const isTitle = (word: string): boolean =>
    titles.has(word) ||
    vocabulary.plain(word).some(({ form, rung }) => rung !== 'stem' && titles.has(form));
  const little = typed.filter((word) => word.length > 1 && !isQuestionWord(word));
  const content = full.length > 0 ? full : little.filter(isTitle);
  return typed.map((word) => {
    const plain = vocabulary.plain(word);
    const isSoft = !content.includes(word);
    const readings = plain.length > 0 || isSoft ? plain : vocabulary.loose(word);
    const hasOwn = readings.some(({ rung }) => rung !== 'alias');
    return {
      word,
      readings,
      isSoft,
      isBorrowed: vocabulary.isBorrowed(word),
      kin: isSoft || (hasOwn && content.length < 2) ? [] : vocabulary.kin(word),
    };
  });
}

/** Shortest parts of a word that may have lost its space. */
const SHORTEST_PART = 4;

/** «Докеробраз» is two words of the deck; null for a word that is one, or none. */
function partsOf(word: string, vocabulary: Vocabulary): [string, string] | null {
  if (word.length < 2 * SHORTEST_PART || vocabulary.knows(word)) return null;
  if (vocabulary.loose(word).length > 0) return null;
  const isPart = (part: string): boolean =>
    !isFunctionWord(part) &&
    vocabulary
      .plain(part)
      .some(({ rung }) => rung === 'exact' || (rung !== 'alias' && part.length > SHORTEST_PART));
  for (let end = SHORTEST_PART; end <= word.length - SHORTEST_PART; end += 1) {
    const parts: [string, string] = [word.slice(0, end), word.slice(end)];
    if (parts.every(isPart)) return parts;
  }
  return null;
}

/** «Монго дб» is one word of the deck: two neighbours are joined when one of them alone means nothing. */
function join(words: readonly string[], vocabulary: Vocabulary): string[] {
  const result: string[] = [];
  for (let i = 0; i < words.length; i += 1) {
    const word = words[i] ?? '';
    const next = words[i + 1];
    const glued = next === undefined ? '' : word + next;
    const isUnheard = !vocabulary.knows(word) && next !== undefined && !vocabulary.knows(next);
    const isTorn =
      next !== undefined &&
      !(vocabulary.knows(word) && vocabulary.knows(next)) &&
      vocabulary.plain(glued).some(({ rung }) => rung !== 'alias' || isUnheard);
    if (isTorn) result.push(glued);
    else result.push(...(partsOf(word, vocabulary) ?? [word]));
    if (isTorn) i += 1;
  }
  return result;
}
