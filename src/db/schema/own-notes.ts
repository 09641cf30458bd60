/** Notes on their way from a learner to a deck, and from one learner to another. */
import { boolean, index, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import type { NoteChanges } from '../../notes/changes.js';
import { instant, telegramId } from './columns.js';
import { decks } from './decks.js';
import { learners } from './learners.js';

/** Whose deck somebody else studies too, since they opened its link. The owner's edits reach them, with their own cards. */
export const shares = pgTable(
  'shares',
  {
    learnerId: telegramId('learner_id')
      .notNull()
      .references(() => learners.id),
    deckId: text('deck_id')
      .notNull()
      .references(() => decks.id),
    since: instant('since').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.learnerId, table.deckId] }),
    index('shares_deck').on(table.deckId),
  ],
);

/** What came of notes somebody sent. Of a deck that was made only its id is kept: the deck tells the rest. */
export type ImportOutcome =
  | { readonly kind: 'made' | 'same'; readonly deckId: string }
  | {
      readonly kind: 'updated';
      readonly deckId: string;
      readonly changes: NoteChanges;
      /** Permanent ids of the facts that are new. */
      readonly added: readonly string[];
    }
  /** Over half of the deck would go: its owner is asked what these notes are. */
  | {
      readonly kind: 'undecided';
      readonly deckId: string;
      readonly common: number;
      readonly total: number;
    }
  | { readonly kind: 'refused'; readonly reason: string }
  /** No notes: a copy was brought back, or was none. */
  | { readonly kind: 'copy' };

/** Every time a learner sent notes or a copy: it limits how often, and says the same again when the update comes again. */
export const imports = pgTable(
  'imports',
  {
    learnerId: telegramId('learner_id')
      .notNull()
      .references(() => learners.id),
    /** Made of the update that brought the notes. */
    id: text('id').notNull(),
    receivedAt: instant('received_at').notNull(),
    title: text('title').notNull(),
    /** The notes, as long as their owner has not said what they are; null before and after. */
    text: text('text'),
    outcome: jsonb('outcome').$type<ImportOutcome>().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.learnerId, table.id] }),
    index('imports_received').on(table.learnerId, table.receivedAt),
    // For the sweep alone.
    index('imports_old').on(table.receivedAt),
  ],
);

/** A long text that comes in several messages and has not become a deck yet; at most one a learner. */
export const pastes = pgTable('pastes', {
  learnerId: telegramId('learner_id')
    .primaryKey()
    .references(() => learners.id),
  id: text('id').notNull(),
  /** The learner said «Да»: silence makes a deck of it. */
  isWanted: boolean('is_wanted').notNull().default(false),
  /** When the last part came; whoever closes the paste compares it. */
  changedAt: instant('changed_at').notNull(),
  /** The message that asks about it. */
  messageId: telegramId('message_id'),
});

/** One message of a paste; they are joined in the order of their ids. */
export const pasteParts = pgTable(
  'paste_parts',
  {
    learnerId: telegramId('learner_id')
      .notNull()
      .references(() => pastes.learnerId, { onDelete: 'cascade' }),
    messageId: telegramId('message_id').notNull(),
    text: text('text').notNull(),
  },
  (table) => [primaryKey({ columns: [table.learnerId, table.messageId] })],
);
