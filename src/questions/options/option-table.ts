/**
 * The table of a cell: which options stand under a question about each of its pairs, and how often.
 * In: the members of a cell and the rules of a kind. Out: a table that draws a set of members for a pair.
 * Invariants: no option of a set but the right one can be defended; the sets are fair (`option-sets.ts`); averaged over
 * the cell the longest, the shortest and the most overlapping option are the right one no more often than chance.
 */
import type { DeckIndex } from '../deck-index.js';
import type { Piece } from '../question.js';
import type { Random } from '../random.js';
import { balancedWeights } from './balance.js';
import { areCompany, REACHES, temptation } from './company.js';
import { askedOf, optionOf, type OptionSet, possibleSets, type Prompt } from './option-sets.js';
import { areRivalPhrases, type Pair } from './pairs.js';

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

/** The possible sets of a pair, as places among the members they were drawn from. */
interface Draws {
  readonly members: readonly Member[];
  readonly sets: readonly OptionSet[];
}

/** Looks at the possible sets of a cell once; drawing afterwards is cheap. */
export function optionTable(cell: Cell, rules: OptionRules, deck: DeckIndex): OptionTable {
  const pairs = [...new Set(cell.own.map(({ pair }) => pair))];
  const draws = possibleDraws(pairs, cell, rules, deck);
  const weights = balancedWeights(draws.map(({ sets }) => sets));
  const byPair = new Map(
    pairs.map((pair, i) => [pair, weighted(draws[i] as Draws, weights[i] ?? [])]),
  );
  return { draw: (asked, random) => byPair.get(asked)?.(random()) ?? null };
}

/** Picks one of the sets by a number in [0, 1). */
function weighted({ members, sets }: Draws, weights: readonly number[]) {
  const places = sets.map((set) => set.members);
  return (chance: number): readonly Member[] | null => {
    let left = chance;
    const drawn = places.find((_, i) => (left -= weights[i] ?? 0) < 0) ?? places.at(-1);
    return drawn?.flatMap((place) => members[place] ?? []) ?? null;
  };
}

function possibleDraws(
  pairs: readonly Pair[],
  cell: Cell,
  rules: OptionRules,
  deck: DeckIndex,
): Draws[] {
  const own = drawsAmong(pairs, cell.own, rules, deck);
  const lonely = pairs.filter((_, i) => own[i]?.sets.length === 0);
  if (lonely.length === 0 || cell.spare.length === 0) return own;
  const helped = drawsAmong(lonely, [...cell.own, ...cell.spare], rules, deck);
  return own.map((draws, i) => {
    const place = lonely.indexOf(pairs[i] as Pair);
    return helped[place] ?? draws;
  });
}

function drawsAmong(
  pairs: readonly Pair[],
  members: readonly Member[],
  rules: OptionRules,
  deck: DeckIndex,
): Draws[] {
  const options = members.map(({ option }) => optionOf(option, deck));
  const rivals = rivalsAmong(members, deck);
  const meets = (a: number, b: number): boolean => !rivals[a]?.[b];
  const places = members.map((_, place) => place);
  return pairs.map((pair) => {
    const prompt = rules.prompt(pair, deck);
    if (!prompt) return { members, sets: [] };
    const isOwn = (place: number): boolean => members[place]?.pair === pair;
    const others = places.filter(
      (place) => !isOwn(place) && !rules.clashes(pair, members[place] as Member, deck),
    );
    const tempting = members.map((member) => temptation(pair, member.pair, deck));
    others.sort((a, b) => (tempting[b] ?? 0) - (tempting[a] ?? 0));
    const asked = places.filter(isOwn).map((index) => {
      const right = { index, answer: members[index]?.option.text ?? '' };
      return askedOf(right, prompt, pair.fact.section, options);
    });
    for (const reach of REACHES) {
      const company = others.filter((place) =>
        areCompany(pair, (members[place] as Member).pair, reach, deck),
      );
      const sets = asked.flatMap((it) => {
        const friends = company.filter((other) => meets(it.index, other));
        return possibleSets(it, { friends, tempting }, options, meets);
      });
      if (sets.length > 0) return { members, sets };
    }
    return { members, sets: [] };
  });
}

function rivalsAmong(members: readonly Member[], deck: DeckIndex): boolean[][] {
  const phrases = members.map(({ pair }) => deck.phrase(pair.text));
  const rivals: boolean[][] = [];
  members.forEach((a, i) => {
    const own = phrases[i] as ReadonlySet<string>;
    rivals[i] = members.map((b, j) =>
      j < i
        ? (rivals[j]?.[i] ?? true)
        : areRivalPhrases(a.pair, b.pair, own, phrases[j] as ReadonlySet<string>),
    );
  });
  return rivals;
}
