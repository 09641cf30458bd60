/** People and what they have chosen for themselves. */
import { boolean, date, pgTable, smallint, text } from 'drizzle-orm/pg-core';
import { instant, telegramId } from './columns.js';
import { decks } from './decks.js';

/** People who talk to the bot. `id` is their Telegram user id, which is also the id of the private chat. */
export const learners = pgTable('learners', {
  id: telegramId('id').primaryKey(),
  timeZone: text('time_zone').notNull(),
  /** The deck /quiz asks from; null until one is chosen. */
  deckId: text('deck_id').references(() => decks.id),
  dailyGoal: smallint('daily_goal').notNull().default(10),
  newPerDay: smallint('new_per_day').notNull().default(10),
  /** Questions a day until the pile after a break is gone; null while there is none, or it is worked off as usual. */
  catchUpGoal: smallint('catch_up_goal'),
  /** The local date on which questions come again after a rest; null or past: no rest. */
  restUntil: date('rest_until', { mode: 'string' }),
  /** Questions to be answered by typing are asked too; otherwise only what has buttons. */
  isTyping: boolean('is_typing').notNull().default(true),
  /** «Дальше» stands under every verdict, not only where there is something to read. */
  isPacing: boolean('is_pacing').notNull().default(false),
  createdAt: instant('created_at').notNull(),
});
