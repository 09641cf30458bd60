/** What a look-up gives back. */
import type { Place } from './place.js';
import type { Guess } from './rank.js';
import type { Rung } from './vocabulary.js';

/** A place that answers a look-up. */
export interface Hit extends Place {
  readonly why: Rung;
  /** What was looked for, without the words of the question. */
  readonly asked: string;
  /** How it was read: in the other layout, or in the words of the notes. Worth saying unless `why` is `exact` or `stem`. */
  readonly readAs: string;
  /** By `words`: a word of the text that was guessed, which is worth saying too. */
  readonly guess?: Guess;
}

export interface Found {
  /** Best first, at most five; none when the notes do not have it. */
  readonly hits: readonly Hit[];
  /** «Чем отличается X от Y»: the best hit of each, in the order they were named. */
  readonly compared: readonly [Hit, Hit] | null;
  /** Of two things to compare, the one the notes do not have, as typed. */
  readonly missing: string | null;
  /** Terms the best hit speaks of or that speak of it, none of them a hit. At most five. */
  readonly related: readonly Place[];
}
