/** A card's memory state as it is stored: the fields of FSRS, times as ISO 8601 text so that JSON keeps them. */
export interface CardState {
  readonly due: string;
  /** Days after which recall falls to 90 %. */
  readonly stability: number;
  /** From 1 (easy) to 10. */
  readonly difficulty: number;
  readonly elapsedDays: number;
  readonly scheduledDays: number;
  readonly learningSteps: number;
  readonly reps: number;
  readonly lapses: number;
  /** 0 new, 1 learning, 2 review, 3 relearning. */
  readonly state: number;
  readonly lastReview: string | null;
}

/** What a learner has made of a fact: never answered, on the way, or kept for three weeks and more. */
export type Mastery = 'new' | 'learning' | 'mastered';

const MASTERED_STABILITY_DAYS = 21;
const REVIEW_STATE = 2;

/** Освоено: in review with a stability of at least 21 days; учится: reviewed; новое: never. */
export function masteryOf(card: Pick<CardState, 'state' | 'stability' | 'reps'> | null): Mastery {
  if (card === null || card.reps === 0) return 'new';
  const isMastered = card.state === REVIEW_STATE && card.stability >= MASTERED_STABILITY_DAYS;
  return isMastered ? 'mastered' : 'learning';
}
