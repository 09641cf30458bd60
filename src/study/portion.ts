/** What there is to ask today, as values: the portion of a deck, the exam it leads to, the ways around it. */
import type { Upcoming } from './sitting.js';
import type { Step } from './step.js';

export interface DeckSummary {
  readonly id: string;
  readonly title: string;
  readonly isOwn: boolean;
  readonly facts: number;
}

/** What /quiz and /start have to say. */
export type Home =
  /** Nobody has notes with anything to ask. */
  | { readonly kind: 'no-decks' }
  /** Never answered anything. */
  | { readonly kind: 'newcomer'; readonly decks: readonly DeckSummary[] }
  /** A sitting is open at this step. */
  | { readonly kind: 'open'; readonly step: Step }
  | {
      readonly kind: 'portion';
      readonly deck: DeckSummary;
      /** Questions of today's portion; 0 when today's work is done. */
      readonly size: number;
      /** Of all the learner's cards in this deck, how many are due now. */
      readonly due: number;
      /** More than two days' goals are due: what is best remembered comes first, new facts wait. */
      readonly isPile: boolean;
      /** How the pile would be gone sooner; null when there is none. */
      readonly hurry: Hurry | null;
      /** The exam whose plan is under way. */
      readonly exam: ExamToday | null;
      /** Facts answered wrong and not yet right twice in a row. */
      readonly mistakes: number;
      readonly minutes: number;
      /** How many could be asked beyond the portion. */
      readonly more: number;
      readonly upcoming: Upcoming;
      readonly hasOtherDecks: boolean;
      /** Days since the last answer, in study days. */
      readonly awayDays: number;
    };

/** A larger daily goal, and the days it takes. */
export interface Hurry {
  readonly goal: number;
  readonly days: number;
}

/** The day's share of the way to an exam. */
export interface ExamToday {
  readonly date: string;
  readonly inDays: number;
  /** Questions of today, in however many sittings. */
  readonly today: number;
}
