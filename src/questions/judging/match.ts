/** How near a typed reply came to one spelling: what `judge.ts` compares before it decides. */
import type { Remark, Verdict } from '../question.js';

export interface Match {
  /** 0 for the very text; a typed letter off costs 1; other spellings of the same cost less than a letter. */
  readonly cost: number;
  readonly remark?: Remark;
  /** False where the remark only explains and takes nothing away, as with a switched layout. */
  readonly isPartial: boolean;
}

/** Prices in letters; their order is what matters: a plain reading wins over a clever one. */
export const COST = {
  same: 0,
  rewritten: 0.05,
  otherAlphabet: 0.2,
  shortened: 0.4,
  wordForm: 0.5,
  extraWord: 0.75,
} as const;

/** The nearest of several matches, the first of equals; null for none. */
export function nearest<T extends Match>(matches: readonly (T | null)[]): T | null {
  let best: T | null = null;
  for (const match of matches) {
    if (match && (!best || match.cost < best.cost)) best = match;
  }
  return best;
}

/** The verdict a match is worth when nothing else is nearer. */
export function verdictOf({ isPartial, remark }: Match): Verdict {
  return { result: isPartial ? 'partial' : 'correct', ...(remark && { remark }) };
}
