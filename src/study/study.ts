/**
 * What a learner can do, as values: the only interface the bot sees. It joins the pure core with the database.
 * In: a learner's Telegram id, ids carried by buttons, typed text. Out: data to be put into words by `bot/texts`.
 * Learner's mistakes, stale and forged buttons are results; only bugs and a database that is away throw.
 * An answer is committed before its outcome is returned.
 */
import type { SessionKind } from '../db/schema/sittings.js';
import type { Piece, Question, Result, Verdict } from '../questions/question.js';
import type { StreakNow } from '../review/streak.js';
import type { Daily, DailyChange, DailyOffer } from './daily.js';
import type { ExamDate, ExamNow, ExamPlan, ExamScope } from './exam-plan.js';
import type { Explanation, LookUp, PlaceRef, SectionText, Seen, Starters } from './explanation.js';

import type { OwnData } from './own-data.js';
import type { OwnDecks } from './own-decks.js';
import type { SettingName, Settings } from './settings.js';
import type { StatsDay, StatsWeek } from './statistics.js';

export type { SessionKind } from '../db/schema/sittings.js';
export type { StreakNow } from '../review/streak.js';
export type { SettingName, Settings } from './settings.js';
export type { StatsDay, StatsWeek } from './statistics.js';

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

/** What /mistakes has to say. */
export interface Mistakes {
  /** Nothing was ever answered. */
  readonly isNewcomer: boolean;
  /** Decks with mistakes, the chosen one first. */
  readonly decks: readonly {
    readonly deck: DeckSummary;
    readonly count: number;
    /** The notes /quiz asks from. */
    readonly isChosen: boolean;
  }[];
}

/** Questions of a sitting as they were asked, to find the bad one among them. */
export interface AskedQuestions {
  readonly session: string;
  readonly questions: readonly AskedQuestion[];
}

export interface AskedQuestion extends StepRef {
  readonly ask: string;
  readonly material: Piece | null;
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
  /** As it is shown: of headings that say the same, from the second on with its number. null for what stands before the first heading. */
  readonly title: string | null;
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
  readonly streak: StreakNow;
  /** The present study day, ISO. */
  readonly today: string;
  /** Whole weeks from a Monday on, the oldest day first and today last. */
  readonly days: readonly StatsDay[];
  readonly topics: readonly TopicRow[];
  /** How many facts come back on each of the next days, from what is due today on. */
  readonly ahead: readonly number[];
  /** The oldest first, the present one last. */
  readonly weeks: readonly StatsWeek[];
}

export interface Study {
  /** Notes of one's own. */
  readonly ownDecks: OwnDecks;
  /** Everything that is stored about a learner. */
  readonly ownData: OwnData;
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
  /** Takes the last answer of the study day back, once; `updateId` makes a redelivered update harmless. */
  undo(learnerId: number, updateId: number): Promise<Undo>;
  /** Counts a wrong typed answer as right; such a reply is right for this learner from now on. */
  credit(learnerId: number, ref: StepRef): Promise<Credited>;
  /** Never asks this question of this learner again; null when there is no such answered step. */
  dislike(learnerId: number, ref: StepRef): Promise<AnsweredStep | null>;
  /** Lets a disliked question come again. */
  forgive(learnerId: number, ref: StepRef): Promise<AnsweredStep | null>;
  /** The questions of a sitting that were answered and are not disliked. */
  askedIn(learnerId: number, session: string): Promise<AskedQuestions>;
  /** Decks with mistakes to work through, the chosen one first. */
  mistakes(learnerId: number): Promise<Mistakes>;
  /** The exam ahead in a deck, the chosen one if none is named; null when the learner does not see it. */
  exam(learnerId: number, deckId: string | null): Promise<ExamNow | null>;
  /** What it would take until a date; null for what is no date from today to a year ahead. */
  planExam(learnerId: number, wanted: { deckId: string; when: ExamDate }): Promise<ExamPlan | null>;
  /** Begins a plan; null as above. */
  setExam(
    learnerId: number,
    wanted: { deckId: string; date: string; scope: ExamScope },
  ): Promise<ExamPlan | null>;
  dropExam(learnerId: number, deckId: string): Promise<void>;
  /** Takes a larger daily goal until the pile is gone. */
  hurry(learnerId: number): Promise<void>;
  decks(learnerId: number): Promise<readonly DeckSummary[]>;
  /** Chooses the deck /quiz asks from; false when the learner may not see it. */
  chooseDeck(learnerId: number, deckId: string): Promise<boolean>;
  /**
   * The same, and a sitting on other notes is over; its answers stay. `left` is the message of the question that was open
   * there, to lose its buttons; null when nothing was open, or it is not on the screen.
   */
  switchDeck(learnerId: number, deckId: string): Promise<{ readonly left: number | null } | null>;
  topics(learnerId: number): Promise<Topics | null>;
  stats(learnerId: number): Promise<Stats>;
  /** A picture of these numbers as a PNG; null when nothing can draw it now. */
  drawStats(stats: Stats): Promise<Uint8Array | null>;
  settings(learnerId: number): Promise<Settings>;
  /** Changes one setting; `value` is 1 or 0 where there are two ways. */
  changeSetting(
    learnerId: number,
    change: { readonly setting: SettingName; readonly value: number },
  ): Promise<Settings>;
  /** No questions for so many days, and the streak waits; 0 ends the rest. */
  rest(learnerId: number, days: number): Promise<Settings>;
  daily(learnerId: number): Promise<Daily>;
  /** Changes when questions come every day; null when the time zone is none. */
  changeDaily(learnerId: number, change: DailyChange): Promise<Daily | null>;
  /** A typed time, which switches the questions on; null when it is none. */
  chooseTime(learnerId: number, text: string): Promise<Daily | null>;
  /** A typed city, offset or zone, or the learner's own clock, which confirms itself; null when it is none. */
  choosePlace(learnerId: number, text: string): Promise<Daily | null>;
  /** Whether to offer questions every day now; each offer is made once. */
  dailyOffer(learnerId: number, moment: 'summary' | 'start'): Promise<DailyOffer | null>;
  /** The learner has blocked the bot: nothing more is sent, nothing is forgotten. */
  silenceDaily(learnerId: number): Promise<void>;
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
