/**
 * The table of a cell: which options stand under a question about each of its pairs, and how often.
 * In: the members of a cell and the rules of a kind. Out: a table that draws a set of members for a pair.
 * Invariants: no option of a set but the right one can be defended; the sets are fair (`option-sets.ts`); averaged over
 * the cell the longest, the shortest and the most overlapping option are the right one no more often than chance.
 */
import type { DeckIndex } from '../deck-index.js';
import type { Piece } from '../question.js';
import type { Random } from '../random.js';
import { balancedWeights, type Stake } from './balance.js';
import { askedOf, optionOf, possibleSets, type Prompt } from './option-sets.js';
import { areRivals, type Pair } from './pairs.js';

/** A pair with one of the ways to show it as an option. */
export interface Member {
  readonly pair: Pair;
  readonly option: Piece;
}

/** Members that serve each other, and others for those who find too few of them there. */
export interface Cell {
  readonly own: readonly Member[];
  readonly spare: readonly Member[];
}

/** How a kind uses a pair: as the prompt, as an option, and who must not stand beside whom. */
export interface OptionRules {
  /** The prompt for this pair, or null when it cannot be asked this way. */
  prompt(pair: Pair, deck: DeckIndex): Prompt | null;
  /** Ways to show the pair as an option; none when it cannot be one. */
  options(pair: Pair, deck: DeckIndex): readonly Piece[];
  /** May `other` not stand among the options when `asked` is asked? Beyond rivals, which never meet. */
  clashes(asked: Pair, other: Member, deck: DeckIndex): boolean;
}

export interface OptionTable {
  /** Options for the asked pair, its own first; null when it cannot be asked with options. */
  draw(asked: Pair, random: Random): readonly Member[] | null;
}

interface Draw extends Stake {
  readonly members: readonly Member[];
}

/** Looks at the possible sets of a cell once; drawing afterwards is cheap. */
export function optionTable(cell: Cell, rules: OptionRules, deck: DeckIndex): OptionTable {
  const pairs = [...new Set(cell.own.map(({ pair }) => pair))];
  const draws = possibleDraws(pairs, cell, rules, deck);
  const weights = balancedWeights(draws);
  const byPair = new Map(
    pairs.map((pair, i) => [pair, weighted(draws[i] ?? [], weights[i] ?? [])]),
  );
  return { draw: (asked, random) => byPair.get(asked)?.(random()) ?? null };
}

/** Picks one of the draws by a number in [0, 1). */
function weighted(draws: readonly Draw[], weights: readonly number[]) {
  return (chance: number): readonly Member[] | null => {
    let left = chance;
    const drawn = draws.find((_, i) => (left -= weights[i] ?? 0) < 0);
    return (drawn ?? draws.at(-1))?.members ?? null;
  };
}

function possibleDraws(
  pairs: readonly Pair[],
  cell: Cell,
  rules: OptionRules,
  deck: DeckIndex,
): Draw[][] {
  const own = drawsAmong(pairs, cell.own, rules, deck);
  const lonely = pairs.filter((_, i) => own[i]?.length === 0);
  if (lonely.length === 0 || cell.spare.length === 0) return own;
  const helped = drawsAmong(lonely, [...cell.own, ...cell.spare], rules, deck);
  return own.map((draws, i) => {
    const place = lonely.indexOf(pairs[i] as Pair);
    return place < 0 ? draws : (helped[place] ?? []);
  });
}

function drawsAmong(
  pairs: readonly Pair[],
  members: readonly Member[],
  rules: OptionRules,
  deck: DeckIndex,
): Draw[][] {
  const options = members.map(({ option }) => optionOf(option, deck));
  const rivals = rivalsAmong(members, deck);
  const meets = (a: number, b: number): boolean => !rivals[a]?.[b];
  return pairs.map((pair) => {
    const prompt = rules.prompt(pair, deck);
    if (!prompt) return [];
    const company = members.flatMap((other, i) =>
      other.pair === pair || rules.clashes(pair, other, deck) ? [] : i,
    );
    return members.flatMap((own, index) => {
      if (own.pair !== pair) return [];
      const asked = askedOf(index, prompt, pair.fact.section, options);
      const friends = company.filter((other) => meets(index, other));
      return possibleSets(asked, friends, options, meets).map((set) => ({
        ...set,
        members: set.members.flatMap((member) => members[member] ?? []),
      }));
    });
  });
}

function rivalsAmong(members: readonly Member[], deck: DeckIndex): boolean[][] {
  const rivals: boolean[][] = [];
  members.forEach((a, i) => {
    rivals[i] = members.map((b, j) =>
      j < i ? (rivals[j]?.[i] ?? true) : areRivals(a.pair, b.pair, deck),
    );
  });
  return rivals;
}
