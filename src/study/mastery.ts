/** How far a learner is, as values: sections with their bars, numbers and weeks, mistakes still to be put right. */
import type { StreakNow } from '../review/streak.js';
import type { DeckSummary } from './portion.js';
import type { Upcoming } from './sitting.js';
import type { StatsDay, StatsWeek } from './statistics.js';

export type { StreakNow } from '../review/streak.js';

export interface Topics {
  readonly deck: DeckSummary;
  readonly version: number;
  readonly hasOtherDecks: boolean;
  readonly counts: MasteryCounts;
  readonly sections: readonly TopicRow[];
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

export interface MasteryCounts {
  readonly mastered: number;
  readonly learning: number;
  readonly new: number;
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
