/**
 * All tables on one page. What belongs to a learner has a primary key that starts with the learner's id, so that the
 * tables can be distributed by it; decks and facts have random ids and are shared by whoever studies them.
 * Telegram ids are JavaScript numbers (below 2^53). Progress is never deleted by an import, only archived.
 */
import { sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
  date,
  doublePrecision,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  timestamp,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import type { Fact } from '../notes/note.js';
import type { Question, QuestionKind, Remark, Result } from '../questions/question.js';
import type { CardState } from '../review/card.js';

const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });
const telegramId = (name: string) => bigint(name, { mode: 'number' });

/** A heading of a deck as /topics shows it; `isEmpty` when the author has written nothing under it. */
export interface DeckSection {
  readonly title: string;
  readonly line: number;
  readonly isEmpty: boolean;
}

/** How a sitting came about. */
export type SessionKind = 'trial' | 'portion' | 'section' | 'mistakes' | 'facts';

/** People who talk to the bot. `id` is their Telegram user id, which is also the id of the private chat. */
export const learners = pgTable('learners', {
  id: telegramId('id').primaryKey(),
  timeZone: text('time_zone').notNull(),
  /** The deck /quiz asks from; null until one is chosen. */
  deckId: text('deck_id').references(() => decks.id),
  dailyGoal: smallint('daily_goal').notNull().default(10),
  newPerDay: smallint('new_per_day').notNull().default(10),
  createdAt: instant('created_at').notNull(),
});

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

/** A fact under review by one learner: the whole FSRS state. `version` counts its reviews and guards every change. */
export const cards = pgTable(
  'cards',
  {
    learnerId: telegramId('learner_id')
      .notNull()
      .references(() => learners.id),
    factId: text('fact_id')
      .notNull()
      .references(() => facts.id),
    due: instant('due').notNull(),
    stability: doublePrecision('stability').notNull(),
    difficulty: doublePrecision('difficulty').notNull(),
    elapsedDays: integer('elapsed_days').notNull(),
    scheduledDays: integer('scheduled_days').notNull(),
    learningSteps: integer('learning_steps').notNull(),
    reps: integer('reps').notNull(),
    lapses: integer('lapses').notNull(),
    state: smallint('state').notNull(),
    lastReview: instant('last_review'),
    version: integer('version').notNull().default(0),
  },
  (table) => [
    primaryKey({ columns: [table.learnerId, table.factId] }),
    index('cards_due').on(table.learnerId, table.due),
  ],
);

/** Every answer for ever: counters are recounted from here. `number` is the card's version after the review. */
export const reviews = pgTable(
  'reviews',
  {
    learnerId: telegramId('learner_id').notNull(),
    factId: text('fact_id').notNull(),
    number: integer('number').notNull(),
    sessionId: text('session_id').notNull(),
    position: smallint('position').notNull(),
    questionKind: text('question_kind').$type<QuestionKind>().notNull(),
    result: text('result').$type<Result>().notNull(),
    /** FSRS: 1 Again, 2 Hard, 3 Good, 4 Easy. */
    rating: smallint('rating').notNull(),
    reviewedAt: instant('reviewed_at').notNull(),
    /** The learner's study day, fixed when the answer came: a later change of zone does not move it. */
    studyDay: date('study_day', { mode: 'string' }).notNull(),
    /** The card before this review, for /undo. */
    before: jsonb('before').$type<CardState>().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.learnerId, table.factId, table.number] }),
    index('reviews_day').on(table.learnerId, table.studyDay),
    foreignKey({
      columns: [table.learnerId, table.factId],
      foreignColumns: [cards.learnerId, cards.factId],
    }),
  ],
);

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

/** One question of a sitting, with the text it was asked with and, once answered, its verdict. */
export const steps = pgTable(
  'steps',
  {
    learnerId: telegramId('learner_id').notNull(),
    sessionId: text('session_id').notNull(),
    /** From 1. */
    position: smallint('position').notNull(),
    factId: text('fact_id').notNull(),
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
    updateId: bigint('update_id', { mode: 'number' }).primaryKey(),
    learnerId: telegramId('learner_id'),
    payload: text('payload').notNull(),
    receivedAt: instant('received_at').notNull(),
    attempts: smallint('attempts').notNull().default(0),
    handledAt: instant('handled_at'),
    /** Set aside after repeated failures; never blocks what comes after it. */
    failedAt: instant('failed_at'),
    error: text('error'),
  },
  (table) => [
    index('inbox_waiting')
      .on(table.learnerId, table.updateId)
      .where(sql`${table.handledAt} is null and ${table.failedAt} is null`),
  ],
);

/** What was looked for and is in no notes: how often, and never by whom. The text is folded and free of personal data. */
export const missingQueries = pgTable('missing_queries', {
  query: text('query').primaryKey(),
  times: integer('times').notNull(),
  lastAskedAt: instant('last_asked_at').notNull(),
});
