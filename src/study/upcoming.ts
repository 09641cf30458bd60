/** When the next questions come, in the learner's own calendar. */
import { comingBack, type FactProgress } from '../db/cards.js';
import type { LearnerToday } from '../db/learners.js';
import { masteryOf } from '../review/card.js';
import { daysAfter, newFactsToday } from '../review/exam.js';
import { isInScope, isNew, portionSize } from '../review/pick.js';
import type { StudyDeps } from './deps.js';
import type { DayPlan } from './plan.js';
import type { MasteryCounts } from './mastery.js';
import type { Upcoming } from './sitting.js';

/**
 * Tomorrow's portion if there is one (due cards, then new facts, up to the daily goal), else the next day on which
 * something comes back.
 */
export async function upcomingOf(
  deps: StudyDeps,
  learner: LearnerToday,
  deck: { id: string; progress: readonly FactProgress[]; day: DayPlan },
): Promise<Upcoming> {
  const days = await comingBack(deps.db, learner, deck.id);
  const dueTomorrow = sum(days.filter((it) => it.inDays <= 1).map((it) => it.count));
  const tomorrow = Math.min(
    dueTomorrow + freshTomorrow(learner, deck),
    portionSize(dueTomorrow, deck.day.limits),
  );
  const later = days.find((it) => it.inDays > 1);
  const inDays = tomorrow > 0 ? 1 : (later?.inDays ?? null);
  return {
    inDays,
    count: tomorrow > 0 ? tomorrow : (later?.count ?? 0),
    date: inDays === null ? null : addDays(learner.today, inDays),
    isNight: learner.isNight,
  };
}

/** New facts of tomorrow: none while there is a pile, as many as the plan wants before an exam. */
function freshTomorrow(
  learner: LearnerToday,
  { progress, day }: { progress: readonly FactProgress[]; day: DayPlan },
): number {
  if (day.isPile) return 0;
  const { exam } = day;
  if (exam === null) return Math.min(countMastery(progress).new, learner.newPerDay);
  const inScope = day.candidates.filter((it) => isNew(it) && isInScope(it, exam.scope)).length;
  const unanswered = Math.max(0, inScope - (day.limits.exam?.newLeft ?? 0));
  const tomorrow = daysAfter(learner.today, 1);
  return tomorrow > exam.date ? 0 : newFactsToday(exam, tomorrow, { unanswered, newToday: 0 });
}

/** How many facts are mastered, on the way and new. */
export function countMastery(progress: readonly FactProgress[]): MasteryCounts {
  const counts = { mastered: 0, learning: 0, new: 0 };
  for (const it of progress) counts[masteryOf(it.card)] += 1;
  return counts;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, it) => total + it, 0);

/** Plain calendar arithmetic on a local date: no zone, no clock. */
export function addDays(isoDate: string, days: number): string {
  const date = new Date(`${isoDate}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}
