/** What an import will write: every fact of the new text with its permanent id, and the ids that are gone. */
import type { DeckChange, StoredDeck } from '../db/stored-decks.js';
import type { DeckSection } from '../db/schema/decks.js';
import type { Matched } from '../notes/match.js';
import type { Fact, Note } from '../notes/note.js';

export interface ImportCounts {
  readonly added: number;
  readonly changed: number;
  readonly archived: number;
}

export interface ImportPlan {
  readonly rows: DeckChange['facts'];
  readonly gone: readonly string[];
  /** Permanent ids of facts that are asked from now on and were not before. */
  readonly added: readonly string[];
  readonly counts: ImportCounts;
}

interface Planning {
  readonly deckId: string;
  readonly newId: () => string;
  /** null: everything is new. */
  readonly stored: StoredDeck | null;
  readonly note: Note;
  readonly matched: Matched;
}

/** Nothing is known yet: every fact is new. */
export const unmatched = (note: Note): Matched => ({
  ...{ kept: [], changed: [], gone: [] },
  added: note.facts,
});

/** Gives every fact its id; what returns from the archive counts as added. */
export function planImport({ deckId, newId, stored, note, matched }: Planning): ImportPlan {
  const archived = new Set(stored?.facts.filter((it) => it.isArchived).map((it) => it.id));
  const idOf = new Map<Fact, string>(matched.added.map((fact) => [fact, newId()]));
  for (const [id, fact] of [...matched.kept, ...matched.changed]) idOf.set(fact, id);
  const gone = matched.gone.filter((id) => !archived.has(id));
  const returned = [...idOf.values()].filter((id) => archived.has(id));
  const fresh = matched.added.map((fact) => idOf.get(fact) ?? '');
  return {
    rows: note.facts.map((fact, position) => ({
      ...{ id: idOf.get(fact) ?? newId(), deckId, key: fact.id },
      ...{ position, section: fact.section, body: fact, archivedAt: null },
    })),
    gone,
    added: [...fresh, ...returned],
    counts: {
      added: fresh.length + returned.length,
      changed: matched.changed.filter(([id]) => !archived.has(id)).length,
      archived: gone.length,
    },
  };
}

/** Facts as an import compares them. */
export const knownFacts = (stored: StoredDeck | null) =>
  (stored?.facts ?? []).map(({ id, body, isArchived }) => ({ id, fact: body, isArchived }));

/** Would more than half of what is asked now be gone? Then it may be other notes. */
export function isMostlyGone(stored: StoredDeck, gone: readonly string[]): boolean {
  const live = stored.facts.filter((it) => !it.isArchived);
  const left = new Set(gone);
  return live.filter(({ id }) => left.has(id)).length * 2 > live.length;
}

/** The headings of a note as a deck keeps them. */
export function sectionsOf(note: Note): DeckSection[] {
  const empty = new Set(note.gaps.map((gap) => gap.line));
  return note.sections.map((it) => ({
    title: it.title,
    line: it.line,
    isEmpty: empty.has(it.line),
  }));
}
