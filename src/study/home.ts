/** What /quiz and /start have to say first, and what came of a sitting. */
import { progressOf } from '../db/cards.js';
import type { DeckRow } from '../db/decks.js';
import { sessionResults, setPaused } from '../db/sessions.js';
import type { Piece } from '../questions/question.js';
import { pickPortion } from '../review/pick.js';
import type { StudyDeps } from './deps.js';
import { candidateOf, currentDeck, knownLearner, limitsOf, openStepNow } from './sittings.js';
import type { DeckSummary, Home, Summary } from './study.js';
import { upcomingOf } from './upcoming.js';

/** Measured on ourselves: reading, answering and looking at the proof. */
const SECONDS_PER_QUESTION = 20;

/** Where a learner stands. */
export async function home(deps: StudyDeps, learnerId: number): Promise<Home> {
  const learner = await knownLearner(deps, learnerId);
  const { deck, all } = await currentDeck(deps, learner);
  const step = await openStepNow(deps, learnerId);
  if (step !== null) return { kind: 'open', step };
  if (deck === null) return { kind: 'no-decks' };
  if (learner.answersEver === 0) return { kind: 'newcomer', decks: all.map(deckSummary) };
  const progress = await progressOf(deps.db, learner, deck.id);
  const now = deps.now();
  const size = pickPortion(
    progress.map((it) => candidateOf(it, now)),
    limitsOf(learner),
  ).length;
  return {
    kind: 'portion',
    deck: deckSummary(deck),
    size,
    due: progress.filter((it) => it.isDue).length,
    minutes: Math.ceil((size * SECONDS_PER_QUESTION) / 60),
    more: progress.length - size,
    upcoming: await upcomingOf(deps, learner, { id: deck.id, progress }),
    hasOtherDecks: all.length > 1,
    awayDays: daysBetween(learner.lastStudyDay ?? learner.today, learner.today),
  };
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
  return {
    session,
    sessionKind: results.kind,
    right: results.answered.length - wrong.length,
    answered: results.answered.length,
    length: results.length,
    toRepeat: distinct(wrong.map((it) => it.topic)),
    upcoming: await upcomingOf(deps, learner, { id: results.deckId, progress }),
    more: progress.length,
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
  isOwn: deck.ownerId !== null,
  facts: deck.facts,
});

function distinct(topics: readonly Piece[]): Piece[] {
  const seen = new Map(topics.map((topic) => [topic.text, topic]));
  return [...seen.values()];
}

const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
