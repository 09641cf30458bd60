/**
 * What a learner can do with notes of their own: bring them, correct them, share them, throw them away. Types only.
 * Everything that can be wrong with a file, a limit or a button is a value.
 */
import type { NoteChanges } from '../notes/changes.js';
import type { UnusedReason } from '../notes/note.js';
import type { Refusal } from '../reader/reader.js';

/** Notes somebody sent. `id` is the same when the same update is handled again. */
export interface SentNotes {
  readonly id: string;
  /** Name of the file; null for a text, which is called by its first words. */
  readonly fileName: string | null;
  readonly source: { readonly bytes: Uint8Array } | { readonly text: string };
}

export type Taken =
  /** A new deck. */
  | { readonly kind: 'made'; readonly report: DeckReport }
  /** A new version of a deck; `import` leads to its changes. */
  | {
      readonly kind: 'updated';
      readonly import: string;
      readonly deckId: string;
      readonly title: string;
      readonly changes: NoteChanges;
    }
  /** A deck says all of this already. */
  | {
      readonly kind: 'same';
      readonly deckId: string;
      readonly facts: number;
    }
  /** Over half of a deck would go: only its owner knows whether this is a new version of it. */
  | {
      readonly kind: 'undecided';
      readonly import: string;
      readonly common: number;
      readonly total: number;
    }
  | { readonly kind: 'refused'; readonly refusal: TakingRefusal };

/** Why nothing came of notes. */
export type TakingRefusal =
  | { readonly reason: Refusal }
  /** So many decks are the limit. */
  | { readonly reason: 'too-many-decks'; readonly most: number }
  /** So many imports an hour are the limit; the next one is possible in so many minutes. */
  | { readonly reason: 'too-often'; readonly most: number; readonly minutes: number };

/** A deck in numbers. */
export interface DeckReport {
  readonly deckId: string;
  readonly title: string;
  readonly isOwn: boolean;
  readonly facts: number;
  /** Facts the bot can check an answer about; the others are graded by the learner. */
  readonly checked: number;
  readonly gaps: number;
  readonly unclear: number;
  /** Terms with definitions that say different things. */
  readonly conflicts: number;
}

/** What the author of a note can do something about; lines from 1. */
export type Fault =
  | {
      readonly kind: 'unclear';
      readonly line: number;
      readonly text: string;
      readonly reason: UnusedReason;
    }
  | { readonly kind: 'gap'; readonly line: number; readonly section: string }
  | {
      readonly kind: 'conflict';
      readonly line: number;
      readonly term: string;
      readonly otherLines: readonly number[];
    };

/** A deck under its owner's hands, or somebody's shared with the learner. */
export interface HeldDeck {
  readonly deckId: string;
  readonly title: string;
  readonly isOwn: boolean;
  /** How many people besides the owner study it. */
  readonly learners: number;
}

/** A text that comes in several messages. */
export interface Paste {
  /** Of its newest message. */
  readonly id: string;
  readonly learnerId: number;
  /** Number of messages, and the last one. */
  readonly parts: number;
  readonly lastPart: number;
  /** The learner said yes to questions: silence makes a deck of it. */
  readonly isWanted: boolean;
  /** The message that asks about it; null until it is sent. */
  readonly messageId: number | null;
  /** Milliseconds until there has been enough silence; 0 when there has. */
  readonly quietIn: number;
}

export interface PastePart {
  /** Made of the update that brought it. */
  readonly id: string;
  readonly messageId: number;
  readonly text: string;
}

export interface OwnDecks {
  /** Makes a deck of notes, or brings the deck up to date that they are a version of. */
  take(learnerId: number, sent: SentNotes): Promise<Taken>;
  /** The answer to `undecided`; once given, it is shown again. null when nothing was asked. */
  settle(learnerId: number, importId: string, as: 'version' | 'deck'): Promise<Taken | null>;
  /** What came of an import, again; null when there was none. */
  taken(learnerId: number, importId: string): Promise<Taken | null>;
  /** What a new version changed; null when it is not the learner's. */
  changes(learnerId: number, importId: string): Promise<NoteChanges | null>;
  /** A deck the learner may see, in numbers. */
  report(learnerId: number, deckId: string): Promise<DeckReport | null>;
  /** What its owner could put right, in the order of the lines; null for everybody else. */
  faults(learnerId: number, deckId: string): Promise<readonly Fault[] | null>;
  /** The decks that are the learner's, or shared with them. */
  held(learnerId: number): Promise<readonly HeldDeck[]>;
  /** Gives a deck another title, cut to its length; null when it is not theirs, or no title. */
  rename(learnerId: number, deckId: string, title: string): Promise<string | null>;
  /** Lets go of a deck; false when it was not held. */
  leave(learnerId: number, deckId: string): Promise<boolean>;
  /** Somebody opened the link of a deck: it is theirs to study, and chosen. null for a deck that is not there. */
  follow(learnerId: number, deckId: string): Promise<DeckReport | null>;

  /** Does this text go on with a paste, or begin one? `isLong`: it looks like notes by itself. */
  takePart(learnerId: number, part: PastePart, isLong: boolean): Promise<Paste | null>;
  paste(learnerId: number): Promise<Paste | null>;
  /** Remembers what was said about a paste. */
  markPaste(
    learnerId: number,
    change: { readonly isWanted?: boolean; readonly messageId?: number },
  ): Promise<void>;
  /** Makes a deck of a paste; null when it is another one by now. It stays until it is dropped: told first, then forgotten. */
  closePaste(learnerId: number, id: string): Promise<Taken | null>;
  /** Forgets a paste, unless a part has come since; false then. */
  dropPaste(learnerId: number, id: string): Promise<boolean>;
  /** Every paste that waits, for the timers of a new start. */
  openPastes(): Promise<readonly Paste[]>;
}
