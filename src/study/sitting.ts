/** A sitting as values: what to open, where it stands, how it ended, and when the next questions come. */
import type { SessionKind } from '../db/schema/sittings.js';
import type { StreakNow } from '../review/streak.js';
import type { Step } from './step.js';

/**
 * What to open: the trial of a newcomer, today's portion, a number of questions, a section by its place in /topics, the
 * facts on lines just looked up.
 */
export type SessionPlan =
  | { readonly kind: 'trial'; readonly deckId?: string }
  | { readonly kind: 'portion' }
  | { readonly kind: 'size'; readonly size: number; readonly deckId?: string }
  /** What was answered wrong lately. */
  | { readonly kind: 'mistakes'; readonly deckId: string }
  | {
      readonly kind: 'section';
      readonly deckId: string;
      readonly index: number;
      readonly version: number;
    }
  | {
      readonly kind: 'facts';
      readonly deckId: string;
      readonly version: number;
      readonly lines: readonly number[];
    }
  /** What a new version of one's own notes brought. */
  | { readonly kind: 'added'; readonly import: string };

export type Opened =
  | { readonly kind: 'step'; readonly step: Step }
  /** Nothing to ask: the section is empty, the deck has no facts. */
  | { readonly kind: 'nothing' }
  /** The deck changed since the button was made. */
  | { readonly kind: 'outdated' };

/** Where a sitting stands. */
export type Progress =
  | { readonly kind: 'step'; readonly step: Step }
  | { readonly kind: 'finished'; readonly summary: Summary }
  | { readonly kind: 'none' };

/** Итог: of the answers given so far. `right` counts correct and partial ones. */
export interface Summary {
  readonly session: string;
  readonly sessionKind: SessionKind;
  readonly right: number;
  readonly answered: number;
  readonly length: number;
  /** What to repeat, in order, without repeats. */
  readonly toRepeat: readonly { readonly text: string; readonly code: boolean }[];
  readonly upcoming: Upcoming;
  readonly deckId: string;
  /** Facts of these notes that were answered wrong and not yet right twice in a row. */
  readonly mistakes: number;
  /** The first day after a week or more without an answer. */
  readonly isAfterBreak: boolean;
  /** More is due than two days' goals: it is worked off over days. */
  readonly isPile: boolean;
  /** How many more could be asked at once (due, new or not yet due); 0 when the deck has nothing. */
  readonly more: number;
  readonly streak: StreakNow;
}

/** When the next questions come, counted in study days from 04:00 local. */
export interface Upcoming {
  /** Days from the present study day; null when nothing is scheduled. */
  readonly inDays: number | null;
  readonly count: number;
  /** The local date, for a weekday name: ISO `YYYY-MM-DD`. */
  readonly date: string | null;
  /** Between 0:00 and 4:00 local the next study day is this morning. */
  readonly isNight: boolean;
}
