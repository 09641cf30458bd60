/**
 * What the notes say about something, as values for the screen: the answer to a look-up, a place, a section.
 * Every text in it is the author's own, as it stands in the notes; whoever shows it redacts and escapes it.
 */

/** A line of a deck as a button carries it; it dies when the deck changes. `line` counts from 1. */
export interface PlaceRef {
  readonly deckId: string;
  readonly version: number;
  readonly line: number;
}

/** A place by its name. */
export interface NamedPlace extends PlaceRef {
  /** The term, command or heading; of a line its text. */
  readonly title: string;
  /** The title is a command or a line of code. */
  readonly isCode: boolean;
}

/** A line as written, with the command in it. */
export interface NoteLine {
  readonly number: number;
  readonly text: string;
  readonly code: string | null;
}

/** One place with everything that is said of it. */
export interface Explanation extends NamedPlace {
  readonly kind: 'term' | 'command' | 'code' | 'section' | 'empty' | 'line';
  /** Null while the learner has only one deck. */
  readonly deckTitle: string | null;
  readonly section: string | null;
  /** The lines that say it; of a section its first ones. */
  readonly quote: readonly NoteLine[];
  /** What stands next to it in its section, in the order of the lines. */
  readonly neighbours: readonly NamedPlace[];
  /** Terms it speaks of, or that speak of it; none of them a neighbour. */
  readonly related: readonly NamedPlace[];
  /** The section says more than the quote. */
  readonly hasMore: boolean;
  /** There is a fact to ask about. */
  readonly canCheck: boolean;
}

/** How the words were understood, where that is not obvious. */
export interface Reading {
  readonly how: 'layout' | 'name' | 'sound' | 'slip';
  /** As typed. */
  readonly typed: string;
  /** In the words of the notes. */
  readonly readAs: string;
}

/** Places to begin with for somebody without a word: the last mistakes, or first terms while there are none. */
export interface Starters {
  readonly places: readonly NamedPlace[];
  readonly areMistakes: boolean;
}

/** The answer to a look-up. */
export interface LookUp {
  readonly query: string;
  /**
   * The best place; two or three for a comparison; none when no notes have it. Before the place in another deck stands
   * the heading that a deck asked earlier left empty.
   */
  readonly found: readonly Explanation[];
  readonly reading: Reading | null;
  /** What no notes have: one of two things to compare, or, when nothing was found, what was looked for. */
  readonly missing: string | null;
  /** Other places that answer, best first, at most four. */
  readonly others: readonly NamedPlace[];
  /** How many decks the learner may see. */
  readonly decks: number;
}

/** A whole section, all its lines. */
export interface SectionText extends NamedPlace {
  readonly deckTitle: string | null;
  readonly lines: readonly NoteLine[];
}

/** What a button finds: a deck that changed is `outdated`; a deck that is not the learner's, or no such line, `foreign`. */
export type Seen<T> =
  { readonly kind: 'found'; readonly value: T } | { readonly kind: 'outdated' | 'foreign' };
