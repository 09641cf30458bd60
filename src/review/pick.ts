/**
 * Which facts make a sitting, and in which order.
 * In: the facts of a deck with what is known about their cards. Out: ids, each at most once.
 * Due ones first, then new ones up to the day's limit; what belongs together in the notes is set apart.
 */
import type { ExamScope } from './exam.js';

/** A fact that may be asked. `retrievability` is null for a fact never answered. */
export interface Candidate {
  readonly factId: string;
  readonly section: string | null;
  /** The list or term it belongs to; null for a fact on its own. */
  readonly kin: string | null;
  /** A definition, or stressed by the author. */
  readonly isMain: boolean;
  /** Place in the notes. */
  readonly position: number;
  readonly isDue: boolean;
  readonly retrievability: number | null;
}

export interface PortionLimits {
  /** Questions a learner wants a day. */
  readonly dailyGoal: number;
  /** New facts still allowed today. */
  readonly newLeft: number;
  /** A larger goal, in force until a pile is gone; null for none. */
  readonly catchUpGoal: number | null;
  /** Before an exam: its own number of new facts, and only main ones or any; null for no exam. */
  readonly exam: { readonly newLeft: number; readonly scope: ExamScope } | null;
}

/** More than this many daily goals due is a pile: what is best remembered comes first, new facts wait. */
const PILE_GOALS = 2;

/** Is so much due that it has to be worked off over days? Before an exam nothing is put off. */
export const isPile = (due: number, { dailyGoal, exam }: PortionLimits): boolean =>
  exam === null && due > PILE_GOALS * dailyGoal;

/** The longest sitting: before an exam the day's work is done in several. */
const LONGEST_PORTION = 50;

/** Questions of one portion at most. */
export function portionSize(due: number, limits: PortionLimits): number {
  if (limits.exam !== null) return LONGEST_PORTION;
  const isHurried = limits.catchUpGoal !== null && isPile(due, limits);
  return Math.max(limits.dailyGoal, isHurried ? (limits.catchUpGoal ?? 0) : 0);
}

/** Today's portion: due facts, then new ones, at most the daily goal together. */
export function pickPortion(candidates: readonly Candidate[], limits: PortionLimits): string[] {
  return apart(todaysFacts(candidates, limits).slice(0, portionSize(dueOf(candidates), limits)));
}

/** Everything today asks for, of which a portion is the beginning: due facts, then the new ones still allowed. */
export function todaysFacts(
  candidates: readonly Candidate[],
  limits: PortionLimits,
): readonly Candidate[] {
  const isBehind = isPile(dueOf(candidates), limits);
  const due = byRetrievability(
    candidates.filter((it) => it.isDue),
    isBehind ? 'highest' : 'lowest',
  );
  return isBehind ? due : [...due, ...newFacts(candidates, limits)];
}

function newFacts(candidates: readonly Candidate[], { newLeft, exam }: PortionLimits): Candidate[] {
  const fresh = inNoteOrder(candidates.filter(isNew));
  if (exam === null) return fresh.slice(0, newLeft);
  return fresh.filter((it) => isInScope(it, exam.scope)).slice(0, exam.newLeft);
}

/** Does the fact belong to what an exam of this scope wants learned? */
export const isInScope = (it: Pick<Candidate, 'isMain'>, scope: ExamScope): boolean =>
  scope === 'all' || it.isMain;

const dueOf = (candidates: readonly Candidate[]): number =>
  candidates.filter((it) => it.isDue).length;

/** As many as were asked for: due ones, new ones without the daily limit, then those not yet due, soonest forgotten first. */
export function pickMany(candidates: readonly Candidate[], size: number): string[] {
  const due = byRetrievability(
    candidates.filter((it) => it.isDue),
    'lowest',
  );
  const fresh = inNoteOrder(candidates.filter(isNew));
  const later = byRetrievability(
    candidates.filter((it) => !it.isDue && !isNew(it)),
    'lowest',
  );
  return apart([...due, ...fresh, ...later].slice(0, size));
}

/**
 * A newcomer's first questions: facts that can be tapped, one of each section in turn, in the order of the notes.
 * Notes with nothing to tap start with whatever they have.
 */
export function pickTrial(
  candidates: readonly Candidate[],
  size: number,
  isTapped: (factId: string) => boolean,
): string[] {
  const tapped = takeInTurn(candidates, size, isTapped);
  return tapped.length > 0 ? tapped : takeInTurn(candidates, size, () => true);
}

function takeInTurn(
  candidates: readonly Candidate[],
  size: number,
  isWanted: (factId: string) => boolean,
): string[] {
  const bySection = new Map<string | null, Candidate[]>();
  for (const it of inNoteOrder(candidates)) {
    bySection.set(it.section, [...(bySection.get(it.section) ?? []), it]);
  }
  const queues = [...bySection.values()];
  const picked: string[] = [];
  for (let round = 0; picked.length < size && queues.some((it) => it.length > round); round += 1) {
    for (const queue of queues) {
      const next = queue[round];
      if (next !== undefined && picked.length < size && isWanted(next.factId)) {
        picked.push(next.factId);
      }
    }
  }
  return picked;
}

/** Never answered. */
export const isNew = (candidate: Candidate): boolean => candidate.retrievability === null;

const inNoteOrder = (candidates: readonly Candidate[]): Candidate[] =>
  candidates.toSorted((a, b) => a.position - b.position);

function byRetrievability(
  candidates: readonly Candidate[],
  first: 'lowest' | 'highest',
): Candidate[] {
  const sign = first === 'lowest' ? 1 : -1;
  return candidates.toSorted(
    (a, b) => sign * ((a.retrievability ?? 0) - (b.retrievability ?? 0)) || a.position - b.position,
  );
}

/**
 * Keeps the order, but after a fact takes the first one of another section and another list or term; failing that one of
 * another list or term; failing that whatever is next.
 */
function apart(picked: readonly Candidate[]): string[] {
  const waiting = [...picked];
  const ordered: string[] = [];
  let last: Candidate | undefined;
  while (waiting.length > 0) {
    const [next] = waiting.splice(placeOfNext(waiting, last), 1);
    if (next === undefined) break;
    ordered.push(next.factId);
    last = next;
  }
  return ordered;
}

function placeOfNext(waiting: readonly Candidate[], last: Candidate | undefined): number {
  if (last === undefined) return 0;
  const isKin = (it: Candidate): boolean => it.kin !== null && it.kin === last.kin;
  const stranger = waiting.findIndex((it) => it.section !== last.section && !isKin(it));
  if (stranger >= 0) return stranger;
  return Math.max(
    waiting.findIndex((it) => !isKin(it)),
    0,
  );
}
