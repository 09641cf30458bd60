/**
 * The solver: what somebody who knows every fact of the deck could defend as a right answer.
 * In: a name or a text and a claim about it. Out: do the notes support the claim?
 */
import { codePairs, commandPairs, type Pair, saysTheSame } from './pairs.js';
import type { DeckIndex } from '../deck-index.js';

/** Do the notes say this of the term (in a definition of it or in a statement about it)? */
export const isSaidOf = (term: string, claim: string, deck: DeckIndex): boolean =>
  deck.about(term).some((text) => saysTheSame(text, claim, deck, false));

/** Is this a purpose of the command, however it is spelled? */
export const isPurposeOf = (command: string, claim: string, deck: DeckIndex): boolean =>
  likeCommands(command, deck).some((pair) => saysTheSame(pair.text, claim, deck, true));

function likeCommands(command: string, deck: DeckIndex): readonly Pair[] {
  const byName = deck.memo('pairs-by-command', () => {
    const pairs = [...commandPairs(deck), ...codePairs(deck)];
    const byKey = groupBy(pairs, (pair) => pair.key);
    return new Map(pairs.map((pair) => [pair.name, byKey.get(pair.key) ?? []]));
  });
  return byName.get(command) ?? [];
}

function groupBy(pairs: readonly Pair[], keyOf: (pair: Pair) => string): Map<string, Pair[]> {
  const groups = new Map<string, Pair[]>();
  for (const pair of pairs) {
    const group = groups.get(keyOf(pair));
    if (group) group.push(pair);
    else groups.set(keyOf(pair), [pair]);
  }
  return groups;
}
