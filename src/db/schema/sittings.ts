/** Sittings and their questions, each kept with the text it was asked with. */
import { sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
  foreignKey,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import type { Question, Remark, Result } from '../../questions/question.js';
import { instant, telegramId } from './columns.js';
import { decks } from './decks.js';
import { learners } from './learners.js';
import { cards } from './memory.js';

/** How a sitting came about. */
export type SessionKind = 'trial' | 'portion' | 'daily' | 'section' | 'mistakes' | 'facts';

/** One sitting. A learner has at most one that is not closed; a paused one waits for «Продолжить». */
export const sessions = pgTable(
  'sessions',
  {
    learnerId: telegramId('learner_id')
      .notNull()
      .references(() => learners.id),
    id: text('id').notNull(),
    deckId: text('deck_id')
      .notNull()
      .references(() => decks.id),
    kind: text('kind').$type<SessionKind>().notNull(),
    /** Shown with every quote; null while the learner had only these notes to choose from. */
    deckTitle: text('deck_title'),
    /** Number of steps. */
    length: smallint('length').notNull(),
    openedAt: instant('opened_at').notNull(),
    pausedAt: instant('paused_at'),
    closedAt: instant('closed_at'),
  },
  (table) => [
    primaryKey({ columns: [table.learnerId, table.id] }),
    uniqueIndex('sessions_one_open')
      .on(table.learnerId)
      .where(sql`${table.closedAt} is null`),
  ],
);

/**
 * One question of a sitting, with the text it was asked with and, once answered, its verdict. Its pages are filled by three
 * fifths, so that a row that changes stays where it is (`drizzle/0012_room_for_answers.sql`).
 */
export const steps = pgTable(
  'steps',
  {
    learnerId: telegramId('learner_id').notNull(),
    sessionId: text('session_id').notNull(),
    /** From 1. */
    position: smallint('position').notNull(),
    factId: text('fact_id').notNull(),
    /** The fact that was planned here, while a mistake takes its place. */
    displacedFactId: text('displaced_fact_id'),
    question: jsonb('question').$type<Question>().notNull(),
    /** What the step that repeats this one asks: the same fact, in another way if there is one. */
    again: jsonb('again').$type<Question>().notNull(),
    /** The step whose mistake comes back here: its fact and its `again` are asked instead of what was planned. */
    repeats: smallint('repeats'),
    hinted: boolean('hinted').notNull().default(false),
    askedAt: instant('asked_at'),
    /** The message that shows the question now. */
    messageId: telegramId('message_id'),
    answeredAt: instant('answered_at'),
    /** The update that answered it: handled again after a crash, it says again what it said. */
    updateId: bigint('update_id', { mode: 'number' }),
    /** Index of the tapped choice (or grade, from 0 for everything), or what was typed; both null after «Не знаю». */
    choice: smallint('choice'),
    reply: text('reply'),
    result: text('result').$type<Result>(),
    remark: jsonb('remark').$type<Remark>(),
  },
  (table) => [
    primaryKey({ columns: [table.learnerId, table.sessionId, table.position] }),
    foreignKey({
      columns: [table.learnerId, table.sessionId],
      foreignColumns: [sessions.learnerId, sessions.id],
    }),
    foreignKey({
      columns: [table.learnerId, table.factId],
      foreignColumns: [cards.learnerId, cards.factId],
    }),
  ],
);
