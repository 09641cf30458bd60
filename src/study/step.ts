/**
 * A question in a sitting, and what becomes of it: asked, answered, judged, taken back. Values that the bot puts into words;
 * stale and forged buttons are results among them.
 */
import type { SessionKind } from '../db/schema/sittings.js';
import type { Piece, Question, Result, Verdict } from '../questions/question.js';

/** Which question of which sitting: what a button carries. `position` counts from 1. */
export interface StepRef {
  readonly session: string;
  readonly position: number;
}

/** A question as it stands in a sitting. */
export interface Step extends StepRef {
  readonly length: number;
  readonly sessionKind: SessionKind;
  readonly question: Question;
  /** A hint was shown; the answer is then worth Hard at most. */
  readonly isHinted: boolean;
  /** Title of the notes it comes from; null while the learner has only one deck to choose from. */
  readonly deckTitle: string | null;
  /** The learner wants «Дальше» under every verdict. */
  readonly isPaced: boolean;
  /** The message that shows the question now, if it is known. */
  readonly messageId: number | null;
}

/** What the learner did with a question. */
export type Reply =
  | { readonly kind: 'tap'; readonly choice: number }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'graded'; readonly result: Result }
  | { readonly kind: 'unknown' };

/** A step with its stored verdict. */
export interface AnsweredStep extends Step {
  readonly reply: Reply;
  readonly verdict: Verdict;
  /** Nothing was answered before it: what every verdict holds is explained once. */
  readonly isFirstEver?: boolean;
  /** Lost so often that it comes with options from now on: said once, with the answer that made it so. */
  readonly isEased?: boolean;
}

/** A step as a button finds it. */
export interface SeenStep {
  readonly step: Step;
  readonly isOpen: boolean;
  readonly isPaused: boolean;
  readonly answered: AnsweredStep | null;
}

export type AnswerOutcome =
  /** Counted now, or by this same update before a crash. `next` is the position to put, null after the last. */
  | { readonly kind: 'judged'; readonly step: AnsweredStep; readonly next: number | null }
  /** Answered before: nothing changed, here is what was stored. */
  | { readonly kind: 'repeated'; readonly step: AnsweredStep }
  /** The sitting is over and the question was never answered: nothing changed. */
  | { readonly kind: 'closed'; readonly step: Step }
  /** A text that is none of the options, a choice the question does not have. */
  | { readonly kind: 'misfit'; readonly step: Step }
  /** No such step of this learner: forged, or another person's. */
  | { readonly kind: 'foreign' };

/** What /undo came to. */
export type Undo =
  /** The question is open again. `onScreen` is the message of the one that stood there, to lose its buttons. */
  | { readonly kind: 'reopened'; readonly step: Step; readonly onScreen: number | null }
  /** The answer no longer counts; its sitting is over and another one is open. */
  | { readonly kind: 'undone' }
  /** Nothing was answered in this study day, or the last answer was taken back already. */
  | { readonly kind: 'nothing' };

/** What «Засчитать» came to. */
export type Credited =
  | { readonly kind: 'credited'; readonly step: AnsweredStep }
  /** The fact was asked again since: what was answered then stands. */
  | { readonly kind: 'outdated' }
  /** Not a wrong typed answer of this learner. */
  | { readonly kind: 'foreign' };

/** Questions of a sitting as they were asked, to find the bad one among them. */
export interface AskedQuestions {
  readonly session: string;
  readonly questions: readonly AskedQuestion[];
}

export interface AskedQuestion extends StepRef {
  readonly ask: string;
  readonly material: Piece | null;
}
