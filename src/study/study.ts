/**
 * What a learner can do, as values: the only interface the bot sees. It joins the pure core with the database.
 * In: a learner's Telegram id, ids carried by buttons, typed text. Out: data to be put into words by `bot/texts`.
 * Learner's mistakes, stale and forged buttons are results; only bugs and a database that is away throw.
 * An answer is committed before its outcome is returned.
 */
import type { Daily, DailyChange, DailyOffer } from './daily.js';
import type { ExamDate, ExamNow, ExamPlan, ExamScope } from './exam-plan.js';
import type { Explanation, LookUp, PlaceRef, SectionText, Seen, Starters } from './explanation.js';
import type { Mistakes, Stats, Topics } from './mastery.js';
import type { OwnData } from './own-data.js';
import type { OwnDecks } from './own-decks.js';
import type { DeckSummary, Home } from './portion.js';
import type { SettingName, Settings } from './settings.js';
import type { Opened, Progress, SessionPlan, Summary } from './sitting.js';
import type {
  AnswerOutcome,
  AnsweredStep,
  AskedQuestions,
  Credited,
  Reply,
  SeenStep,
  Step,
  StepRef,
  Undo,
} from './step.js';

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
