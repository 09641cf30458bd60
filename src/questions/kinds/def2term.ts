/** «Как это называется?» A description is shown, its term is found among other terms of the deck. */
import { capitalised, GAP, quoted, shorten } from '../wording/display.js';
import type { DeckIndex } from '../deck-index.js';
import { hasKin } from '../wording/kin.js';
import {
  definitionPairs,
  isNamed,
  isUmbrella,
  mentions,
  needsHeading,
  ownStems,
  type Pair,
} from '../options/pairs.js';
import { isSaidOf } from '../options/solver.js';
import { matchingMaker } from './matching.js';
import { plain } from './maker.js';

const LONGEST_SHOWN = 200;
const LONGEST_EXPLANATION = 160;
const WORD = /[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*/gu;
const LEAST_WORDS_LEFT = 3;

const isLatin = (text: string): boolean => !/\p{Script=Cyrillic}/u.test(text);

export const def2term = matchingMaker({
  kind: 'def2term',
  pools: (deck) => [definitionPairs(deck).filter(isNamed)],
  prompt: (pair, deck) => {
    const shown = masked(pair, deck)?.text;
    if (shown === undefined || !/\p{L}{2}/u.test(pair.name)) return null;
    return { ask: 'Как это называется?', material: plain(quoted(shown)) };
  },
  options: (pair) => [plain(capitalised(pair.name))],
  clashes: (asked, other, deck) => {
    const shown = masked(asked, deck);
    if (!shown || mentions(shown.text, other.pair.name, deck)) return true;
    if (!areNamedAlike(asked, other.pair)) return true;
    if (shown.hidden === null) return false;
    return isUmbrella(other.pair.name, deck) || hasKin(shown.hidden, deck.stems(other.pair.text));
  },
  about: (pair) => {
    const text = shorten(pair.text, LONGEST_EXPLANATION);
    return text === null ? null : plain(text);
  },
  defends: (question, choice, deck) =>
    isSaidOf(choice.text, question.material?.text.replace(GAP, '') ?? '', deck),
});

/** «Структурная» among nouns would be seen at once, and beside adjectives of another heading nobody knows what it means. */
const areNamedAlike = (a: Pair, b: Pair): boolean =>
  needsHeading(a.name) === needsHeading(b.name) &&
  (!needsHeading(a.name) || a.fact.section === b.fact.section);

interface Masked {
  readonly text: string;
  /** Stem of the word that was hidden. */
  readonly hidden: string | null;
}

/** The description with the one word hidden that would name its own term; null when it cannot be hidden well. */
function masked(pair: Pair, deck: DeckIndex): Masked | null {
  return deck.once('masked', pair, () => {
    const text = shorten(pair.text, LONGEST_SHOWN);
    if (text === null) return null;
    const own = ownStems(pair.name, deck);
    const found = [...text.matchAll(WORD)];
    const telling = found.filter(([word]) =>
      [...deck.stems(word)].some((stem) => hasKin(stem, own)),
    );
    const hidden = telling[0];
    if (!hidden) return deck.stems(text).size > 1 ? { text, hidden: null } : null;
    const isInside = hidden !== found[0] && hidden !== found.at(-1);
    const left = deck.stems(text).size - deck.stems(hidden[0]).size;
    if (telling.length > 1 || !isInside || left < LEAST_WORDS_LEFT) return null;
    // In «один воркер» hides no half of `worker_connections`; in «в репозитории» hides a `Docker repository`.
    if (/_/.test(pair.name) && isLatin(hidden[0]) !== isLatin(pair.name)) return null;
    const end = hidden.index + hidden[0].length;
    return {
      text: `${text.slice(0, hidden.index)}${GAP}${text.slice(end)}`,
      hidden: [...deck.stems(hidden[0])][0] ?? null,
    };
  });
}
