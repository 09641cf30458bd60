/** What people looked for in vain. */
import { integer, pgTable, text } from 'drizzle-orm/pg-core';
import { instant } from './columns.js';

/** What was looked for and is in no notes: how often, and never by whom. The text is folded and free of personal data. */
export const missingQueries = pgTable('missing_queries', {
  query: text('query').primaryKey(),
  times: integer('times').notNull(),
  lastAskedAt: instant('last_asked_at').notNull(),
});
