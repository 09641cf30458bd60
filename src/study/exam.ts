/** Preparing for an exam: what it would take until a date, and the choice between the main facts and all of them. */
import { progressOf } from '../db/cards.js';
import type { DeckRow } from '../db/decks.js';
import { deleteExam, examAhead, saveExam } from '../db/exams.js';
import { setDeck, type LearnerToday } from '../db/learners.js';
import { daysAfter, daysBetween, daysToLearn, type ExamScope } from '../review/exam.js';
import { isInScope } from '../review/pick.js';
import { readDate } from '../russian/date.js';
import type { StudyDeps } from './deps.js';
import type { ExamDate, ExamLoad, ExamNow, ExamPlan } from './exam-plan.js';
import { SECONDS_PER_QUESTION } from './home.js';
import { currentDeck, knownLearner } from './sittings.js';

/** A new fact comes again before the exam: a little less than once more on an average day of a short plan. */
const QUESTIONS_PER_FACT = 1.75;
/** A longer time to prepare is no plan. */
const LONGEST_PLAN_DAYS = 366;

interface Standing {
  readonly learner: LearnerToday;
  readonly deck: DeckRow;
  /** Null where there is no other deck to confuse it with. */
  readonly deckTitle: string | null;
  /** The civil date: after midnight already the next one, though the study day is not over. */
  readonly civil: string;
}

/** The exam of a deck; of the chosen one when none is named. Null when the learner does not see the deck. */
export async function exam(
  deps: StudyDeps,
  learnerId: number,
  deckId: string | null,
): Promise<ExamNow | null> {
  const standing = await standingIn(deps, learnerId, deckId);
  if (standing === null) return null;
  const { deck, deckTitle, learner, civil } = standing;
  const at = { learnerId, deckId: deck.id, today: learner.today };
  const ahead = await examAhead(deps.db, at);
  if (ahead === null || ahead.date < civil) {
    return { kind: 'none', deckId: deck.id, deckTitle };
  }
  return { kind: 'planned', plan: await planFor(deps, standing, ahead.date, ahead.scope) };
}

/** What it would take until a date; null for what is no date or none that can be planned for. */
export async function planExam(
  deps: StudyDeps,
  learnerId: number,
  { deckId, when }: { deckId: string; when: ExamDate },
): Promise<ExamPlan | null> {
  const standing = await standingIn(deps, learnerId, deckId);
  const date = standing && dateOf(when, standing.civil);
  if (standing === null || date === null || !isPlannable(standing, date)) return null;
  return planFor(deps, standing, date, null);
}

function dateOf(when: ExamDate, today: string): string | null {
  if ('text' in when) return readDate(when.text, today);
  return 'date' in when ? when.date : daysAfter(today, when.inDays);
}

/** Begins a plan; the deck becomes the one /quiz asks from. Null as in `planExam`. */
export async function setExam(
  deps: StudyDeps,
  learnerId: number,
  { deckId, date, scope }: { deckId: string; date: string; scope: ExamScope },
): Promise<ExamPlan | null> {
  const standing = await standingIn(deps, learnerId, deckId);
  if (standing === null || !isPlannable(standing, date)) return null;
  await saveExam(deps.db, { learnerId, deckId }, { date, scope, startsOn: standing.civil });
  await setDeck(deps.db, learnerId, deckId);
  return planFor(deps, standing, date, scope);
}

/** No exam any more; the intervals are what memory allows again. */
export async function dropExam(deps: StudyDeps, learnerId: number, deckId: string): Promise<void> {
  await deleteExam(deps.db, { learnerId, deckId });
}

const isPlannable = ({ civil }: Standing, date: string): boolean =>
  date >= civil && daysBetween(civil, date) <= LONGEST_PLAN_DAYS;

async function standingIn(
  deps: StudyDeps,
  learnerId: number,
  deckId: string | null,
): Promise<Standing | null> {
  const learner = await knownLearner(deps, learnerId);
  const { deck: chosen, all } = await currentDeck(deps, learner);
  const deck = deckId === null ? chosen : (all.find(({ id }) => id === deckId) ?? null);
  if (deck === null) return null;
  const civil = learner.isNight ? daysAfter(learner.today, 1) : learner.today;
  return { learner, deck, deckTitle: all.length > 1 ? deck.title : null, civil };
}

async function planFor(
  deps: StudyDeps,
  { learner, deck, deckTitle, civil }: Standing,
  date: string,
  chosen: ExamScope | null,
): Promise<ExamPlan> {
  const progress = await progressOf(deps.db, learner, deck.id);
  const days = daysToLearn(date, civil);
  const loadOf = (scope: ExamScope): ExamLoad => {
    const wanted = progress.filter((it) => isInScope(it, scope));
    const fresh = wanted.filter(({ card }) => card === null || card.reps === 0).length;
    const perDay = Math.ceil(fresh / Math.max(days, 1));
    return { facts: wanted.length, fresh, perDay, minutes: minutesFor(perDay) };
  };
  return {
    ...{ deckId: deck.id, deckTitle, date, days, chosen },
    inDays: daysBetween(civil, date),
    isNight: learner.isNight,
    main: loadOf('main'),
    all: loadOf('all'),
  };
}

/** Nobody plans in single minutes beyond ten. */
function minutesFor(perDay: number): number {
  const minutes = (perDay * QUESTIONS_PER_FACT * SECONDS_PER_QUESTION) / 60;
  return minutes <= 10 ? Math.ceil(minutes) : Math.round(minutes / 5) * 5;
}
