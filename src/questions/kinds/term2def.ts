/** «Что такое «X»?» A term is shown, its description is found among other descriptions of the deck. */
import {
  definitionPairs,
  headingFor,
  isUmbrella,
  mentions,
  namesItself,
  needsHeading,
} from '../options/pairs.js';
import { isSaidOf } from '../options/solver.js';
import { lengthsOf, quoted } from '../wording/display.js';
import { plain } from './maker.js';
import { matchingMaker } from './matching.js';

export const term2def = matchingMaker({
  kind: 'term2def',
  pools: (deck) => [definitionPairs(deck)],
  prompt: (pair, deck) => {
    const first = definitionPairs(deck).find(({ key }) => key === pair.key);
    if (pair !== first) return null;
    const heading = headingFor(pair);
    if (heading !== null)
      return { ask: `${heading}: что такое ${quoted(pair.name)}?`, material: null };
    return needsHeading(pair.name)
      ? null
      : { ask: `Что такое ${quoted(pair.name)}?`, material: null };
  },
  options: (pair, deck) => (namesItself(pair, deck) ? [] : lengthsOf(pair.text).map(plain)),
  clashes: (asked, other, deck) =>
    mentions(other.option.text, asked.name, deck) ||
    // Without its bracket «основа для контейнеров (набор файлов)» could be said of Docker as a whole.
    (isUmbrella(asked.name, deck) && other.option.text !== lengthsOf(other.pair.text)[0]),
  about: (pair) => plain(pair.name),
  defends: (question, choice, deck) => isSaidOf(question.topic.text, choice.text, deck),
});
