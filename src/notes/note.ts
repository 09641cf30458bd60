/**
 * A note as the rest of the house sees it: what somebody's study file says, line by line.
 * Pure data; everything that is shown to a learner keeps the author's own words and typos.
 */

/** What a note file became: its headings, what can be asked, what is empty and what was not understood. */
export interface Note {
  readonly sections: readonly Section[];
  readonly facts: readonly Fact[];
  /** Headings with nothing under them; reported, never asked. */
  readonly gaps: readonly Gap[];
  readonly unused: readonly UnusedLine[];
}

/** A headed part of the note. `title` is the heading as shown to learners («Методы работы с Docker-образами»). */
export interface Section {
  readonly title: string;
  /** First line of the heading, from 1. */
  readonly line: number;
}

export interface Gap {
  readonly section: string;
  readonly line: number;
}

/** A line that gave no fact. `ruler`, `mark` and `markup` are no fault of the author; the others are reported to them. */
export interface UnusedLine {
  readonly line: number;
  readonly text: string;
  readonly reason: UnusedReason;
}

export type UnusedReason =
  | 'ruler'
  | 'mark'
  | 'markup'
  | 'code'
  | 'duplicate'
  | 'no-separator'
  | 'too-short'
  | 'too-long'
  | 'unfinished'
  | 'no-meaning';

interface FactBase {
  /** Content key: hash of kind, stemmed term and stemmed value. The same after white-space, case and ending changes. */
  readonly id: string;
  /** Heading the fact stands under, as shown; null before the first heading. */
  readonly section: string | null;
  /** First line of the fact, from 1. */
  readonly line: number;
  /** All its lines as decoded from the file, joined by \n: the quote that proves an answer. */
  readonly source: string;
  /** How much the author stressed it: 0 plain, 1 `!!!`, 2 ВАЖНО / ОЧЕНЬ ВАЖНО. */
  readonly weight: 0 | 1 | 2;
}

/** `Docker Hub - реестр …`, also `Ключ: значение` under a heading. */
export interface Definition extends FactBase {
  readonly kind: 'definition';
  readonly term: string;
  readonly text: string;
}

/** `docker ps -a  - посмотреть …` */
export interface Command extends FactBase {
  readonly kind: 'command';
  readonly command: string;
  readonly purpose: string;
}

/** A line of configuration or program text with a comment: `WORKDIR /app  # рабочая папка`. */
export interface CodeLine extends FactBase {
  readonly kind: 'code';
  readonly code: string;
  readonly comment: string;
}

/** `Зачем нужен X? - …` */
export interface Explanation extends FactBase {
  readonly kind: 'explanation';
  readonly question: string;
  readonly answer: string;
}

/** `1812 год - …` */
export interface DatedEvent extends FactBase {
  readonly kind: 'date';
  readonly date: string;
  readonly event: string;
}

/** A sentence about the section's subject. `subject` is the term the section is about, when there is one. */
export interface Statement extends FactBase {
  readonly kind: 'statement';
  readonly text: string;
  readonly subject: string | null;
}

/** One entry of a list; the list itself is the fact `list`. `number` counts from 1. */
export interface Item extends FactBase {
  readonly kind: 'item';
  readonly text: string;
  readonly list: string;
  readonly number: number;
}

/** A whole list under a title: what a person recalls as one piece. */
export interface List extends FactBase {
  readonly kind: 'list';
  readonly title: string;
  readonly items: readonly string[];
  /** Numbered and titled as a process (Этапы, Порядок, Шаги …): only such a list has an order worth asking. */
  readonly isSequence: boolean;
}

/** The smallest thing that can be asked. */
export type Fact =
  Definition | Command | CodeLine | Explanation | DatedEvent | Statement | Item | List;

export type FactKind = Fact['kind'];
