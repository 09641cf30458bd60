/**
 * What today asks of a learner in one deck. In: the deck with everything known about its cards. Out: the facts as the
 * picking rules see them and the limits of the day: the usual goal, a faster one after a break, or those of an exam.
 */
import type { FactProgress } from '../db/cards.js';
import { examAhead } from '../db/exams.js';
import { setCatchUpGoal, type LearnerToday } from '../db/learners.js';
import { isUnderWay, newFactsToday, type Exam } from '../review/exam.js';
import { isInScope, isNew, isPile, type Candidate, type PortionLimits } from '../review/pick.js';
import { retrievability } from '../review/schedule.js';
import type { StudyDeps } from './deps.js';

/** One study day in one deck. */
export interface DayPlan {
  readonly candidates: readonly Candidate[];
  readonly limits: PortionLimits;
  /** Due now. */
  readonly due: number;
  /** So much is due that it is worked off over days. */
  readonly isPile: boolean;
  /** The exam being prepared for; null before its plan begins and when there is none. */
  readonly exam: Exam | null;
}

/** The plan of the present study day. A faster goal ends with the pile it was chosen for. */
export async function planToday(
  deps: StudyDeps,
  learner: LearnerToday,
  deck: { readonly id: string; readonly progress: readonly FactProgress[] },
): Promise<DayPlan> {
  const now = deps.now();
  const candidates = deck.progress.map((it) => candidateOf(it, now));
  const { id: learnerId, today } = learner;
  const ahead = await examAhead(deps.db, { learnerId, deckId: deck.id, today });
  const exam = ahead !== null && isUnderWay(ahead, today) ? ahead : null;
  const limits = limitsOf(learner, candidates, exam);
  const due = candidates.filter((it) => it.isDue).length;
  const hasPile = isPile(due, limits);
  const isCaughtUp = learner.catchUpGoal !== null && learner.deckId === deck.id && !hasPile;
  if (isCaughtUp) await setCatchUpGoal(deps.db, learnerId, null);
  return { candidates, limits, due, isPile: hasPile, exam };
}

function limitsOf(
  learner: LearnerToday,
  candidates: readonly Candidate[],
  exam: Exam | null,
): PortionLimits {
  return {
    dailyGoal: learner.dailyGoal,
    newLeft: Math.max(learner.newPerDay - learner.newToday, 0),
    catchUpGoal: learner.catchUpGoal,
    exam: exam && {
      scope: exam.scope,
      newLeft: newFactsToday(exam, learner.today, {
        unanswered: candidates.filter((it) => isNew(it) && isInScope(it, exam.scope)).length,
        newToday: learner.newToday,
      }),
    },
  };
}

/** A fact as the picking rules see it. */
function candidateOf(it: FactProgress, now: Date): Candidate {
  const { factId, section, kin, isMain, position, isDue, card } = it;
  return {
    ...{ factId, section, kin, isMain, position, isDue },
    retrievability: card === null || card.reps === 0 ? null : retrievability(card, now),
  };
}
