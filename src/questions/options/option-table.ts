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
import {
  areLooksAlike,
  charmOf,
  NEVER,
  reachBetween,
  type Standing,
  standingOf,
} from './company.js';
import {
  askedOf,
  FEWEST_FRIENDS,
  type Meets,
  type Option,
  optionOf,
  type OptionSet,
  possibleSets,
  type Prompt,
  stemsOfPrompt,
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
  /** Are texts the options, so that one built in another way than the right one would be seen at once? */
  readonly isOfTexts?: true;
  /** Who may not stand among the options when `asked` is asked? Beyond rivals, which never meet. */
  clashesWith(asked: Pair, deck: DeckIndex): (other: Member) => boolean;
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

/** Picks one of the sets by a number in [0, 1). They are kept in one row: thousands live as long as their deck. */
function weighted({ members, sets }: Draws, weights: readonly number[]) {
  const row = sets.flatMap((set) => set.members);
  let end = 0;
  const ends = sets.map((set) => (end += set.members.length));
  return (chance: number): readonly Member[] | null => {
    let left = chance;
    const found = weights.findIndex((weight) => (left -= weight) < 0);
    const drawn = found < 0 ? ends.length - 1 : found;
    const places = row.slice(ends[drawn - 1] ?? 0, ends[drawn] ?? 0);
    return places.length === 0 ? null : places.flatMap((place) => members[place] ?? []);
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

/** Members that may stand under one question, with what is looked at again and again, by their places. */
interface Group {
  readonly members: readonly Member[];
  readonly standings: readonly Standing[];
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
    standings: members.map(({ pair }) => standingOf(pair, deck)),
    options: members.map(({ option }) => optionOf(option, deck)),
    meets: meetingsAmong(members, deck),
  };
  return pairs.map((pair) => ({ members, sets: setsFor(pair, group, rules, deck) }));
}

/** The sets for a pair with company from as near as there is any. */
function setsFor(pair: Pair, group: Group, rules: OptionRules, deck: DeckIndex): OptionSet[] {
  const { members, options, meets } = group;
  const { tells = () => false } = rules;
  const prompt = rules.prompt(pair, deck);
  if (!prompt) return [];
  const shown = { ...prompt, heading: pair.fact.section, stems: stemsOfPrompt(prompt) };
  const own = members.flatMap((member, place) => (member.pair === pair ? place : []));
  const { others, tempting } = companyOf(pair, group, rules, deck);
  let met = FEWEST_FRIENDS - 1;
  for (let reach = 0; reach < NEVER; reach += 1) {
    const company = others.filter((other) => other.reach <= reach);
    // Looking farther without finding anybody would give the same as before.
    if (company.length <= met) continue;
    met = company.length;
    const sets = own.flatMap((index) => {
      const friends = company.flatMap(({ place }) => (meets(index, place) ? place : []));
      if (friends.length < FEWEST_FRIENDS) return [];
      const right = { index, answer: members[index]?.option.text ?? '' };
      const asked = askedOf(right, shown, friends, options);
      return possibleSets(asked, { friends, tempting }, options, { meets, tells });
    });
    if (sets.length > 0) return sets;
  }
  return [];
}

/** Who may stand beside a pair and how far one looks for them, the most tempting first; how tempting they are, by place. */
function companyOf(asked: Pair, group: Group, rules: OptionRules, deck: DeckIndex) {
  const own = standingOf(asked, deck);
  const clashes = rules.clashesWith(asked, deck);
  const tempting = group.members.map(() => 0);
  const others: { readonly place: number; readonly reach: number }[] = [];
  group.standings.forEach((standing, place) => {
    if (standing === own) return;
    const reach = reachBetween(own, standing);
    if (reach === NEVER || (rules.isOfTexts && !areLooksAlike(own, standing))) return;
    if (clashes(group.members[place] as Member)) return;
    tempting[place] = charmOf(standing, own);
    others.push({ place, reach });
  });
  others.sort((a, b) => (tempting[b.place] ?? 0) - (tempting[a.place] ?? 0));
  return { others, tempting };
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
