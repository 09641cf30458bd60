/**
 * Everything that is stored about a learner, as a whole: to be taken along, brought back, taken away. In: a learner's id,
 * a file they send. Out: files as bytes, counts of what came back.
 */

/** Files for the learner to keep. */
export interface Copy {
  /** Everything that can be brought back, as `docs/export.md` describes it; `isPacked` by gzip when it is large. */
  readonly json: Uint8Array;
  readonly isPacked: boolean;
  /** Of a large copy: the questions of finished sittings, to be read and not brought back, packed; null when `json` has them. */
  readonly steps: Uint8Array | null;
  /** What their notes can ask, for Anki; null when that is nothing. */
  readonly anki: Uint8Array | null;
}

/** What came of a copy that was sent back. */
export type Restored =
  | {
      readonly kind: 'restored';
      /** Decks, facts with their progress, answers that were not here before. */
      readonly decks: number;
      readonly cards: number;
      readonly answers: number;
    }
  /** Everything in it was here. */
  | { readonly kind: 'same' }
  /** No copy of this bot, or one that was changed. */
  | { readonly kind: 'unreadable' }
  | { readonly kind: 'too-many-decks'; readonly most: number }
  /** So many files an hour are read, and in so many minutes the next one. */
  | { readonly kind: 'too-often'; readonly most: number; readonly minutes: number };

export interface OwnData {
  /** null for a stranger. */
  copy(learnerId: number): Promise<Copy | null>;
  /** Adds what a copy holds; what is here stays. `id`: of the update that brought it. */
  restore(learnerId: number, copy: { id: string; bytes: Uint8Array }): Promise<Restored>;
  isKnown(learnerId: number): Promise<boolean>;
  /** Other people who study the learner's decks. */
  followers(learnerId: number): Promise<number>;
  /** `leave`: decks that others study stay with them. `updateId`: the update that asked for it. */
  delete(
    learnerId: number,
    farewell: { readonly leave: boolean; readonly updateId: number },
  ): Promise<void>;
}
