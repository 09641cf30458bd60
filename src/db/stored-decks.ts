/** Decks as an import compares and writes them. It changes keys and bodies, never the ids that cards and reviews hang on. */
import { and, eq, isNull, sql } from 'drizzle-orm';
import type { Fact } from '../notes/note.js';
import type { Database, Transaction } from './database.js';
import { decks, facts, type DeckSection } from './schema/decks.js';

/** A stored deck with all its facts, archived ones too: what an import compares the new text with. */
export interface StoredDeck {
  readonly id: string;
  readonly file: string | null;
  readonly text: string;
  readonly title: string;
  readonly version: number;
  readonly sections: readonly DeckSection[];
  /** Nobody is asked from it now: archived, or thrown away by its owner. */
  readonly isArchived: boolean;
  readonly facts: readonly { id: string; body: Fact; isArchived: boolean }[];
}

/** The built-in deck of a file, locked until the transaction ends; null when the file is new. */
export async function lockBuiltInDeck(tx: Transaction, file: string): Promise<StoredDeck | null> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`deck:${file}`}, 0))`);
  const [deck] = await tx
    .select({ id: decks.id })
    .from(decks)
    .where(and(eq(decks.file, file), isNull(decks.ownerId)));
  return deck === undefined ? null : storedDeck(tx, deck.id);
}

/** The learner's decks stay as they are until the transaction ends: one import of a learner at a time. */
export async function lockDecksOf(tx: Transaction, learnerId: number): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`decks:${learnerId}`}, 0))`);
}

/** A deck with everything an import needs of it; null when there is none. */
export async function storedDeck(
  db: Database | Transaction,
  deckId: string,
): Promise<StoredDeck | null> {
  const [deck] = await db.select().from(decks).where(eq(decks.id, deckId));
  if (deck === undefined) return null;
  const rows = await db
    .select({ id: facts.id, body: facts.body, archivedAt: facts.archivedAt })
    .from(facts)
    .where(eq(facts.deckId, deckId));
  const { id, file, text, title, version, sections } = deck;
  return {
    ...{ id, file, text, title, version, sections },
    isArchived: deck.archivedAt !== null || deck.leftAt !== null,
    facts: rows.map((row) => ({ id: row.id, body: row.body, isArchived: row.archivedAt !== null })),
  };
}

/** A deck that says some of the same. */
export interface Likeness {
  readonly deckId: string;
  /** Content keys it has in common with the new notes. */
  readonly common: number;
}

/** The learner's own deck, thrown away or not, that has most of these content keys; null when none has any. */
export const likeliestOwnDeck = (
  db: Database,
  learnerId: number,
  keys: readonly string[],
): Promise<Likeness | null> => likeliest(db, sql`d.owner_id = ${learnerId}`, keys);

/** The built-in deck that has most of these keys, among those whose files are not there any more. */
export const likeliestLostDeck = (
  db: Transaction,
  files: readonly string[],
  keys: readonly string[],
): Promise<Likeness | null> =>
  likeliest(db, sql`d.owner_id is null and d.file <> all(${sql.param([...files])}::text[])`, keys);

async function likeliest(
  db: Database | Transaction,
  isCandidate: ReturnType<typeof sql>,
  keys: readonly string[],
): Promise<Likeness | null> {
  const { rows } = await db.execute<{ deck_id: string; common: number }>(sql`
    select f.deck_id, count(*)::int as common
    from facts f join decks d on d.id = f.deck_id
    where ${isCandidate} and f.key = any(${sql.param([...keys])}::text[])
    group by f.deck_id, d.archived_at, d.left_at
    order by count(*) desc, d.archived_at is not null, d.left_at is not null, f.deck_id
    limit 1`);
  const [row] = rows;
  return row === undefined ? null : { deckId: row.deck_id, common: row.common };
}

export interface DeckChange {
  readonly deck: typeof decks.$inferInsert;
  readonly facts: readonly (typeof facts.$inferInsert)[];
  /** Ids of facts that are no longer in the notes. */
  readonly gone: readonly string[];
  readonly now: Date;
}

/** Rows of one insert: the statement of 5,000 takes a third of a second to put together, and nobody else is served then. */
const ROWS_PER_INSERT = 200;

/** Writes a deck and its facts; known ids keep their cards, the gone ones are archived. Gives the deck's version. */
export async function saveDeck(tx: Transaction, change: DeckChange): Promise<number> {
  const { deck, now } = change;
  const [saved] = await tx
    .insert(decks)
    .values(deck)
    .onConflictDoUpdate({
      target: decks.id,
      set: {
        file: deck.file ?? null,
        title: deck.title,
        text: deck.text,
        sections: deck.sections,
        version: sql`${decks.version} + 1`,
        updatedAt: now,
        archivedAt: null,
        leftAt: null,
      },
    })
    .returning({ version: decks.version });
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
    await tx.update(facts).set({ archivedAt: now }).where(isOneOf(change.gone));
  }
  return saved?.version ?? 1;
}

/** Keys may change places within one import (a ↔ b): all are dropped first, so that no moment has two of one key. */
async function dropKeys(tx: Transaction, deckId: string, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await tx
    .update(facts)
    .set({ key: null })
    .where(and(eq(facts.deckId, deckId), isOneOf(ids)));
}

/** One parameter, however many ids. */
const isOneOf = (ids: readonly string[]) => sql`${facts.id} = any(${sql.param([...ids])}::text[])`;

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
