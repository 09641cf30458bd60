/** «Что такое «X»?» A term is shown, its description is found among other descriptions of the deck. */
import {
  definitionPairs,
  headingFor,
  isNamed,
  isScoped,
  isUmbrella,
  mentions,
  namesItself,
  type Pair,
} from '../options/pairs.js';
import { areUneven } from '../options/likeness.js';
import { isRelation, promptOfRelation, relationPairs } from '../options/relation-pairs.js';
import { isSaidOf } from '../options/solver.js';
import { lengthsOf, quoted } from '../wording/display.js';
import { mannerOf } from '../wording/manner.js';
import { plain } from './maker.js';
import { matchingMaker } from './matching.js';

/** Signs that a thumb can still compare: with longer options every second question rated by hand was good, with these nine of ten. */
const LONGEST_OPTION = 70;
/** «9» out of a table says how much, and never of what. */
const WORD = /\p{L}{2}/u;
/** «самый слабый приоритет» picks one out; what that is, it does not say. */
const SUPERLATIVE = /^сам(?:ый|ая|ое|ые)\s/iu;
/** Among descriptions in words it would be seen at once. */
const FORMULA = /[A-Za-z\d)]\s*[=≈<>≤≥]\s*[A-Za-z\d(]/u;

/** Only of what a definition stands behind can be asked what it is. */
function askAbout(pair: Pair, heading: string | null): string {
  const name = quoted(pair.name);
  if (heading !== null) return `${heading}: что такое ${name}?`;
  switch (SUPERLATIVE.test(pair.text) ? 'remark' : mannerOf(pair)) {
    case 'definition':
      return `Что такое ${name}?`;
    case 'deed':
      return `Что делает ${name}?`;
    case 'remark':
      return `${name}: что об этом сказано?`;
  }
}

export const term2def = matchingMaker({
  kind: 'term2def',
  pools: (deck) => [
    definitionPairs(deck).filter((pair) => isNamed(pair, deck)),
    relationPairs(deck),
  ],
  prompt: (pair, deck) => {
    if (isRelation(pair)) return promptOfRelation(pair, 'name');
    const firsts = deck.memo(
      'first-by-key',
      () =>
        new Map(
          definitionPairs(deck)
            .toReversed()
            .map((it) => [it.key, it]),
        ),
    );
    if (pair !== firsts.get(pair.key)) return null;
    const heading = headingFor(pair);
    if (heading === null && isScoped(pair)) return null;
    return { ask: askAbout(pair, heading), material: null };
  },
  options: (pair, deck) =>
    namesItself(pair, deck) || (FORMULA.test(pair.text) && !isRelation(pair))
      ? []
      : lengthsOf(pair.text)
          .filter((text) => isRelation(pair) || (text.length <= LONGEST_OPTION && WORD.test(text)))
          .map(plain),
  isOfTexts: true,
  clashesWith: (asked, deck) => {
    const isBare = isScoped(asked);
    const isWhole = isUmbrella(asked.name, deck);
    return ({ pair, option }) =>
      mentions(option.text, asked.name, deck) ||
      // The heading in the prompt would rule out whatever stands under another one.
      (isBare && asked.fact.section !== pair.fact.section) ||
      // Without its bracket «основа для контейнеров (набор файлов)» could be said of Docker as a whole.
      (isWhole && option.text !== lengthsOf(pair.text)[0]);
  },
  tells: areUneven,
  about: (pair) => plain(pair.name),
  defends: (question, choice, deck) => isSaidOf(question.topic.text, choice.text, deck),
});
