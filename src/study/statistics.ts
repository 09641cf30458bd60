/** Days and weeks as /stats shows them. Dates are study days of the learner, ISO. */
import type { DayOutcome } from '../review/streak.js';

export interface StatsDay {
  readonly day: string;
  readonly answers: number;
  /** null for the present day while it is not done, and for days before the first answer. */
  readonly outcome: DayOutcome | null;
}

/** Facts asked again after a day or more: how many, and how many of them were remembered. */
export interface StatsWeek {
  readonly monday: string;
  readonly asked: number;
  readonly kept: number;
}
