/** An exam and the way to it, as values for the screen. Dates are ISO. */
import type { ExamScope } from '../review/exam.js';

export type { ExamScope } from '../review/exam.js';

/** What has to be learned for an exam of one scope. */
export interface ExamLoad {
  readonly facts: number;
  /** Of these never answered yet. */
  readonly fresh: number;
  /** New facts a day. */
  readonly perDay: number;
  /** With the repetitions they bring. */
  readonly minutes: number;
}

/** The way to an exam on a date; nothing of it is stored before a scope is chosen. */
export interface ExamPlan {
  readonly deckId: string;
  readonly deckTitle: string | null;
  readonly date: string;
  /** From the date it is now for the learner. */
  readonly inDays: number;
  /** Days for what is new; the last one before the exam is not one of them. */
  readonly days: number;
  /** Between midnight and four: the plan begins in the morning. */
  readonly isNight: boolean;
  readonly main: ExamLoad;
  readonly all: ExamLoad;
  /** The scope that is chosen; null while it is not. */
  readonly chosen: ExamScope | null;
}

/** When an exam is: a date, days from now, or as somebody wrote it. */
export type ExamDate =
  { readonly date: string } | { readonly inDays: number } | { readonly text: string };

/** The exam of a deck, if there is one ahead. */
export type ExamNow =
  | { readonly kind: 'planned'; readonly plan: ExamPlan }
  | {
      readonly kind: 'none';
      readonly deckId: string;
      readonly deckTitle: string | null;
    };
