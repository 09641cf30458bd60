/** «Что такое «X»?» A term is shown, its description is found among other descriptions of the deck. */
import {
  definitionPairs,
  headingFor,
  isNamed,
  isScoped,
  isUmbrella,
  mentions,
  namesItself,
} from '../options/pairs.js';
import { areBuiltAlike } from '../options/company.js';
import { isRelation, promptOfRelation, relationPairs } from '../options/relation-pairs.js';
import { isSaidOf } from '../options/solver.js';
import { lengthsOf, quoted } from '../wording/display.js';
import { plain } from './maker.js';
import { matchingMaker } from './matching.js';

/** Among descriptions in words it would be seen at once. */
const FORMULA = /[A-Za-z\d)]\s*[=≈<>≤≥]\s*[A-Za-z\d(]/u;

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
    if (heading !== null)
      return { ask: `${heading}: что такое ${quoted(pair.name)}?`, material: null };
    return isScoped(pair) ? null : { ask: `Что такое ${quoted(pair.name)}?`, material: null };
  },
  options: (pair, deck) =>
    namesItself(pair, deck) || (FORMULA.test(pair.text) && !isRelation(pair))
      ? []
      : lengthsOf(pair.text).map(plain),
  clashes: (asked, other, deck) =>
    mentions(other.option.text, asked.name, deck) ||
    !areBuiltAlike(asked, other.pair, deck) ||
    // The heading in the prompt would rule out whatever stands under another one.
    (isScoped(asked) && asked.fact.section !== other.pair.fact.section) ||
    // Without its bracket «основа для контейнеров (набор файлов)» could be said of Docker as a whole.
    (isUmbrella(asked.name, deck) && other.option.text !== lengthsOf(other.pair.text)[0]),
  about: (pair) => plain(pair.name),
  defends: (question, choice, deck) => isSaidOf(question.topic.text, choice.text, deck),
});
