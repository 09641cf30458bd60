/**
 * «Напишите термин» A definition is shown, its term is typed: for terms whose neighbours cannot serve as wrong options.
 * Invariant: the definition says what the term is in so many words, names it nowhere, and no other term of the deck is
 * described nearly so.
 */
import type { Fact } from '../../notes/note.js';
import { words } from '../../russian/fold.js';
import { pattern } from '../../russian/pattern.js';
import { type DeckIndex, isCode } from '../deck-index.js';
import { isDefined } from '../options/company.js';
import {
  areRivals,
  definitionPairs,
  isNamed,
  isScoped,
  isUmbrella,
  namesItself,
  type Pair,
} from '../options/pairs.js';
import { quoted, shorten, withoutAsides } from '../wording/display.js';
import { saysWhat } from '../wording/whole.js';
import { frame, type Maker, plain, typedQuestion } from './maker.js';

const LONGEST_SHOWN = 200;
/** A name of more words is known by heart by nobody. */
const MOST_WORDS = 2;
const LONGEST_TERM = 25;
const SHORTEST_TERM = 3;
/** Letters alone can be typed by whoever has only heard the word. */
const SPEAKABLE = /^\p{L}[\p{L} -]*\p{L}$/u;
/** «пузырёк с клеточным соком», «процент, под который …»: a word or two before a comma only begin a list. */
const OPENS_IN_FULL = pattern(
  /^(?:[^\s,;:.(]+\s+){2}[^\s,;:.(]|^[^,]+,\s+(?:\p{L}{1,4}\s+)?(?:котор|где |когда |чтобы |\p{L}+(?:[уюая]щ|вш|[аяеё]нн)[а-я]{2})/iu,
);
const NOTATION = /[=<>]/u;
/** `dyn Trait`: two words of code are no name that one has heard. */
const WORDS_OF_CODE = /^[a-z][A-Za-z]*\s+[A-Za-z]/;
/** A reply is compared with each rival; a deck of a thousand terms need not be. */
const MOST_RIVALS = 60;

export const typeterm: Maker = {
  kind: 'typeterm',
  isSpare: true,
  make: (fact, deck) => {
    const pair = pairOf(fact, deck);
    const shown = pair && isAskable(pair, deck) ? shorten(pair.text, LONGEST_SHOWN) : null;
    if (!pair || shown === null || !isTold(shown)) return [];
    const name = withoutAsides(pair.name);
    const base = frame(fact, 'typeterm', {
      ask: 'Напишите термин',
      material: plain(quoted(shown)),
      answer: plain(name),
      topic: plain(pair.name),
    });
    const accepted = name === pair.name ? [name] : [name, pair.name];
    return [typedQuestion(base, { judge: 'term', accepted, rivals: rivalsOf(pair, deck) })];
  },
};

/** Does the text tell enough for whoever has no options to choose from? */
const isTold = (text: string): boolean =>
  saysWhat(text) && OPENS_IN_FULL.test(text) && !NOTATION.test(text);

const pairOf = (fact: Fact, deck: DeckIndex): Pair | undefined =>
  deck
    .memo('definitions-by-fact', () => new Map(definitionPairs(deck).map((it) => [it.fact.id, it])))
    .get(fact.id);

function isAskable(pair: Pair, deck: DeckIndex): boolean {
  const name = withoutAsides(pair.name);
  if (!SPEAKABLE.test(name) || name.length > LONGEST_TERM || name.length < SHORTEST_TERM)
    return false;
  if (words(name).length > MOST_WORDS || isCode(pair.name) || isScoped(pair)) return false;
  if (WORDS_OF_CODE.test(name)) return false;
  if (!isNamed(pair, deck) || isUmbrella(pair.name, deck) || !isDefined(pair, deck)) return false;
  return !namesItself(pair, deck) && isOnlyOne(pair, deck);
}

/** Is the term defined once, and no other term nearly in its words? */
const isOnlyOne = (pair: Pair, deck: DeckIndex): boolean =>
  (definitionsByKey(deck).get(pair.key) ?? 0) === 1 &&
  [...deck.stems(pair.text)].every((stem) =>
    (definitionsByStem(deck).get(stem) ?? []).every(
      (other) => other === pair || !areRivals(pair, other, deck),
    ),
  );

const definitionsByKey = (deck: DeckIndex): ReadonlyMap<string, number> =>
  deck.memo('definitions-by-key', () => {
    const counts = new Map<string, number>();
    for (const { key } of definitionPairs(deck)) counts.set(key, (counts.get(key) ?? 0) + 1);
    return counts;
  });

/** Without words that stand everywhere: who shares no other one is no rival. */
const definitionsByStem = (deck: DeckIndex): ReadonlyMap<string, readonly Pair[]> =>
  deck.memo('definitions-by-stem', () => {
    const result = new Map<string, Pair[]>();
    for (const pair of definitionPairs(deck)) {
      for (const stem of deck.stems(pair.text)) {
        if (deck.isCommon(stem)) continue;
        const pairs = result.get(stem);
        if (pairs) pairs.push(pair);
        else result.set(stem, [pair]);
      }
    }
    return result;
  });

/** Terms of its section that a reply may mean instead. */
function rivalsOf(pair: Pair, deck: DeckIndex): readonly string[] {
  const others = definitionPairs(deck).filter(
    ({ key, fact }) => key !== pair.key && fact.section === pair.fact.section,
  );
  return [...new Set(others.map(({ name }) => name))].slice(0, MOST_RIVALS);
}
