/**
 * Which facts make a sitting, and in which order.
 * In: the facts of a deck with what is known about their cards. Out: ids, each at most once.
 * Due ones first, then new ones up to the day's limit; neighbours of one section are set apart.
 */

/** A fact that may be asked. `retrievability` is null for a fact never answered. */
export interface Candidate {
  readonly factId: string;
  readonly section: string | null;
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
}

/** More than this many daily goals due is a backlog: what is best remembered comes first, new facts wait. */
const BACKLOG_GOALS = 2;

/** Today's portion: due facts, then new ones, at most the daily goal together. */
export function pickPortion(candidates: readonly Candidate[], limits: PortionLimits): string[] {
  const due = candidates.filter((it) => it.isDue);
  const isBacklog = due.length > BACKLOG_GOALS * limits.dailyGoal;
  const ranked = byRetrievability(due, isBacklog ? 'highest' : 'lowest');
  const fresh = isBacklog ? [] : inNoteOrder(candidates.filter(isNew)).slice(0, limits.newLeft);
  return apart([...ranked, ...fresh].slice(0, limits.dailyGoal));
}

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

const isNew = (candidate: Candidate): boolean => candidate.retrievability === null;

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

/** Keeps the order but never puts two facts of one section next to each other while another section is left. */
function apart(picked: readonly Candidate[]): string[] {
  const waiting = [...picked];
  const ordered: string[] = [];
  let last: string | null | undefined;
  while (waiting.length > 0) {
    const other = waiting.findIndex((it) => it.section !== last);
    const [next] = waiting.splice(Math.max(other, 0), 1);
    if (next === undefined) break;
    ordered.push(next.factId);
    last = next.section;
  }
  return ordered;
}
