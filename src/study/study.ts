/**
 * What a learner can do, as values: the only interface the bot sees. It joins the pure core with the database.
 * In: a learner's Telegram id, ids carried by buttons, typed text. Out: data to be put into words by `bot/texts`.
 * Learner's mistakes, stale and forged buttons are results; only bugs and a database that is away throw.
 * An answer is committed before its outcome is returned.
 */
import type { SessionKind } from '../db/schema.js';
import type { Question, Result, Verdict } from '../questions/question.js';
import type { Explanation, LookUp, PlaceRef, SectionText, Seen, Starters } from './explanation.js';

export type { SessionKind } from '../db/schema.js';

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
  /** How many more could be asked at once (due, new or not yet due); 0 when the deck has nothing. */
  readonly more: number;
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
      readonly minutes: number;
      /** How many could be asked beyond the portion. */
      readonly more: number;
      readonly upcoming: Upcoming;
      readonly hasOtherDecks: boolean;
      /** Days since the last answer, in study days. */
      readonly awayDays: number;
    };

/**
 * What to open: the trial of a newcomer, today's portion, a number of questions, a section by its place in /topics, the
 * facts on lines just looked up.
 */
export type SessionPlan =
  | { readonly kind: 'trial'; readonly deckId?: string }
  | { readonly kind: 'portion' }
  | { readonly kind: 'size'; readonly size: number }
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
    };

export type Opened =
  | { readonly kind: 'step'; readonly step: Step }
  /** Nothing to ask: the section is empty, the deck has no facts. */
  | { readonly kind: 'nothing' }
  /** The deck changed since the button was made. */
  | { readonly kind: 'outdated' };

export interface Topics {
  readonly deck: DeckSummary;
  readonly version: number;
  readonly hasOtherDecks: boolean;
  readonly counts: MasteryCounts;
  readonly sections: readonly TopicRow[];
}

export interface MasteryCounts {
  readonly mastered: number;
  readonly learning: number;
  readonly new: number;
}

export interface TopicRow extends MasteryCounts {
  /** Place among all sections of the deck, for buttons. */
  readonly index: number;
  readonly title: string;
  readonly line: number;
  readonly isEmpty: boolean;
  readonly due: number;
}

export interface Stats {
  readonly deckTitle: string | null;
  readonly counts: MasteryCounts;
  readonly total: number;
  readonly answersThisWeek: number;
  readonly answersToday: number;
  readonly rightToday: number;
  readonly due: number;
  readonly upcoming: Upcoming;
}

export interface Study {
  home(learnerId: number): Promise<Home>;
  /** Opens a sitting; an open one is closed, its answers stay. */
  open(learnerId: number, plan: SessionPlan): Promise<Opened>;
  /** The step a learner should see now: the first unanswered one of the open sitting. */
  progress(learnerId: number): Promise<Progress>;
  /**
   * The step a plain text answers: the one this very update answered before a crash, else the question that is on the
   * screen. null when none is asked, or when the sitting is paused.
   */
  awaiting(learnerId: number, updateId: number): Promise<Step | null>;
  /** One step of a learner; null if it is not theirs. `isOpen`: it may still be answered; `answered`: it was. */
  step(learnerId: number, ref: StepRef): Promise<SeenStep | null>;
  /** Records that a question is on the screen, in this message; a paused sitting goes on. */
  markAsked(learnerId: number, ref: StepRef, messageId: number): Promise<void>;
  /** Judges, schedules and commits one answer. `updateId` makes a redelivered update harmless. */
  answer(learnerId: number, ref: StepRef, reply: Reply, updateId: number): Promise<AnswerOutcome>;
  /** Marks the hint as used; null when the step is not open any more. */
  hint(learnerId: number, ref: StepRef): Promise<Step | null>;
  /** Stops for now: the open sitting waits. null when none is open or running. */
  pause(learnerId: number): Promise<Summary | null>;
  /** The summary of a sitting of this learner; null if it is not theirs. */
  summary(learnerId: number, session: string): Promise<Summary | null>;
  /** What became of the step after this one was read: the next step to put, or the end. */
  after(learnerId: number, ref: StepRef): Promise<Progress>;
  decks(learnerId: number): Promise<readonly DeckSummary[]>;
  /** Chooses the deck /quiz asks from; false when the learner may not see it. */
  chooseDeck(learnerId: number, deckId: string): Promise<boolean>;
  topics(learnerId: number): Promise<Topics | null>;
  stats(learnerId: number): Promise<Stats>;
  /** What the notes say about some words; what no notes have is counted, without who asked. */
  lookUp(learnerId: number, query: string): Promise<LookUp>;
  /** One place of a deck, as a button finds it. */
  place(learnerId: number, ref: PlaceRef): Promise<Seen<Explanation>>;
  /** The whole section around a line. */
  section(learnerId: number, ref: PlaceRef): Promise<Seen<SectionText>>;
  /** Places to begin a look-up with. */
  lookUpStarters(learnerId: number): Promise<Starters>;
  /** What is offered in any chat, at most ten; for no words what the learner was asked most. Nothing is counted. */
  inlineResults(learnerId: number, query: string): Promise<readonly Explanation[]>;
}
