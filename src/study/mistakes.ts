/** What /mistakes has to say: in which decks facts wait that were answered wrong. */
import { mistakesByDeck } from '../db/mistakes.js';
import type { StudyDeps } from './deps.js';
import { deckSummary } from './home.js';
import { currentDeck, knownLearner } from './sittings.js';
import type { Mistakes } from './mastery.js';

/** Decks with mistakes, the chosen one first. */
export async function mistakes(deps: StudyDeps, learnerId: number): Promise<Mistakes> {
  const learner = await knownLearner(deps, learnerId);
  const { deck: chosen, all } = await currentDeck(deps, learner);
  const counts = await mistakesByDeck(deps.db, learnerId);
  const decks = all
    .map((deck) => ({
      deck: deckSummary(deck),
      count: counts.get(deck.id) ?? 0,
      isChosen: deck.id === chosen?.id,
    }))
    .filter(({ count }) => count > 0)
    .toSorted((a, b) => Number(b.isChosen) - Number(a.isChosen));
  return { isNewcomer: learner.lastStudyDay === null, decks };
}
