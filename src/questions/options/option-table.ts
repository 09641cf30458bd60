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
import { NEVER, reachesFrom, temptation } from './company.js';
import {
  askedOf,
  FEWEST_FRIENDS,
  type Meets,
  type Option,
  optionOf,
  type OptionSet,
  possibleSets,
  type Prompt,
  type Tells,
} from './option-sets.js';
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
  /** Would a glance at the options tell one from the others, beyond length and grammar? */
  readonly tells?: Tells;
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

/** Members that may stand under one question, with what is looked at again and again. */
interface Group {
  readonly members: readonly Member[];
  readonly pairs: readonly Pair[];
  readonly options: readonly Option[];
  readonly meets: Meets;
}

function drawsAmong(
  pairs: readonly Pair[],
  members: readonly Member[],
  rules: OptionRules,
  deck: DeckIndex,
): Draws[] {
  const group: Group = {
    members,
    pairs: members.map(({ pair }) => pair),
    options: members.map(({ option }) => optionOf(option, deck)),
    meets: meetingsAmong(members, deck),
  };
  return pairs.map((pair) => ({ members, sets: setsFor(pair, group, rules, deck) }));
}

/** The sets for a pair with company from as near as there is any. */
function setsFor(pair: Pair, group: Group, rules: OptionRules, deck: DeckIndex): OptionSet[] {
  const { members, pairs, options, meets } = group;
  const { tells = () => false } = rules;
  const prompt = rules.prompt(pair, deck);
  if (!prompt) return [];
  const reaches = reachesFrom(pair, pairs, deck);
  const places = members.map((_, place) => place);
  const own = places.filter((place) => pairs[place] === pair);
  const others = places.filter(
    (place) =>
      reaches[place] !== NEVER &&
      pairs[place] !== pair &&
      !rules.clashes(pair, members[place] as Member, deck),
  );
  const tempting = pairs.map((other) => temptation(pair, other, deck));
  others.sort((a, b) => (tempting[b] ?? 0) - (tempting[a] ?? 0));
  let met = FEWEST_FRIENDS - 1;
  for (let reach = 0; reach < NEVER; reach += 1) {
    const company = others.filter((place) => (reaches[place] ?? NEVER) <= reach);
    // Looking farther without finding anybody would give the same as before.
    if (company.length <= met) continue;
    met = company.length;
    const sets = own.flatMap((index) => {
      const friends = company.filter((other) => meets(index, other));
      if (friends.length < FEWEST_FRIENDS) return [];
      const right = { index, answer: members[index]?.option.text ?? '' };
      const asked = askedOf(right, prompt, pair.fact.section, options);
      return possibleSets(asked, { friends, tempting }, options, { meets, tells });
    });
    if (sets.length > 0) return sets;
  }
  return [];
}

/** Whether two members may meet, by their places: rivals never do. */
function meetingsAmong(members: readonly Member[], deck: DeckIndex): Meets {
  const size = members.length;
  const phrases = members.map(({ pair }) => deck.phrase(pair.text));
  const rivals = new Uint8Array(size * size);
  members.forEach((a, i) => {
    const own = phrases[i] as ReadonlySet<string>;
    for (let j = i; j < size; j += 1) {
      const b = members[j] as Member;
      if (!areRivalPhrases(a.pair, b.pair, own, phrases[j] as ReadonlySet<string>)) continue;
      rivals[i * size + j] = 1;
      rivals[j * size + i] = 1;
    }
  });
  return (a, b) => rivals[a * size + b] === 0;
}
