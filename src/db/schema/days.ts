/** The days of learners, and the days on which the bot was away. */
import { date, integer, pgTable, primaryKey, smallint, text } from 'drizzle-orm/pg-core';
import type { DayOutcome } from '../../review/streak.js';
import { instant, telegramId } from './columns.js';
import { learners } from './learners.js';

/**
 * Study days that are over, one row each from the first answer on, written once and never changed: what the day was, and
 * the streak after it. Later changes of zone, notes or settings do not touch them.
 */
export const studyDays = pgTable(
  'study_days',
  {
    learnerId: telegramId('learner_id')
      .notNull()
      .references(() => learners.id),
    day: date('day', { mode: 'string' }).notNull(),
    outcome: text('outcome').$type<DayOutcome>().notNull(),
    /** Days in a row, days off in store and the longest row ever, after this day. */
    streak: integer('streak').notNull(),
    daysOff: smallint('days_off').notNull(),
    record: integer('record').notNull(),
  },
  (table) => [primaryKey({ columns: [table.learnerId, table.day] })],
);

/** One row: when some process of the bot was last known to work. */
export const heartbeat = pgTable('heartbeat', {
  id: smallint('id').primaryKey(),
  beatAt: instant('beat_at').notNull(),
});

/** Spans in which no process of the bot worked: they break nobody's streak. */
export const outages = pgTable('outages', {
  startedAt: instant('started_at').primaryKey(),
  endedAt: instant('ended_at').notNull(),
});
