/**
 * Notes of the operator become decks, and edited notes become the same deck: facts keep their permanent ids, so cards,
 * reviews and steps never notice. What is no longer in the notes is archived, never deleted; what returns finds its old
 * card. A file is known by its name, a renamed one by its facts.
 */
import {
  archiveBuiltInDecksExcept,
  likeliestLostDeck,
  lockBuiltInDeck,
  saveDeck,
  storedDeck,
  type StoredDeck,
} from '../db/stored-decks.js';
import type { Transaction } from '../db/database.js';
import { matchFacts } from '../notes/match.js';
import type { Note } from '../notes/note.js';
import { parseNote } from '../notes/parse.js';
import type { StudyDeps } from './deps.js';
import {
  isMostlyGone,
  knownFacts,
  planImport,
  sectionsOf,
  type ImportCounts,
} from './import-plan.js';

/** A file of NOTES_DIR, decoded. */
export interface NoteFile {
  readonly file: string;
  readonly title: string;
  readonly text: string;
}

export interface ImportReport extends ImportCounts {
  readonly title: string;
  readonly facts: number;
  /**
   * More than half of what was asked is gone. Nobody can be asked at a start whether these are other notes, and a file
   * saved by halves must not cost anybody their progress: it stays the same deck, the gone facts wait in the archive
   * for the old text to return, and the operator is warned.
   */
  readonly isMostlyGone: boolean;
}

/** Brings the built-in decks in line with the files; the deck of a file that is gone is archived. */
export async function importBuiltInDecks(
  deps: StudyDeps,
  files: readonly NoteFile[],
): Promise<ImportReport[]> {
  const names = files.map((it) => it.file);
  const reports: ImportReport[] = [];
  for (const file of files) reports.push(await importBuiltInDeck(deps, file, names));
  await archiveBuiltInDecksExcept(deps.db, names, deps.now());
  return reports;
}

function importBuiltInDeck(
  deps: StudyDeps,
  file: NoteFile,
  names: readonly string[],
): Promise<ImportReport> {
  const note = parseNote(file.text);
  return deps.db.transaction(async (tx) => {
    const stored = (await lockBuiltInDeck(tx, file.file)) ?? (await renamedDeck(tx, note, names));
    const deckId = stored?.id ?? deps.newId();
    const matched = matchFacts(knownFacts(stored), note.facts);
    const plan = planImport({ deckId, newId: deps.newId, stored, note, matched });
    const { added, changed, archived } = plan.counts;
    const isSame =
      stored?.text === file.text &&
      stored.title === file.title &&
      stored.file === file.file &&
      !stored.isArchived &&
      added + changed + archived === 0;
    if (!isSame) {
      const now = deps.now();
      await saveDeck(tx, {
        deck: {
          ...{ id: deckId, ownerId: null, file: file.file, title: file.title },
          ...{ text: file.text, sections: sectionsOf(note), createdAt: now, updatedAt: now },
        },
        ...{ facts: plan.rows, gone: plan.gone, now },
      });
    }
    return {
      ...{ title: file.title, facts: note.facts.length, ...plan.counts },
      isMostlyGone: stored !== null && !stored.isArchived && isMostlyGone(stored, plan.gone),
    };
  });
}

/** The deck of a file that has got another name since the last start; null when no lost deck says enough of the same. */
async function renamedDeck(
  tx: Transaction,
  note: Note,
  names: readonly string[],
): Promise<StoredDeck | null> {
  const keys = note.facts.map(({ id }) => id);
  const likeness = await likeliestLostDeck(tx, names, keys);
  const stored = likeness && (await storedDeck(tx, likeness.deckId));
  if (stored === null) return null;
  const live = stored.facts.filter((it) => !it.isArchived).length;
  return (likeness?.common ?? 0) * 2 >= live ? stored : null;
}
