/** Decks and their facts. An import changes keys and bodies, never the ids that cards and reviews hang on. */
import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { Fact } from '../notes/note.js';
import type { Database, Transaction } from './database.js';
import { isVisibleTo } from './learners.js';
import { decks, facts, type DeckSection } from './schema.js';

export interface DeckRow {
  readonly id: string;
  readonly ownerId: number | null;
  readonly title: string;
  readonly version: number;
  readonly sections: readonly DeckSection[];
  /** Facts that can be asked (not archived). */
  readonly facts: number;
}

const deckColumns = {
  id: decks.id,
  ownerId: decks.ownerId,
  title: decks.title,
  version: decks.version,
  sections: decks.sections,
  // Names spelled out: Drizzle drops the table from columns of a select over one table, and `id` would be the fact's.
  facts: sql<number>`(select count(*)::int from facts f where f.deck_id = decks.id and f.archived_at is null)`,
};

/** Decks the learner may study that have something to ask: own ones first, then by title. */
export async function visibleDecks(db: Database, learnerId: number): Promise<DeckRow[]> {
  const rows = await db
    .select(deckColumns)
    .from(decks)
    .where(isVisibleTo(learnerId))
    .orderBy(sql`${decks.ownerId} is null`, asc(decks.title), asc(decks.id));
  return rows.filter((row) => row.facts > 0);
}

/** The facts of a deck as they are asked, in the order of the notes. */
export async function factsOf(db: Database, deckId: string): Promise<{ id: string; body: Fact }[]> {
  return db
    .select({ id: facts.id, body: facts.body })
    .from(facts)
    .where(and(eq(facts.deckId, deckId), isNull(facts.archivedAt)))
    .orderBy(asc(facts.position));
}

/** The decoded notes of a deck as they were imported last; empty when the deck is gone. */
export async function textOf(db: Database, deckId: string): Promise<string> {
  const [row] = await db.select({ text: decks.text }).from(decks).where(eq(decks.id, deckId));
  return row?.text ?? '';
}

/** A stored deck with all its facts, archived ones too: what an import compares the new text with. */
export interface StoredDeck {
  readonly id: string;
  readonly text: string;
  readonly title: string;
  readonly isArchived: boolean;
  readonly facts: readonly { id: string; body: Fact; isArchived: boolean }[];
}

/** The built-in deck of a file, locked until the transaction ends; null when the file is new. */
export async function lockBuiltInDeck(tx: Transaction, file: string): Promise<StoredDeck | null> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`deck:${file}`}, 0))`);
  const [deck] = await tx
    .select({ id: decks.id, text: decks.text, title: decks.title, archivedAt: decks.archivedAt })
    .from(decks)
    .where(and(eq(decks.file, file), isNull(decks.ownerId)));
  if (deck === undefined) return null;
  const rows = await tx
    .select({ id: facts.id, body: facts.body, archivedAt: facts.archivedAt })
    .from(facts)
    .where(eq(facts.deckId, deck.id));
  return {
    ...{ id: deck.id, text: deck.text, title: deck.title, isArchived: deck.archivedAt !== null },
    facts: rows.map((row) => ({ id: row.id, body: row.body, isArchived: row.archivedAt !== null })),
  };
}

export interface DeckChange {
  readonly deck: typeof decks.$inferInsert;
  readonly facts: readonly (typeof facts.$inferInsert)[];
  /** Ids of facts that are no longer in the notes. */
  readonly gone: readonly string[];
  readonly now: Date;
}

/** Rows of one insert, well below the 65,535 parameters of a statement. */
const ROWS_PER_INSERT = 5_000;

/** Writes a deck and its facts; known ids keep their cards, the gone ones are archived. */
export async function saveDeck(tx: Transaction, change: DeckChange): Promise<void> {
  const { deck, now } = change;
  await tx
    .insert(decks)
    .values(deck)
    .onConflictDoUpdate({
      target: decks.id,
      set: {
        title: deck.title,
        text: deck.text,
        sections: deck.sections,
        version: sql`${decks.version} + 1`,
        updatedAt: now,
        archivedAt: null,
      },
    });
  await dropKeys(tx, deck.id, [...change.facts.map((fact) => fact.id), ...change.gone]);
  for (let from = 0; from < change.facts.length; from += ROWS_PER_INSERT) {
    await tx
      .insert(facts)
      .values(change.facts.slice(from, from + ROWS_PER_INSERT))
      .onConflictDoUpdate({
        target: facts.id,
        set: {
          key: sql`excluded.key`,
          position: sql`excluded.position`,
          section: sql`excluded.section`,
          body: sql`excluded.body`,
          archivedAt: null,
        },
      });
  }
  if (change.gone.length > 0) {
    await tx
      .update(facts)
      .set({ archivedAt: now })
      .where(inArray(facts.id, [...change.gone]));
  }
}

/** Keys may change places within one import (a ↔ b): all are dropped first, so that no moment has two of one key. */
async function dropKeys(tx: Transaction, deckId: string, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await tx
    .update(facts)
    .set({ key: null })
    .where(and(eq(facts.deckId, deckId), inArray(facts.id, [...ids])));
}

/** Archives built-in decks whose files are gone, and brings none back. */
export async function archiveBuiltInDecksExcept(
  db: Database,
  files: readonly string[],
  now: Date,
): Promise<void> {
  const isBuiltIn = and(isNull(decks.ownerId), isNull(decks.archivedAt));
  const isGone = files.length > 0 ? sql`${decks.file} not in ${[...files]}` : undefined;
  await db.update(decks).set({ archivedAt: now }).where(and(isBuiltIn, isGone));
}
