/**
 * Notes become a deck, and edited notes become the same deck: facts keep their permanent ids, so cards, reviews and
 * steps never notice. What is no longer in the notes is archived, never deleted; what returns finds its old card.
 */
import { archiveBuiltInDecksExcept, lockBuiltInDeck, saveDeck } from '../db/decks.js';
import type { StoredDeck } from '../db/decks.js';
import type { DeckSection } from '../db/schema.js';
import { matchFacts } from '../notes/match.js';
import type { Fact, Note } from '../notes/note.js';
import { parseNote } from '../notes/parse.js';
import type { StudyDeps } from './deps.js';

/** A file of NOTES_DIR, decoded. */
export interface NoteFile {
  readonly file: string;
  readonly title: string;
  readonly text: string;
}

export interface ImportReport {
  readonly title: string;
  readonly facts: number;
  readonly added: number;
  readonly changed: number;
  readonly archived: number;
}

/** Brings the built-in decks in line with the files; the deck of a file that is gone is archived. */
export async function importBuiltInDecks(
  deps: StudyDeps,
  files: readonly NoteFile[],
): Promise<ImportReport[]> {
  const reports: ImportReport[] = [];
  for (const file of files) reports.push(await importBuiltInDeck(deps, file));
  await archiveBuiltInDecksExcept(
    deps.db,
    files.map((it) => it.file),
    deps.now(),
  );
  return reports;
}

function importBuiltInDeck(deps: StudyDeps, file: NoteFile): Promise<ImportReport> {
  const note = parseNote(file.text);
  return deps.db.transaction(async (tx) => {
    const stored = await lockBuiltInDeck(tx, file.file);
    const plan = planImport(deps, stored, note);
    const isSame =
      stored?.text === file.text &&
      stored.title === file.title &&
      !stored.isArchived &&
      plan.isSame;
    if (!isSame) {
      const now = deps.now();
      await saveDeck(tx, {
        deck: {
          ...{ id: plan.deckId, ownerId: null, file: file.file, title: file.title },
          ...{ text: file.text, sections: sectionsOf(note), createdAt: now, updatedAt: now },
        },
        facts: plan.rows,
        gone: plan.gone,
        now,
      });
    }
    return { title: file.title, facts: note.facts.length, ...plan.counts };
  });
}

function planImport(deps: StudyDeps, stored: StoredDeck | null, note: Note) {
  const deckId = stored?.id ?? deps.newId();
  const old = stored?.facts ?? [];
  const matched = matchFacts(
    old.map((it) => ({ id: it.id, fact: it.body })),
    note.facts,
  );
  const idOf = new Map<Fact, string>();
  for (const [id, fact] of [...matched.kept, ...matched.changed]) idOf.set(fact, id);
  const archived = new Set(old.filter((it) => it.isArchived).map((it) => it.id));
  const gone = matched.gone.filter((id) => !archived.has(id));
  const returned = [...idOf.values()].filter((id) => archived.has(id)).length;
  const rows = note.facts.map((fact, position) => ({
    ...{ id: idOf.get(fact) ?? deps.newId(), deckId, key: fact.id },
    ...{ position, section: fact.section, body: fact, archivedAt: null },
  }));
  const counts = {
    added: matched.added.length + returned,
    changed: matched.changed.length,
    archived: gone.length,
  };
  const isSame = counts.added + counts.changed + counts.archived === 0;
  return { deckId, rows, gone, counts, isSame };
}

function sectionsOf(note: Note): DeckSection[] {
  const empty = new Set(note.gaps.map((gap) => gap.line));
  return note.sections.map((it) => ({
    title: it.title,
    line: it.line,
    isEmpty: empty.has(it.line),
  }));
}
