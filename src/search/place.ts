/** Entries as others see them. */
import type { Entry, HitKind } from './entries.js';

/** A place in the notes. */
export interface Place {
  readonly kind: HitKind;
  /** The term, command or heading as shown; the text of a line. */
  readonly title: string;
  /** First line, from 1. */
  readonly line: number;
  readonly lines: readonly number[];
  /** Facts that say it; of a heading, all that stand under it. */
  readonly factIds: readonly string[];
  readonly section: string | null;
}

export const placeOf = ({ kind, title, line, lines, facts, section }: Entry): Place => ({
  kind, title, line, lines, section, factIds: facts.map(({ id }) => id),
}); // prettier-ignore

/** Each line once, where it stands first. */
export function distinct<P extends Place>(places: readonly P[]): P[] {
  return places.filter(({ line }, i) => places.findIndex((other) => other.line === line) === i);
}
