/** What comes from Telegram, who handles it, and what a conversation has heard so far. */
import { sql } from 'drizzle-orm';
import { bigint, boolean, index, pgTable, primaryKey, smallint, text } from 'drizzle-orm/pg-core';
import { instant, telegramId } from './columns.js';

/** State of `@grammyjs/conversations`: text, because jsonb refuses the NUL that button hashes may contain. */
export const conversations = pgTable(
  'conversations',
  {
    learnerId: telegramId('learner_id').notNull(),
    chatId: telegramId('chat_id').notNull(),
    state: text('state').notNull(),
    updatedAt: instant('updated_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.learnerId, table.chatId] })],
);

/** Every update before it is handled: a redelivery is the same row, a crash leaves it to be handled again. */
export const inbox = pgTable(
  'inbox',
  {
    /** Whose turn it takes: a person, else a chat; 0 for an update with neither. */
    learnerId: telegramId('learner_id').notNull(),
    updateId: bigint('update_id', { mode: 'number' }).notNull(),
    payload: text('payload').notNull(),
    receivedAt: instant('received_at').notNull(),
    attempts: smallint('attempts').notNull().default(0),
    handledAt: instant('handled_at'),
    /** Set aside after repeated failures; never blocks what comes after it. */
    failedAt: instant('failed_at'),
    error: text('error'),
  },
  (table) => [
    primaryKey({ columns: [table.learnerId, table.updateId] }),
    index('inbox_waiting')
      .on(table.learnerId, table.updateId)
      .where(sql`${table.handledAt} is null and ${table.failedAt} is null`),
    index('inbox_received').on(table.receivedAt),
  ],
);

/** Which process handles a learner's updates now, and until when if it is heard of no more. No row: nobody. */
export const turns = pgTable('turns', {
  learnerId: telegramId('learner_id').primaryKey(),
  owner: text('owner').notNull(),
  until: instant('until').notNull(),
  /** Another process has stored an update of this learner: look before letting go. */
  isWanted: boolean('is_wanted').notNull().default(false),
});

/** What one process at a time does, such as polling; the lease ends by itself if its owner is heard of no more. */
export const leases = pgTable('leases', {
  name: text('name').primaryKey(),
  owner: text('owner').notNull(),
  until: instant('until').notNull(),
});
