/** What /quiz and /start have to say first, and what came of a sitting. */
import { progressOf } from '../db/cards.js';
import { setCatchUpGoal } from '../db/learners.js';
import { mistakesByDeck } from '../db/mistakes.js';
import type { DeckRow } from '../db/decks.js';
import { sessionResults, setPaused } from '../db/sessions.js';
import type { Piece } from '../questions/question.js';
import { daysBetween } from '../review/exam.js';
import { pickPortion, todaysFacts } from '../review/pick.js';
import type { StudyDeps } from './deps.js';
import { planToday, type DayPlan } from './plan.js';
import { currentDeck, knownLearner, openStepNow } from './sittings.js';
import { streakOf } from './streak.js';
import type { DeckSummary, Home, Hurry } from './portion.js';
import type { Summary } from './sitting.js';
import type { Step } from './step.js';
import { upcomingOf } from './upcoming.js';

/** Measured on ourselves: reading, answering and looking at the proof. */
export const SECONDS_PER_QUESTION = 20;
/** After so many days without an answer nobody is measured by the first sitting. */
const LONG_BREAK_DAYS = 7;

/** Where a learner stands. */
export async function home(deps: StudyDeps, learnerId: number): Promise<Home> {
  const learner = await knownLearner(deps, learnerId);
  const { deck, all } = await currentDeck(deps, learner);
  const step = await openStepNow(deps, learnerId);
  const awayDays = daysBetween(learner.lastStudyDay ?? learner.today, learner.today);
  if (step !== null && !isLeftAlone(step, awayDays)) return { kind: 'open', step };
  if (deck === null) return { kind: 'no-decks' };
  if (learner.lastStudyDay === null) return { kind: 'newcomer', decks: all.map(deckSummary) };
  const progress = await progressOf(deps.db, learner, deck.id);
  const day = await planToday(deps, learner, { id: deck.id, progress });
  const size = pickPortion(day.candidates, day.limits).length;
  const mistakes = await mistakesByDeck(deps.db, learnerId);
  return {
    kind: 'portion',
    deck: deckSummary(deck),
    size,
    due: day.due,
    isPile: day.isPile,
    hurry: hurryOf(day),
    exam: day.exam && {
      date: day.exam.date,
      inDays: daysBetween(learner.today, day.exam.date),
      today: todaysFacts(day.candidates, day.limits).length,
    },
    mistakes: mistakes.get(deck.id) ?? 0,
    minutes: Math.ceil((size * SECONDS_PER_QUESTION) / 60),
    more: progress.length - size,
    upcoming: await upcomingOf(deps, learner, { id: deck.id, progress, day }),
    hasOtherDecks: all.length > 1,
    awayDays,
  };
}

/** A push that nobody has touched is nothing to go on with after a long break. */
const isLeftAlone = ({ sessionKind, position }: Step, awayDays: number): boolean =>
  sessionKind === 'daily' && position === 1 && awayDays >= LONG_BREAK_DAYS;

/** Days in which a pile can be worked off by those who want it gone soon. */
const HURRIED_DAYS = 5;

/** A larger daily goal that ends a pile in a few days; null when there is no pile or the goal does that already. */
function hurryOf({ due, isPile, limits }: DayPlan): Hurry | null {
  const goal = Math.ceil(due / HURRIED_DAYS);
  const isFaster = goal > Math.max(limits.dailyGoal, limits.catchUpGoal ?? 0);
  return isPile && isFaster ? { goal, days: HURRIED_DAYS } : null;
}

/** Takes a larger daily goal until the pile is gone; without a pile nothing changes. */
export async function hurry(deps: StudyDeps, learnerId: number): Promise<void> {
  const now = await home(deps, learnerId);
  if (now.kind !== 'portion' || now.hurry === null) return;
  await setCatchUpGoal(deps.db, learnerId, now.hurry.goal);
}

/** The summary of one sitting, from its steps alone; null when it is not the learner's. */
export async function summarise(
  deps: StudyDeps,
  learnerId: number,
  session: string,
): Promise<Summary | null> {
  const results = await sessionResults(deps.db, learnerId, session);
  if (results === null) return null;
  const learner = await knownLearner(deps, learnerId);
  const progress = await progressOf(deps.db, learner, results.deckId);
  const wrong = results.answered.filter((it) => it.result === 'wrong');
  const deck = { id: results.deckId, progress };
  const day = await planToday(deps, learner, deck);
  const mistakes = await mistakesByDeck(deps.db, learnerId);
  return {
    session,
    sessionKind: results.kind,
    right: results.answered.length - wrong.length,
    answered: results.answered.length,
    length: results.length,
    toRepeat: distinct(wrong.map((it) => it.topic)),
    upcoming: await upcomingOf(deps, learner, { ...deck, day }),
    mistakes: mistakes.get(results.deckId) ?? 0,
    deckId: results.deckId,
    isAfterBreak:
      learner.previousStudyDay !== null &&
      daysBetween(learner.previousStudyDay, learner.today) >= LONG_BREAK_DAYS,
    isPile: day.isPile,
    more: progress.length,
    streak: await streakOf(deps, learner),
  };
}

/** Stops for now; null when nothing is running. */
export async function pause(deps: StudyDeps, learnerId: number): Promise<Summary | null> {
  const step = await openStepNow(deps, learnerId);
  if (step === null || !(await setPaused(deps.db, learnerId, deps.now()))) return null;
  return summarise(deps, learnerId, step.session);
}

/** A deck as it is shown. */
export const deckSummary = (deck: DeckRow): DeckSummary => ({
  id: deck.id,
  title: deck.title,
  isOwn: deck.isOwn,
  facts: deck.facts,
});

function distinct(topics: readonly Piece[]): Piece[] {
  const seen = new Map(topics.map((topic) => [topic.text, topic]));
  return [...seen.values()];
}
