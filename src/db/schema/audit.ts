/** What the people who run the bot did with it from a chat. */
import { bigint, index, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { instant, telegramId } from './columns.js';

/** What can be done. */
export type AdminAction =
  'status' | 'health' | 'missing' | 'set-aside' | 'replay' | 'pause-pushes' | 'resume-pushes';

/**
 * One row an action. An update that is handled again after a crash is the same action, and has the same row. Kept for a
 * year, also when its admin leaves the bot with /delete: it is about the bot, and holds nothing anybody wrote.
 */
export const audit = pgTable(
  'audit',
  {
    /** Telegram id, one of ADMIN_IDS at that time. */
    adminId: telegramId('admin_id').notNull(),
    updateId: bigint('update_id', { mode: 'number' }).notNull(),
    at: instant('at').notNull(),
    action: text('action').$type<AdminAction>().notNull(),
    /** What it was done to: the id of an update, or `all`; null where there is nothing to choose. */
    target: text('target'),
    /** `done`, `failed`, `too late`, or how many it was done to. */
    outcome: text('outcome').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.adminId, table.updateId] }),
    index('audit_at').on(table.at),
  ],
);
