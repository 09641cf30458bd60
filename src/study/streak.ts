/** A learner's days in a row: days that are over are closed once, the present one is counted as it stands. */
import { addClosedDays, daysSince, latestClosedDays, studyDayIn } from '../db/streaks.js';
import type { LearnerToday } from '../db/learners.js';
import {
  closeDay,
  isStudied,
  NO_STREAK,
  streakNow,
  type ClosedDay,
  type DayFacts,
  type StreakNow,
} from '../review/streak.js';
import type { StudyDeps } from './deps.js';
import { currentDeck } from './sittings.js';

/** The streak as of now. Whatever is to change what a day was (a rest, another zone) asks for it first. */
export async function streakOf(deps: StudyDeps, learner: LearnerToday): Promise<StreakNow> {
  return (await studyCalendar(deps, learner)).streak;
}

export interface StudyCalendar {
  readonly streak: StreakNow;
  /** The latest days that are over, oldest first. */
  readonly closed: readonly ClosedDay[];
  /** The present day so far; null before the first answer, and when the date has been over once already. */
  readonly present: DayFacts | null;
}

/** The streak and the days it stands on. */
export async function studyCalendar(
  deps: StudyDeps,
  learner: LearnerToday,
): Promise<StudyCalendar> {
  const known = await latestClosedDays(deps.db, learner.id);
  const since = known.at(-1)?.day ?? null;
  // Somebody has moved west: the date was over already, and counts once.
  if (since !== null && since >= learner.today) {
    return { closed: known, present: null, streak: streakNow(known, null) };
  }
  const { deck } = await currentDeck(deps, learner);
  const days = await daysSince(deps.db, learner, { since, deckId: deck?.id ?? null });
  const present = days.at(-1) ?? null;
  const closed = closeAll(known, days.slice(0, -1));
  await addClosedDays(deps.db, learner.id, closed.slice(known.length));
  return { closed, present, streak: streakNow(closed, present) };
}

/**
 * To be called before a learner moves to another zone: the dates that the move cuts short or skips are neither won nor
 * lost. Called again for the same move it changes nothing more.
 */
export async function keepStreakOverMove(
  deps: StudyDeps,
  learner: LearnerToday,
  timeZone: string,
): Promise<void> {
  const { closed, present } = await studyCalendar(deps, learner);
  const today = await studyDayIn(deps.db, timeZone, deps.now());
  if (present === null || today <= present.day) return;
  const days = [isStudied(present) ? present : nothingAskedOn(present.day)];
  for (let day = nextDay(present.day); day < today; day = nextDay(day)) {
    days.push(nothingAskedOn(day));
  }
  await addClosedDays(deps.db, learner.id, closeAll(closed, days).slice(closed.length));
}

function closeAll(known: readonly ClosedDay[], days: readonly DayFacts[]): ClosedDay[] {
  const closed = [...known];
  for (const day of days) closed.push(closeDay(closed.at(-1)?.streak ?? NO_STREAK, day));
  return closed;
}

const nothingAskedOn = (day: string): DayFacts => ({
  ...{ day, answers: 0, due: 0, dueAnswered: 0, isRest: false, isOutage: false },
});

const nextDay = (date: string): string =>
  new Date(Date.parse(date) + 86_400_000).toISOString().slice(0, 10);
