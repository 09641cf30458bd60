/**
 * Nesting: which terms stand under which. A line with a bullet or a deeper indent is an example or a part of the term
 * above it, and no wrong answer to it.
 * In: pairs of a deck, with their lines as the notes have them. Out: the term a pair stands under.
 */
import type { DeckIndex } from '../deck-index.js';
import { definitionPairs, type Pair } from './pairs.js';

/** More lines than this between two pairs, and the lower one stands under nothing. */
const FARTHEST = 3;
const INDENT = /^[ \t]*/;
const BULLET = /^[ \t]*[-*•+·–—] /;
const TAB = 4;

/** How deep a line stands: by its indent first, then by its bullet. */
function depthOf({ fact: { source } }: Pair): number {
  const indent = INDENT.exec(source)?.[0].replaceAll('\t', ' '.repeat(TAB)).length ?? 0;
  return 2 * indent + (BULLET.test(source) ? 1 : 0);
}

/** The pair that each nested pair stands under. */
const parentsIn = (deck: DeckIndex): ReadonlyMap<Pair, Pair> =>
  deck.memo('parents-of-pairs', () => {
    const parents = new Map<Pair, Pair>();
    let open: { readonly pair: Pair; readonly depth: number }[] = [];
    for (const pair of definitionPairs(deck)) {
      const above = open.at(-1)?.pair.fact;
      const depth = depthOf(pair);
      const isFar =
        !above || pair.fact.line - above.line > FARTHEST || above.section !== pair.fact.section;
      open = isFar ? [] : open.filter((outer) => outer.depth < depth);
      const parent = open.at(-1)?.pair;
      if (parent) parents.set(pair, parent);
      open.push({ pair, depth });
    }
    return parents;
  });

/** The term this one stands under, as an example or a part of it. */
export const parentOf = (pair: Pair, deck: DeckIndex): Pair | undefined =>
  parentsIn(deck).get(pair);
