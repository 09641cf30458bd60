/**
 * Notes a learner sent become a deck, or a new version of the one they are a version of: known by its facts, not by its
 * name. Reading and comparing happen in a thread beside the bot; then one transaction writes deck, facts and the import.
 * An import has the id of its update: handled again, it says again what it said.
 */
import { ownTitles } from '../db/decks.js';
import { importOf, insertImport, settleImport } from '../db/imports.js';
import { setDeck } from '../db/learners.js';
import type { ImportOutcome } from '../db/schema/own-notes.js';
import {
  likeliestOwnDeck,
  lockDecksOf,
  saveDeck,
  storedDeck,
  type StoredDeck,
} from '../db/stored-decks.js';
import type { Transaction } from '../db/database.js';
import { changesOf } from '../notes/changes.js';
import type { Matched } from '../notes/match.js';
import { titleOfFile, titleOfNote } from '../notes/title.js';
import type { Reading, ReadNote } from '../reader/reader.js';
import type { OwnDecksDeps } from './deck-reports.js';
import { isMostlyGone, knownFacts, planImport, sectionsOf, unmatched } from './import-plan.js';
import type { SentNotes, Taken } from './own-decks.js';
import { takenBefore, takenOf, type Refused } from './taken.js';
import { waitOf } from './import-limit.js';

const UNTITLED = 'Конспект';

/** One import under way. */
interface Import {
  readonly learnerId: number;
  readonly id: string;
  readonly title: string;
  readonly read: ReadNote;
  /** The owner has been asked what these notes are, and has said it. */
  readonly as: 'version' | 'deck' | null;
}

/** Makes a deck of notes, or brings one up to date. Fails for a stranger: one who has gone meanwhile must not come back by it. */
export async function takeNotes(
  deps: OwnDecksDeps,
  learnerId: number,
  sent: SentNotes,
): Promise<Taken> {
  const { id } = sent;
  const known = await takenBefore(deps, learnerId, id);
  if (known !== null) return known;
  const wait = await waitOf(deps, learnerId);
  if (wait !== null) return { kind: 'refused', refusal: { reason: 'too-often', ...wait } };
  const read = await deps.reader.read(learnerId, sent.source);
  const title = titleOf(sent, read);
  if (!read.ok) {
    const outcome: ImportOutcome = { kind: 'refused', reason: read.reason };
    await insertImport(deps.db, { learnerId, id, receivedAt: deps.now(), title, outcome });
    return { kind: 'refused', refusal: { reason: read.reason } };
  }
  return bringIn(deps, { learnerId, id, title, read, as: null });
}

/** The owner says whether notes are a new version or another deck; what was said first stands. */
export async function settle(
  deps: OwnDecksDeps,
  learnerId: number,
  { id, as }: { id: string; as: 'version' | 'deck' },
): Promise<Taken | null> {
  const row = await importOf(deps.db, { learnerId, id });
  if (row === null) return null;
  if (row.text === null) return takenOf(deps, learnerId, { id, outcome: row.outcome });
  const read = await deps.reader.read(learnerId, { text: row.text });
  if (!read.ok) return { kind: 'refused', refusal: { reason: read.reason } };
  return bringIn(deps, { learnerId, id, title: row.title, read, as });
}

function titleOf({ fileName }: SentNotes, read: Reading): string {
  const ofFile = fileName === null ? null : titleOfFile(fileName);
  return ofFile ?? (read.ok ? titleOfNote(read.note, read.text) : null) ?? UNTITLED;
}

/** The stored deck these notes may be a version of, and which fact is which. */
interface Likeness {
  readonly stored: StoredDeck;
  readonly matched: Matched;
}

async function bringIn(deps: OwnDecksDeps, it: Import): Promise<Taken> {
  const likeness = it.as === 'deck' ? null : await likenessOf(deps, it);
  if (likeness === 'too-hard') return { kind: 'refused', refusal: { reason: 'too-hard' } };
  const outcome = await deps.db.transaction(async (tx) => {
    await lockDecksOf(tx, it.learnerId);
    // Two processes may handle the same update, or close the same paste, at the same time.
    const known = it.as === null ? await importOf(tx, it) : null;
    if (known !== null) return known.outcome;
    const current = likeness && (await storedDeck(tx, likeness.stored.id));
    // Somebody's other import came first: everything is compared again.
    if (current?.version !== likeness?.stored.version) return 'again';
    const written = await write(deps, tx, { ...it, likeness });
    await writeDown(deps, tx, it, written);
    return written;
  });
  if (outcome === 'again') return bringIn(deps, it);
  return takenOf(deps, it.learnerId, { id: it.id, outcome });
}

/** The import and what came of it. A refusal of what was asked about leaves the question open: a deck may be thrown away. */
async function writeDown(
  deps: OwnDecksDeps,
  tx: Transaction,
  { learnerId, id, title, read, as }: Import,
  outcome: ImportOutcome,
): Promise<void> {
  if (as !== null) {
    if (outcome.kind !== 'refused') await settleImport(tx, { learnerId, id }, outcome);
    return;
  }
  const text = outcome.kind === 'undecided' ? read.text : null;
  await insertImport(tx, { learnerId, id, receivedAt: deps.now(), title, text, outcome });
}

/** null: these are other notes than all before. */
async function likenessOf(
  deps: OwnDecksDeps,
  { learnerId, read, as }: Import,
): Promise<Likeness | 'too-hard' | null> {
  const { facts } = read.note;
  const likeliest = await likeliestOwnDeck(
    deps.db,
    learnerId,
    facts.map(({ id }) => id),
  );
  const stored = likeliest && (await storedDeck(deps.db, likeliest.deckId));
  if (stored === null) return null;
  const matched =
    unchanged(stored, read) ?? (await deps.reader.match(learnerId, knownFacts(stored), facts));
  if (matched === null) return 'too-hard';
  // Of a deck that was thrown away only a real version brings it back; nobody is asked about the dead.
  const isOther = stored.isArchived && as === null && isMostlyGone(stored, matched.gone);
  return isOther ? null : { stored, matched };
}

/** The very same text says the very same facts, unless it is read differently by now; null then. */
function unchanged(stored: StoredDeck, { text, note }: ReadNote): Matched | null {
  if (stored.text !== text) return null;
  const live = stored.facts.filter(({ isArchived }) => !isArchived);
  const idOf = new Map(live.map(({ id, body }) => [body.id, id]));
  const kept = note.facts.flatMap((fact) => {
    const id = idOf.get(fact.id);
    return id === undefined ? [] : [[id, fact] as const];
  });
  const isWhole = kept.length === note.facts.length && kept.length === live.length;
  return isWhole ? { kept, changed: [], added: [], gone: [] } : null;
}

type Written = Exclude<ImportOutcome, { kind: 'refused' }>;

/** Writes the deck and says what came of it; or writes nothing. */
async function write(
  deps: OwnDecksDeps,
  tx: Transaction,
  it: Import & { readonly likeness: Likeness | null },
): Promise<Written | Refused> {
  const { learnerId, read, likeness, as } = it;
  const stored = likeness?.stored ?? null;
  const matched = likeness?.matched ?? unmatched(read.note);
  if (stored !== null && as === null && isMostlyGone(stored, matched.gone)) {
    const live = stored.facts.filter((fact) => !fact.isArchived);
    const gone = new Set(matched.gone);
    const common = live.filter(({ id }) => !gone.has(id)).length;
    return { kind: 'undecided', deckId: stored.id, common, total: live.length };
  }
  const titles = await ownTitles(tx, learnerId);
  const isNew = stored === null || stored.isArchived;
  if (isNew && titles.length >= deps.limits.decks) {
    return { kind: 'refused', reason: 'too-many-decks' };
  }
  const deckId = stored?.id ?? deps.newId();
  const plan = planImport({ deckId, newId: deps.newId, stored, note: read.note, matched });
  const hasChanged = plan.counts.added + plan.counts.changed + plan.counts.archived > 0;
  if (stored?.text !== read.text || isNew) {
    const now = deps.now();
    const version = await saveDeck(tx, {
      deck: {
        ...{ id: deckId, ownerId: learnerId, file: null, text: read.text },
        title: stored !== null && !isNew ? stored.title : freeTitle(it.title, titles),
        ...{ sections: sectionsOf(read.note), createdAt: now, updatedAt: now },
      },
      ...{ facts: plan.rows, gone: plan.gone, now },
    });
    deps.reports.keep({ id: deckId, version, learnerId }, read);
  }
  if (isNew) {
    if (titles.length === 0) await setDeck(tx, learnerId, deckId);
    return { kind: 'made', deckId };
  }
  if (stored === null || !hasChanged) return { kind: 'same', deckId };
  const emptyTitles = stored.sections.filter(({ isEmpty }) => isEmpty).map(({ title }) => title);
  const changes = changesOf({ facts: knownFacts(stored), emptyTitles }, read.note, matched);
  return { kind: 'updated', deckId, changes, added: plan.added };
}

/** Two decks of one learner have two titles. */
function freeTitle(title: string, taken: readonly string[]): string {
  const titles = new Set(taken);
  for (let number = 2; titles.has(title); number += 1) {
    const next = `${title.replace(/ \d+$/u, '')} ${number}`;
    if (!titles.has(next)) return next;
  }
  return title;
}
