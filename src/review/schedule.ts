/**
 * When a fact comes back: FSRS behind one door, and the only file that knows `ts-fsrs`.
 * In: a card's state, a rating and the moment of the answer. Out: the next state. Pure: the fuzz is seeded by the card.
 */
import { fsrs, State, type Card } from 'ts-fsrs';
import type { CardState } from './card.js';
import type { Rating } from './rating.js';

/** Wanted chance of recall when a card comes back, and the longest interval in days (a course ends some day). */
const scheduler = fsrs({
  request_retention: 0.9,
  maximum_interval: 365,
  enable_fuzz: true,
  // A failed card comes back in the same sitting by the sitting's own rule, not by minute-long learning steps.
  enable_short_term: false,
});

/** A card never answered, due at once. */
export function newCard(now: Date): CardState {
  return {
    due: now.toISOString(),
    stability: 0,
    difficulty: 0,
    elapsedDays: 0,
    scheduledDays: 0,
    learningSteps: 0,
    reps: 0,
    lapses: 0,
    state: State.New,
    lastReview: null,
  };
}

/** The card after a review. */
export function rateCard(card: CardState, rating: Rating, now: Date): CardState {
  const next = scheduler.next(toFsrs(card), now, rating).card;
  return {
    due: next.due.toISOString(),
    stability: next.stability,
    difficulty: next.difficulty,
    elapsedDays: next.elapsed_days,
    scheduledDays: next.scheduled_days,
    learningSteps: next.learning_steps,
    reps: next.reps,
    lapses: next.lapses,
    state: next.state,
    lastReview: next.last_review?.toISOString() ?? null,
  };
}

/** Chance from 0 to 1 that the fact would be recalled now; 0 for a card never answered. */
export function retrievability(card: CardState, now: Date): number {
  return card.reps === 0 ? 0 : scheduler.get_retrievability(toFsrs(card), now, false);
}

function toFsrs(card: CardState): Card {
  const state: Card = {
    due: new Date(card.due),
    stability: card.stability,
    difficulty: card.difficulty,
    elapsed_days: card.elapsedDays,
    scheduled_days: card.scheduledDays,
    learning_steps: card.learningSteps,
    reps: card.reps,
    lapses: card.lapses,
    state: card.state,
  };
  if (card.lastReview !== null) state.last_review = new Date(card.lastReview);
  return state;
}
