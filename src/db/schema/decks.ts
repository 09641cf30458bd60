/** Decks and their facts: random ids, shared by whoever studies them. An import changes keys and bodies, never ids. */
import { sql } from 'drizzle-orm';
import { index, integer, jsonb, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core';
import type { Fact } from '../../notes/note.js';
import { instant, telegramId } from './columns.js';

/** A heading of a deck as /topics shows it; `isEmpty` when the author has written nothing under it. */
export interface DeckSection {
  readonly title: string;
  readonly line: number;
  readonly isEmpty: boolean;
}

/** Notes on one subject: a file of NOTES_DIR (no owner), or what a learner sent. */
export const decks = pgTable(
  'decks',
  {
    id: text('id').primaryKey(),
    ownerId: telegramId('owner_id'),
    /** Name of the built-in file; null for a learner's own notes. */
    file: text('file'),
    title: text('title').notNull(),
    /** The decoded notes as they were imported last. */
    text: text('text').notNull(),
    sections: jsonb('sections').$type<DeckSection[]>().notNull(),
    /** Grows with every import that changed something; whoever caches a bank compares it. */
    version: integer('version').notNull().default(1),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
    archivedAt: instant('archived_at'),
    /** The owner has thrown it away; those it is shared with still study it. */
    leftAt: instant('left_at'),
  },
  (table) => [
    uniqueIndex('decks_built_in_file')
      .on(table.file)
      .where(sql`${table.ownerId} is null`),
    index('decks_owner').on(table.ownerId),
  ],
);

/** The smallest thing that can be asked. The id never changes; key and body follow the notes as they are edited. */
export const facts = pgTable(
  'facts',
  {
    id: text('id').primaryKey(),
    deckId: text('deck_id')
      .notNull()
      .references(() => decks.id),
    /** Content key of the fact, unique in its deck; null while archived, for a new fact may say the same. */
    key: text('key'),
    /** Place in the notes, from 0. */
    position: integer('position').notNull(),
    section: text('section'),
    body: jsonb('body').$type<Fact>().notNull(),
    archivedAt: instant('archived_at'),
  },
  (table) => [uniqueIndex('facts_deck_key').on(table.deckId, table.key)],
);
