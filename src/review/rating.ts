/** From a verdict to a rating. Nobody is asked to rate themselves by button names, and speed never counts. */
import type { Result } from '../questions/question.js';

/** FSRS ratings; Easy (4) is never derived. */
export type Rating = 1 | 2 | 3;

export const AGAIN: Rating = 1;
export const HARD: Rating = 2;
export const GOOD: Rating = 3;

/** Correct is Good; a hint or «почти» makes it Hard; wrong or «Не знаю» is Again. */
export function ratingOf(result: Result, isHinted: boolean): Rating {
  if (result === 'wrong') return AGAIN;
  return result === 'partial' || isHinted ? HARD : GOOD;
}
