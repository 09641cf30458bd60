/** Facts that will not stay: after eight lapses only the easier kinds are asked. */
import type { CardState } from './card.js';

const LEECH_LAPSES = 8;

/** Has the learner lost this fact so often that it should be made easier? */
export const isLeech = (card: Pick<CardState, 'lapses'> | null): boolean =>
  card !== null && card.lapses >= LEECH_LAPSES;

/** Has the mistake that led to this card made it so? Every mistake is one lapse more, so this is true once. */
export const becameLeech = (after: Pick<CardState, 'lapses'>): boolean =>
  after.lapses === LEECH_LAPSES;
