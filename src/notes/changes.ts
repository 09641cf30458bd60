/**
 * What an edit did to a note, for its author to read. In: the facts and empty headings known before, the edited note, and
 * which fact is which. Out: the lines as they were and as they are, in the order of the new text.
 */
import type { Matched, StoredFact } from './match.js';
import type { Fact, Note } from './note.js';

/** Lines are quotes: the author's own words. */
export interface NoteChanges {
  readonly added: readonly ChangedLine[];
  readonly changed: readonly (ChangedLine & { readonly before: string })[];
  readonly archived: readonly string[];
  /** Headings that were empty and are not any more. */
  readonly filled: readonly string[];
}

export interface ChangedLine {
  readonly line: number;
  readonly text: string;
}

/** The note as it was. */
export interface Before {
  readonly facts: readonly (StoredFact & { readonly isArchived: boolean })[];
  readonly emptyTitles: readonly string[];
}

/** Compares. A fact that had been archived and is back counts as added. */
export function changesOf(before: Before, note: Note, matched: Matched): NoteChanges {
  const old = new Map(before.facts.map((it) => [it.id, it]));
  const isLive = ([id]: readonly [string, Fact]): boolean => old.get(id)?.isArchived === false;
  const found = [...matched.kept, ...matched.changed];
  const returned = found.filter((pair) => !isLive(pair)).map(([, fact]) => fact);
  const gaps = new Set(note.gaps.map(({ section }) => section));
  const titles = new Set(note.sections.map(({ title }) => title));
  return {
    added: inOrder([...matched.added, ...returned].map(lineOf)),
    changed: inOrder(
      matched.changed
        .filter(isLive)
        .map(([id, fact]) => ({ ...lineOf(fact), before: old.get(id)?.fact.source ?? '' })),
    ),
    archived: matched.gone.flatMap((id) => {
      const gone = old.get(id);
      return gone === undefined || gone.isArchived ? [] : [gone.fact.source];
    }),
    filled: before.emptyTitles.filter((title) => titles.has(title) && !gaps.has(title)),
  };
}

const lineOf = ({ line, source }: Fact): ChangedLine => ({ line, text: source });

const inOrder = <T extends ChangedLine>(lines: readonly T[]): T[] =>
  lines.toSorted((a, b) => a.line - b.line);
