/** The history and the outlook of /stats: days, weeks and what comes back. */
import { comingBack } from '../db/cards.js';
import type { LearnerToday } from '../db/learners.js';
import { answersByDay, memoryByWeek } from '../db/statistics.js';
import type { StudyDeps } from './deps.js';
import type { StatsDay, StatsWeek } from './statistics.js';
import { studyCalendar } from './streak.js';
import type { Stats } from './mastery.js';
import { addDays } from './upcoming.js';

/** Weeks of the calendar, the present one included. */
const CALENDAR_WEEKS = 26;
const MEMORY_WEEKS = 12;
const DAYS_AHEAD = 14;

type History = Pick<Stats, 'streak' | 'today' | 'days' | 'ahead' | 'weeks'>;

/** What was and what comes, as of the learner's present study day. */
export async function historyOf(
  deps: StudyDeps,
  learner: LearnerToday,
  deckId: string | null,
): Promise<History> {
  const { streak, closed } = await studyCalendar(deps, learner);
  const { today } = learner;
  const outcomes = new Map(closed.map(({ day, outcome }) => [day, outcome]));
  if (streak.isTodayDone) outcomes.set(today, 'studied');
  const first = addDays(mondayOf(today), -7 * (CALENDAR_WEEKS - 1));
  const answers = await answersByDay(deps.db, learner.id, first);
  const days: StatsDay[] = [];
  for (let day = first; day <= today; day = addDays(day, 1)) {
    days.push({ day, answers: answers.get(day) ?? 0, outcome: outcomes.get(day) ?? null });
  }
  return {
    ...{ streak, today, days },
    ahead: await daysAhead(deps, learner, deckId),
    weeks: await memoryWeeks(deps, learner),
  };
}

async function daysAhead(
  deps: StudyDeps,
  learner: LearnerToday,
  deckId: string | null,
): Promise<number[]> {
  const coming = deckId === null ? [] : await comingBack(deps.db, learner, deckId);
  const byDay = new Map(coming.map(({ inDays, count }) => [inDays, count]));
  return Array.from({ length: DAYS_AHEAD }, (_, inDays) => byDay.get(inDays) ?? 0);
}

async function memoryWeeks(deps: StudyDeps, learner: LearnerToday): Promise<StatsWeek[]> {
  const first = addDays(mondayOf(learner.today), -7 * (MEMORY_WEEKS - 1));
  const counts = await memoryByWeek(deps.db, learner, first);
  return Array.from({ length: MEMORY_WEEKS }, (_, week) => {
    const monday = addDays(first, 7 * week);
    return { monday, ...(counts.get(monday) ?? { asked: 0, kept: 0 }) };
  });
}

function mondayOf(day: string): string {
  const sinceMonday = (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
  return addDays(day, -sinceMonday);
}
