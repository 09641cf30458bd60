/** When learners are asked every day, and what became of each day. */
import { sql } from 'drizzle-orm';
import {
  boolean,
  date,
  index,
  pgTable,
  primaryKey,
  smallint,
  text,
  time,
} from 'drizzle-orm/pg-core';
import { instant, telegramId } from './columns.js';
import { learners } from './learners.js';

/** Why nobody is asked every day: the learner's wish, seven days without an answer, a bot that may not write. */
export type SilenceReason = 'wish' | 'unanswered' | 'blocked';

/**
 * When a learner is asked every day, in the zone of `learners`. `nextDueAt` is computed by `next_due` in the database and
 * nowhere else; null: off. The row appears with the first choice of a time, also when the offer is declined.
 */
export const schedules = pgTable(
  'schedules',
  {
    learnerId: telegramId('learner_id')
      .primaryKey()
      .references(() => learners.id),
    localTime: time('local_time', { precision: 0 }).notNull(),
    /** Bit 0 is Monday, bit 6 Sunday; never 0. */
    weekdays: smallint('weekdays').notNull().default(127),
    /** Days from one push to the next, at least: 1, or 7 for once a week. */
    stepDays: smallint('step_days').notNull().default(1),
    nextDueAt: instant('next_due_at'),
    /** The local date of the last push: another one needs a later date. */
    lastLocalDate: date('last_local_date', { mode: 'string' }),
    /** When that one was claimed: eight hours later is the earliest for the next, also across a change of zone. */
    lastClaimedAt: instant('last_claimed_at'),
    /** The learner has seen the clock of their zone and said that it is right. */
    zoneConfirmed: boolean('zone_confirmed').notNull().default(false),
    silence: text('silence').$type<SilenceReason>(),
    /** When the learner last chose something here: pushes before that do not count as unanswered. */
    chosenAt: instant('chosen_at').notNull(),
  },
  (table) => [
    index('schedules_due')
      .on(table.nextDueAt)
      .where(sql`${table.nextDueAt} is not null`),
  ],
);

/**
 * `claimed`: somebody decides what to send, again if it dies; `sending`: the call may have gone out, so that it counts as
 * sent whatever becomes of its sender; `missed`: too late, or nobody was there.
 */
export type PushStatus = 'claimed' | 'sending' | 'sent' | 'skipped' | 'missed';

/** Why a push that was due did not go out. */
export type SkipReason = 'goal' | 'nothing' | 'busy' | 'rest' | 'sparing' | 'blocked' | 'failed';

/** One row a learner and local date: the primary key is what makes a second push of a day impossible. */
export const pushes = pgTable(
  'pushes',
  {
    learnerId: telegramId('learner_id').notNull(),
    localDate: date('local_date', { mode: 'string' }).notNull(),
    status: text('status').$type<PushStatus>().notNull(),
    reason: text('reason').$type<SkipReason>(),
    dueAt: instant('due_at').notNull(),
    /** Nobody takes a claimed row up before: its sender is at work on it, or it waits for the learner to pause. */
    heldUntil: instant('held_until').notNull(),
    /** Sent at the owner's word: neither the goal nor a recent answer holds it back. */
    isForced: boolean('is_forced').notNull().default(false),
    sentAt: instant('sent_at'),
    /** The sitting whose first question it carries; null for the farewell. */
    sessionId: text('session_id'),
    /** Null once the message is gone from the chat. */
    messageId: telegramId('message_id'),
  },
  (table) => [
    primaryKey({ columns: [table.learnerId, table.localDate] }),
    index('pushes_claimed')
      .on(table.heldUntil)
      .where(sql`${table.status} = 'claimed'`),
    // For the sweep alone.
    index('pushes_old').on(table.dueAt),
  ],
);

/** Until when all processes send nothing of their own accord: two rows at most. */
export const telegramPause = pgTable('telegram_pause', {
  /** 1: Telegram has asked for it; 2: whoever runs the bot has. */
  id: smallint('id').primaryKey(),
  until: instant('until').notNull(),
});
