/** «Как это называется?» A description is shown, its term is found among other terms of the deck. */
import { words } from '../../russian/fold.js';
import { capitalised, quoted, shorten, withoutAsides } from '../wording/display.js';
import { type DeckIndex, isCode } from '../deck-index.js';
import { hasKin } from '../wording/kin.js';
import { mannerOf } from '../wording/manner.js';
import { openingOf } from '../wording/opening.js';
import { looksFemale } from '../wording/people.js';
import { saysWhat } from '../wording/whole.js';
import {
  definitionPairs,
  isNamed,
  isScoped,
  isSomebody,
  mentions,
  type Pair,
  tellingStems,
} from '../options/pairs.js';
import { areNamedUnevenly } from '../options/likeness.js';
import { isRelation, promptOfRelation, relationPairs } from '../options/relation-pairs.js';
import { isSaidOf } from '../options/solver.js';
import { matchingMaker } from './matching.js';
import { code, plain } from './maker.js';

const LONGEST_SHOWN = 200;
const LONGEST_EXPLANATION = 160;
const DEEDS: ReadonlySet<string> = new Set(['it does', 'they do', 'we do', 'sentence', 'clause']);
/**
 * A few short words fit too much else: of 118 such questions rated by hand, four of five were good with five words or more,
 * every second one with fewer. Three long ones will do, and so does the other direction for the same facts.
 */
const FEWEST_WORDS = 5;
const FEWEST_SIGNS = 30;
/** A formula says it all in few signs. */
const FORMULA = /[=≈~·]/u;

export const def2term = matchingMaker({
  kind: 'def2term',
  pools: (deck) => [
    definitionPairs(deck).filter((pair) => isNamed(pair, deck)),
    definitionPairs(deck).filter((pair) => isSomebody(pair, deck)),
    relationPairs(deck),
  ],
  prompt: (pair, deck) => {
    if (isRelation(pair)) return promptOfRelation(pair, 'text');
    const shown = shownText(pair, deck);
    if (shown === null || !/\p{L}{2}/u.test(pair.name)) return null;
    return { ask: askFor(pair, deck), material: plain(quoted(shown)) };
  },
  options: ({ name }) => (isCode(name) ? [code(name)] : namesOf(name).map(plain)),
  tells: areNamedUnevenly,
  clashesWith: (asked, deck) => {
    const shown = shownText(asked, deck);
    if (shown === null) return () => true;
    const isBare = isScoped(asked);
    const isPerson = isSomebody(asked, deck);
    const telling = tellingWords(asked, deck);
    return ({ pair }) =>
      mentions(shown, pair.name, deck) ||
      // «Структурная» among nouns would be seen at once; adjectives of another heading mean nothing to anybody.
      isScoped(pair) !== isBare ||
      (isBare && asked.fact.section !== pair.fact.section) ||
      (isPerson && looksFemale(asked.name) !== looksFemale(pair.name)) ||
      // A word that names the term tells nothing only where every option has it.
      !telling.every((word) => hasKin(word, deck.stems(pair.name)));
  },
  about: (pair) => {
    const text = shorten(pair.text, LONGEST_EXPLANATION);
    if (text === null) return null;
    return DEEDS.has(openingOf(text)) ? { ...plain(text), isDeed: true } : plain(text);
  },
  defends: (question, choice, deck) => isSaidOf(choice.text, question.material?.text ?? '', deck),
});

function askFor(pair: Pair, deck: DeckIndex): string {
  if (isSomebody(pair, deck)) return 'Кто это?';
  return mannerOf(pair) === 'definition' ? 'Как это называется?' : 'О чём это сказано?';
}

/** A name with its bracket and without: «лаг (consumer lag)» is found among names without brackets, too. */
function namesOf(name: string): readonly string[] {
  const full = capitalised(name);
  const bare = withoutAsides(full).trim();
  return bare === full || !/\p{L}{3}/u.test(bare) ? [full] : [full, bare];
}

/** The description as it is asked about; null when it is too long or says too little to be recognised. */
const shownText = (pair: Pair, deck: DeckIndex): string | null =>
  deck.once('shown-text', pair, () => {
    const text = shorten(pair.text, LONGEST_SHOWN);
    const isEnough =
      isSomebody(pair, deck) ||
      FORMULA.test(text ?? '') ||
      (text ?? '').length >= FEWEST_SIGNS ||
      words(text ?? '').length >= FEWEST_WORDS;
    const isTelling = isEnough && deck.stems(text ?? '').size > 1 && saysWhat(text ?? '');
    return isTelling || isRelation(pair) ? text : null;
  });

/** Words of the shown text that name its term. */
const tellingWords = (pair: Pair, deck: DeckIndex): readonly string[] =>
  deck.once('telling-words', pair, () =>
    tellingStems({ name: pair.name, text: shownText(pair, deck) ?? '' }, deck),
  );
