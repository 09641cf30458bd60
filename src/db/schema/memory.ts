/** What a learner remembers of facts: the state of every card, every answer for ever, and what was learnt from complaints. */
import { sql } from 'drizzle-orm';
import {
  date,
  doublePrecision,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  pgView,
  primaryKey,
  smallint,
  text,
} from 'drizzle-orm/pg-core';
import type { QuestionKind, Result } from '../../questions/question.js';
import type { CardState } from '../../review/card.js';
import type { ExamScope } from '../../review/exam.js';
import { instant, telegramId } from './columns.js';
import { decks, facts } from './decks.js';
import { learners } from './learners.js';

/** What a correcting row does to the review before it. */
export type Correction = 'credited' | 'undone';

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
    // Whoever deletes a fact is asked for its cards.
    index('cards_fact').on(table.factId),
  ],
);

/** One answer. Fresh builders every time: a table and a view each build their own columns of them. */
const answerColumns = () => ({
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
});

/**
 * Every answer for ever, and every correction of one; rows are only added. `number` is the card's version after the row.
 * A correcting row follows at once upon the row whose place it takes, with the same step, moment, study day and `before`:
 * `credited` (Засчитать) counts instead of it, with another result; `undone` (/undo) says that neither counts.
 * Whoever counts answers, days or facts reads `countedReviews`, where only the rows that stand are.
 */
export const reviews = pgTable(
  'reviews',
  {
    ...answerColumns(),
    correction: text('correction').$type<Correction>(),
    correctedAt: instant('corrected_at'),
  },
  (table) => [
    primaryKey({ columns: [table.learnerId, table.factId, table.number] }),
    index('reviews_day').on(table.learnerId, table.studyDay),
    // Hardly any row is one, and every count of answers asks for it.
    index('reviews_corrections')
      .on(table.learnerId, table.factId, table.number)
      .where(sql`${table.correction} is not null`),
    foreignKey({
      columns: [table.learnerId, table.factId],
      foreignColumns: [cards.learnerId, cards.factId],
    }),
  ],
);

/**
 * The answers that stand, one row each: none that was undone, and of a credited one only the correction. An undone answer
 * counts for no streak, goal or number; a credited one counts on the study day of the answer itself.
 */
export const countedReviews = pgView('counted_reviews', answerColumns()).as(sql`
  select r.learner_id, r.fact_id, r.number, r.session_id, r.position, r.question_kind, r.result, r.rating,
    r.reviewed_at, r.study_day, r.before
  from reviews r
  where r.correction is distinct from 'undone' and not exists (
    select from reviews c where c.learner_id = r.learner_id and c.fact_id = r.fact_id
      and c.number = r.number + 1 and c.correction is not null)`);

/** Replies a learner had credited: from then on right for them wherever this answer of this fact is wanted. */
export const aliases = pgTable(
  'aliases',
  {
    learnerId: telegramId('learner_id').notNull(),
    factId: text('fact_id')
      .notNull()
      .references(() => facts.id),
    /** What the question wanted, and what was written instead, in the form in which the judge compares them. */
    wanted: text('wanted').notNull(),
    reply: text('reply').notNull(),
    createdAt: instant('created_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.learnerId, table.factId, table.wanted, table.reply] })],
);

/** Questions a learner never wants to see again; the fact itself stays. */
export const hiddenQuestions = pgTable(
  'hidden_questions',
  {
    learnerId: telegramId('learner_id').notNull(),
    questionId: text('question_id').notNull(),
    factId: text('fact_id')
      .notNull()
      .references(() => facts.id),
    questionKind: text('question_kind').$type<QuestionKind>().notNull(),
    /** Content key of the fact when this was its last question: until it is edited, there is nothing to ask of it. */
    silencedKey: text('silenced_key'),
    hiddenAt: instant('hidden_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.learnerId, table.questionId] }),
    index('hidden_questions_fact').on(table.learnerId, table.factId),
  ],
);

/** The exam a learner prepares one deck for; after its date the row means nothing. */
export const exams = pgTable(
  'exams',
  {
    learnerId: telegramId('learner_id').notNull(),
    deckId: text('deck_id')
      .notNull()
      .references(() => decks.id),
    examDate: date('exam_date', { mode: 'string' }).notNull(),
    /** New facts come from what the author stressed and defined, or from everything. */
    scope: text('scope').$type<ExamScope>().notNull(),
    /** The first study day of the plan. */
    startsOn: date('starts_on', { mode: 'string' }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.learnerId, table.deckId] })],
);
