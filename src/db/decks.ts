/** Decks as their learners see them: which there are, what is asked of them, whose they are. */
import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import type { Fact } from '../notes/note.js';
import type { Database, Transaction } from './database.js';
import { isVisibleTo } from './learners.js';
import { decks, facts, type DeckSection } from './schema/decks.js';
import { shares } from './schema/own-notes.js';

export interface DeckRow {
  readonly id: string;
  /** It is this learner's own; neither built in nor shared with them. */
  readonly isOwn: boolean;
  readonly isBuiltIn: boolean;
  readonly title: string;
  readonly version: number;
  readonly sections: readonly DeckSection[];
  /** Facts that can be asked (not archived). */
  readonly facts: number;
}

const deckColumns = (learnerId: number) => ({
  id: decks.id,
  isOwn: sql<boolean>`${decks.ownerId} is not distinct from ${learnerId}::bigint`,
  isBuiltIn: sql<boolean>`${decks.ownerId} is null`,
  title: decks.title,
  version: decks.version,
  sections: decks.sections,
  // Names spelled out: Drizzle drops the table from columns of a select over one table, and `id` would be the fact's.
  facts: sql<number>`(select count(*)::int from facts f where f.deck_id = decks.id and f.archived_at is null)`,
});

/** Decks the learner may study that have something to ask: own ones first, then shared ones, each by title. */
export async function visibleDecks(db: Database, learnerId: number): Promise<DeckRow[]> {
  const rows = await db
    .select(deckColumns(learnerId))
    .from(decks)
    .where(isVisibleTo(learnerId))
    .orderBy(
      sql`${decks.ownerId} is null, ${decks.ownerId} <> ${learnerId}`,
      asc(decks.title),
      asc(decks.id),
    );
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

/** Titles of the decks a learner owns and has not thrown away. */
export async function ownTitles(db: Database | Transaction, learnerId: number): Promise<string[]> {
  const rows = await db
    .select({ title: decks.title })
    .from(decks)
    .where(and(eq(decks.ownerId, learnerId), isNull(decks.archivedAt), isNull(decks.leftAt)));
  return rows.map(({ title }) => title);
}

/** Gives a deck another title; false when the learner does not own it. */
export async function renameDeck(
  db: Database,
  learnerId: number,
  { deckId, title }: { deckId: string; title: string },
): Promise<boolean> {
  const rows = await db
    .update(decks)
    .set({ title })
    .where(and(eq(decks.id, deckId), eq(decks.ownerId, learnerId), isNull(decks.leftAt)))
    .returning({ id: decks.id });
  return rows.length > 0;
}

/** A deck somebody may begin to study because they know its id; null when nobody is asked from it any more. */
export async function deckToShare(
  db: Database,
  deckId: string,
): Promise<{ ownerId: number | null } | null> {
  const [row] = await db
    .select({ ownerId: decks.ownerId })
    .from(decks)
    .where(and(eq(decks.id, deckId), isNull(decks.archivedAt)));
  return row ?? null;
}

/** Lets a learner study somebody else's deck; once is enough. */
export async function addShare(
  db: Database,
  { learnerId, deckId, now }: { learnerId: number; deckId: string; now: Date },
): Promise<void> {
  await db.insert(shares).values({ learnerId, deckId, since: now }).onConflictDoNothing();
}

/** How many people besides the owner study a deck. */
export const countShares = (db: Database, deckId: string): Promise<number> =>
  db.$count(shares, eq(shares.deckId, deckId));

/**
 * The learner lets go of a deck, their own or a shared one. Nothing is deleted but the share: those who study it go on,
 * and after the last of them it is archived. False when it was neither theirs nor shared with them.
 */
export async function leaveDeck(
  db: Database,
  { learnerId, deckId, now }: { learnerId: number; deckId: string; now: Date },
): Promise<boolean> {
  return db.transaction(async (tx) => {
    const owned = await tx
      .update(decks)
      .set({ leftAt: now })
      .where(and(eq(decks.id, deckId), eq(decks.ownerId, learnerId), isNull(decks.leftAt)))
      .returning({ id: decks.id });
    const shared = await tx
      .delete(shares)
      .where(and(eq(shares.learnerId, learnerId), eq(shares.deckId, deckId)))
      .returning({ deckId: shares.deckId });
    await tx
      .update(decks)
      .set({ archivedAt: now })
      .where(
        and(
          eq(decks.id, deckId),
          sql`${decks.leftAt} is not null`,
          isNull(decks.archivedAt),
          sql`not exists (select 1 from shares s where s.deck_id = decks.id)`,
        ),
      );
    return owned.length + shared.length > 0;
  });
}
