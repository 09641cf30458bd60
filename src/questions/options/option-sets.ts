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
import { formOf, type Form } from '../wording/form.js';
import { headerSection } from '../wording/header.js';
import { areKin, countKin, hasKin } from '../wording/kin.js';
import { LIMITS, optionsSize, promptSize } from '../wording/size.js';
import type { Stake } from './balance.js';
import { hasLoneForm, standsOutByLength } from './likeness.js';

/** What is shown of the asked pair. */
export interface Prompt {
  readonly ask: string;
  readonly material: Piece | null;
}

/** Options of a question, the right one included: four where possible. */
const MOST_OPTIONS = 4;
const LEAST_OPTIONS = 3;
/** Sets of three join in only where sets of four are rare, and then seldom. */
const SMALLER_SET = 0.1;
const ENOUGH_SETS = 8;
/** Sets looked at in a large cell: enough for variety and balance; more cost time. */
const SETS_TRIED = 20;
/** Below this many members every set is looked at. */
const SMALL_CELL = 8;

/** An option as fairness sees it. */
export interface Option {
  readonly text: string;
  readonly stems: readonly string[];
  readonly form: Form;
}

/** The right option and its prompt. */
export interface Asked {
  readonly index: number;
  readonly stems: ReadonlySet<string>;
  readonly size: { signs: number; lines: number };
  /** Words of the answer that the prompt gives away unless another option has them too. */
  readonly leaks: readonly string[];
  /** Words each option shares with the prompt, by member: the very same, and their kin as well. */
  readonly overlap: readonly number[];
  readonly kin: readonly number[];
}

/** A possible set of members, the asked one first. */
export interface OptionSet extends Stake {
  readonly members: readonly number[];
}

/** An option with what fairness looks at. */
export function optionOf({ text, code }: Piece, deck: DeckIndex): Option {
  return { text, stems: [...deck.stems(text)], form: code ? 'noun' : formOf(text) };
}

/** The asked option with what its prompt gives away. */
export function askedOf(
  index: number,
  prompt: Prompt,
  heading: string | null,
  options: readonly Option[],
): Asked {
  const answer = options[index];
  const stems = new Set(contentStems(`${prompt.ask} ${prompt.material?.text ?? ''}`));
  const section = headerSection(heading, prompt, answer?.text ?? '');
  return {
    index,
    stems,
    size: promptSize({ section, ...prompt }),
    leaks: (answer?.stems ?? []).filter((stem) => hasKin(stem, stems)),
    overlap: options.map((option) => option.stems.filter((stem) => stems.has(stem)).length),
    kin: options.map((option) => countKin(option.stems, stems)),
  };
}

type Meets = (a: number, b: number) => boolean;

/** Sets of four holding the asked option, and of three where those are rare. */
export function possibleSets(
  asked: Asked,
  company: readonly number[],
  options: readonly Option[],
  meets: Meets,
): OptionSet[] {
  const found: OptionSet[] = [];
  for (let size = MOST_OPTIONS; size >= LEAST_OPTIONS; size -= 1) {
    const prior = size === MOST_OPTIONS ? 1 : SMALLER_SET;
    for (const others of companions(company, size - 1, asked.index)) {
      const members = [asked.index, ...others];
      if (!allMeet(others, meets) || !isFair(asked, members, options)) continue;
      found.push({ members, prior, advantages: advantagesOf(asked, members, options) });
    }
    if (found.length >= ENOUGH_SETS) break;
  }
  return found;
}

const allMeet = (others: readonly number[], meets: Meets): boolean =>
  others.every((a, i) => others.slice(i + 1).every((b) => meets(a, b)));

/** Groups of `size` out of the company: all of them in a small cell, a stable sample in a large one. */
function companions(company: readonly number[], size: number, seed: number): number[][] {
  if (company.length < size) return [];
  if (company.length < SMALL_CELL) return combinations(company, size);
  const random = seededRandom(seed);
  const seen = new Map<string, number[]>();
  for (let i = 0; i < SETS_TRIED; i += 1) {
    const group = shuffle(company, random)
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
function isFair(asked: Asked, members: readonly number[], options: readonly Option[]): boolean {
  const set = members.flatMap((index) => options[index] ?? []);
  const texts = set.map((option) => option.text);
  const size = optionsSize(texts);
  if (asked.size.signs + size.signs > LIMITS.signs) return false;
  if (asked.size.lines + size.lines > LIMITS.lines) return false;
  if (standsOutByLength(texts) || hasLoneForm(set.map((option) => option.form))) return false;
  const others = set.slice(1);
  const isCovered = (stem: string): boolean =>
    others.some((option) => option.stems.some((own) => areKin(stem, own)));
  if (!asked.leaks.every(isCovered)) return false;
  const most = Math.max(...members.slice(1).map((index) => asked.kin[index] ?? 0));
  return asked.leaks.length < most + 2;
}

function advantagesOf(
  asked: Asked,
  members: readonly number[],
  options: readonly Option[],
): readonly number[] {
  const lengths = members.map((index) => options[index]?.text.length ?? 0);
  const overlaps = members.map((index) => asked.overlap[index] ?? 0);
  const tricks = [lengths, lengths.map((length) => -length), overlaps];
  return tricks.map((scores) => firstWins(scores) - 1 / members.length);
}

/** How often the first member is taken by somebody who takes the highest score and guesses among equals. */
function firstWins(scores: readonly number[]): number {
  const best = Math.max(...scores);
  return scores[0] === best ? 1 / scores.filter((score) => score === best).length : 0;
}
