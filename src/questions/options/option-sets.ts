/**
 * Fair sets of options: which members of a cell may stand together under one question.
 * In: the asked option, its prompt, the members that may join it. Out: sets with the advantage of simple tricks.
 * Invariants: options of a set look alike in length and grammar, whichever of them is right; words of the answer that
 * stand in the prompt stand in another option too; the question fits a phone.
 */
import { contentStems } from '../../russian/stem.js';
import type { DeckIndex } from '../deck-index.js';
import type { Piece } from '../question.js';
import { seededRandom, shuffle } from '../random.js';
import { outlineOf, type Opening } from '../wording/opening.js';
import { headerSection } from '../wording/header.js';
import { areKin, countKin, hasKin } from '../wording/kin.js';
import { LIMITS, optionLines, promptSize, type Size, sizeOfOptions } from '../wording/size.js';
import type { Stake } from './balance.js';
import { hasLoneForm, type Sight, sightOf, standsOutByLength } from './likeness.js';

/** What is shown of the asked pair. */
export interface Prompt {
  readonly ask: string;
  readonly material: Piece | null;
  /** What else the prompt tells a reader, beyond its own words: `create` tells «создать». */
  readonly hints?: string;
}

/** Options of a question, the right one included: four where possible. */
const MOST_OPTIONS = 4;
const LEAST_OPTIONS = 3;
/** Friends that make the smallest set. */
export const FEWEST_FRIENDS = LEAST_OPTIONS - 1;
/** Sets of three join in only where sets of four are rare, and then seldom. */
const SMALLER_SET = 0.1;
const ENOUGH_SETS = 8;
/** Sets looked at in a large cell: enough for variety and balance; more cost time. */
const SETS_TRIED = 20;
/** Below this many members every set is looked at. */
const SMALL_CELL = 8;

/** An option as fairness sees it. */
export interface Option {
  /** Signs of its text. */
  readonly length: number;
  /** Lines it takes behind its letter. */
  readonly lines: number;
  readonly stems: readonly string[];
  readonly form: Opening;
  readonly sight: Sight;
}

/** The prompt with what a deck adds to it, for all ways to show the right option. */
export interface Shown extends Prompt {
  readonly heading: string | null;
  readonly stems: ReadonlySet<string>;
}

/** The right option and its prompt. */
export interface Asked {
  readonly index: number;
  readonly size: Size;
  /** Words of the answer that the prompt gives away unless another option has them too. */
  readonly leaks: readonly string[];
  /** Words the right option and its friends share with the prompt, by member. */
  readonly overlap: readonly number[];
  /** The same with their kin; empty where nothing is compared with it. */
  readonly kin: readonly number[];
}

/** A possible set of members, the asked one first. */
export interface OptionSet extends Stake {
  readonly members: readonly number[];
}

/** An option with what fairness looks at. */
export function optionOf({ text, code }: Piece, deck: DeckIndex): Option {
  return {
    ...{ length: text.length, lines: optionLines(text), stems: [...deck.stems(text)] },
    form: code ? 'one' : deck.ofText('outline', outlineOf)(text),
    sight: deck.ofText('sight', sightOf)(text),
  };
}

/** Words of everything that a prompt shows or tells. */
export const stemsOfPrompt = ({ ask, material, hints }: Prompt): ReadonlySet<string> =>
  new Set([ask, material?.text ?? '', hints ?? ''].flatMap(contentStems));

/** The asked option with what its prompt gives away. */
export function askedOf(
  { index, answer }: { readonly index: number; readonly answer: string },
  shown: Shown,
  friends: readonly number[],
  options: readonly Option[],
): Asked {
  const { stems, heading } = shown;
  const section = headerSection(heading, shown, answer);
  const leaks = (options[index]?.stems ?? []).filter((stem) => hasKin(stem, stems));
  const overlap = options.map(() => 0);
  const kin = isTelling(leaks) ? options.map(() => 0) : [];
  for (const place of [index, ...friends]) {
    const own = options[place]?.stems ?? [];
    overlap[place] = countIn(stems, own);
    if (isTelling(leaks)) kin[place] = countKin(own, stems);
  }
  return { index, leaks, size: promptSize({ section, ...shown }), overlap, kin };
}

function countIn(stems: ReadonlySet<string>, some: readonly string[]): number {
  let count = 0;
  for (const stem of some) if (stems.has(stem)) count += 1;
  return count;
}

/** One word in common with the prompt is no habit; more of them must stand in other options too. */
const MUCH_IN_COMMON = 2;

const isTelling = (leaks: readonly string[]): boolean => leaks.length >= MUCH_IN_COMMON;

/** May two members stand under one question? */
export type Meets = (a: number, b: number) => boolean;

/** Would a glance at these options tell one from the others? */
export type Tells = (options: readonly Sight[]) => boolean;

/** Who may join the asked option, the most tempting first, and how tempting everybody is. */
export interface Company {
  readonly friends: readonly number[];
  /** By member, above 0. */
  readonly tempting: readonly number[];
}

/** Sets of four holding the asked option, and of three where those are rare. */
export function possibleSets(
  asked: Asked,
  { friends, tempting }: Company,
  options: readonly Option[],
  { meets, tells }: { readonly meets: Meets; readonly tells: Tells },
): OptionSet[] {
  const found: OptionSet[] = [];
  for (let size = MOST_OPTIONS; size >= LEAST_OPTIONS; size -= 1) {
    const rarity = size === MOST_OPTIONS ? 1 : SMALLER_SET;
    const set = startSet(size, asked, options);
    for (const places of groupsOf(friends.length, size - 1, asked.index)) {
      places.forEach((place, i) => seat(set, i + 1, friends[place] ?? 0, options));
      if (!allMeet(set.members, meets) || !isFair(asked, set) || tells(set.sights)) continue;
      const prior = set.members.reduce(
        (welcome, member, i) => (i === 0 ? welcome : welcome * (tempting[member] ?? 1)),
        rarity,
      );
      found.push({ members: [...set.members], prior, advantages: advantagesOf(asked, set) });
    }
    if (found.length >= ENOUGH_SETS) break;
  }
  return found;
}

/** The set that is being looked at, the asked option first: one for all, because most are dropped at once. */
interface Candidate {
  readonly members: number[];
  readonly options: Option[];
  readonly forms: Opening[];
  readonly sights: Sight[];
}

function startSet(size: number, { index }: Asked, options: readonly Option[]): Candidate {
  const set: Candidate = { members: [], options: [], forms: [], sights: [] };
  for (let i = 0; i < size; i += 1) seat(set, i, index, options);
  return set;
}

/** Puts a member on a seat of the set. */
function seat(set: Candidate, at: number, member: number, options: readonly Option[]): void {
  const option = options[member] as Option;
  set.members[at] = member;
  set.options[at] = option;
  set.forms[at] = option.form;
  set.sights[at] = option.sight;
}

/** Does everybody behind the asked one meet everybody else? The asked one was asked before. */
function allMeet(members: readonly number[], meets: Meets): boolean {
  for (let i = 1; i < members.length; i += 1) {
    for (let j = i + 1; j < members.length; j += 1) {
      if (!meets(members[i] ?? 0, members[j] ?? 0)) return false;
    }
  }
  return true;
}

/** Cells are alike: the same groups are taken again and again. */
const knownGroups = new Map<number, readonly (readonly number[])[]>();
const MOST_KNOWN = 5000;

/** Groups of `size` places out of `count`: all of them in a small cell, a stable sample in a large one. */
function groupsOf(count: number, size: number, seed: number): readonly (readonly number[])[] {
  if (count < size) return [];
  const key = (count * 1000 + seed) * 10 + size;
  const known = knownGroups.get(key);
  if (known) return known;
  const places = Array.from({ length: count }, (_, place) => place);
  const groups = count < SMALL_CELL ? combinations(places, size) : sample(places, size, seed);
  if (knownGroups.size >= MOST_KNOWN) knownGroups.clear();
  knownGroups.set(key, groups);
  return groups;
}

function sample(places: readonly number[], size: number, seed: number): number[][] {
  const random = seededRandom(seed);
  const seen = new Map<string, number[]>();
  for (let i = 0; i < SETS_TRIED; i += 1) {
    const group = shuffle(places, random)
      .slice(0, size)
      .sort((a, b) => a - b);
    seen.set(group.join(), group);
  }
  return [...seen.values()];
}

function combinations(items: readonly number[], size: number): number[][] {
  if (size === 0) return [[]];
  return items.flatMap((item, i) =>
    combinations(items.slice(i + 1), size - 1).map((rest) => [item, ...rest]),
  );
}

/** Does no option of the set stand out, and does it fit a phone? The same for whichever member is asked. */
function isFair(asked: Asked, { members, options, forms }: Candidate): boolean {
  if (standsOutByLength(options) || hasLoneForm(forms)) return false;
  const size = sizeOfOptions(options);
  if (asked.size.signs + size.signs > LIMITS.signs) return false;
  if (asked.size.lines + size.lines > LIMITS.lines) return false;
  if (!asked.leaks.every((leak) => isCovered(leak, options))) return false;
  if (!isTelling(asked.leaks)) return true;
  const most = Math.max(...members.slice(1).map((index) => asked.kin[index] ?? 0));
  return asked.leaks.length < most + MUCH_IN_COMMON;
}

/** Has an option behind the right one a word like this? */
function isCovered(leak: string, options: readonly Option[]): boolean {
  for (let i = 1; i < options.length; i += 1) {
    for (const stem of options[i]?.stems ?? []) if (areKin(leak, stem)) return true;
  }
  return false;
}

/** What taking the longest, the shortest or the most overlapping option gains over guessing, the asked one first. */
function advantagesOf({ overlap }: Asked, { members, options }: Candidate): readonly number[] {
  const own = options[0]?.length ?? 0;
  const ownOverlap = overlap[members[0] ?? 0] ?? 0;
  let longest = 1;
  let shortest = 1;
  let closest = 1;
  for (let i = 1; i < members.length; i += 1) {
    const length = options[i]?.length ?? 0;
    longest = withRival(longest, length - own);
    shortest = withRival(shortest, own - length);
    closest = withRival(closest, (overlap[members[i] ?? 0] ?? 0) - ownOverlap);
  }
  return advantagesAmong(members.length, longest, shortest, closest);
}

/** How many share the highest score with the asked option when one more is so much ahead of it; 0 once one is ahead. */
const withRival = (equals: number, lead: number): number =>
  equals === 0 || lead > 0 ? 0 : lead === 0 ? equals + 1 : equals;

/** How often the asked option is taken by somebody who takes the highest score and guesses among equals. */
const winsOf = (equals: number): number => (equals === 0 ? 0 : 1 / equals);

/** There are few different advantages, and balance is quick where sets share theirs: each stands here once. */
const knownAdvantages = new Map<number, readonly number[]>();

function advantagesAmong(count: number, ...equals: readonly number[]): readonly number[] {
  const key = equals.reduce((all, one) => all * (MOST_OPTIONS + 1) + one, count);
  const known = knownAdvantages.get(key);
  if (known) return known;
  const advantages = equals.map((one) => winsOf(one) - 1 / count);
  knownAdvantages.set(key, advantages);
  return advantages;
}
