/** What a learner knows of a deck: every fact with its card, and when the cards come back. */
import { and, asc, desc, eq, gte, isNull, not, sql, type SQL } from 'drizzle-orm';
import type { Fact } from '../notes/note.js';
import type { CardState } from '../review/card.js';
import { studyDay } from './clock.js';
import type { Database } from './database.js';
import { isVisibleTo, type LearnerToday } from './learners.js';
import { decks, facts } from './schema/decks.js';
import { cards, countedReviews, exams } from './schema/memory.js';

/** A fact of a deck and the learner's card of it; `card` is null until the fact was first planned. */
export interface FactProgress {
  readonly factId: string;
  readonly section: string | null;
  /** Its first line, from 1. */
  readonly line: number;
  /** The list or term it belongs to; null for a fact on its own. */
  readonly kin: string | null;
  /** A definition, or stressed by the author. */
  readonly isMain: boolean;
  readonly position: number;
  readonly card: CardState | null;
  /** Reviewed before and due in the present study day or earlier; before an exam its eve at the latest. */
  readonly isDue: boolean;
}

/**
 * The study day on which a card comes back. Before an exam no interval reaches beyond its eve, on which everything is
 * repeated once; the card itself keeps what memory allows, so that nothing has to be undone when the exam is over.
 */
const dueDay = ({ timeZone }: LearnerToday): SQL => {
  const [due, reviewed] = [cards.due, cards.lastReview].map((instant) =>
    studyDay(sql`${instant}`, sql`${timeZone}`),
  );
  const eve = sql`${exams.examDate} - 1`;
  return sql`case when ${reviewed} < ${eve} then least(${due}, ${eve}) else ${due} end`;
};

const isAhead = (learner: LearnerToday) =>
  and(
    eq(exams.learnerId, learner.id),
    eq(exams.deckId, facts.deckId),
    gte(exams.examDate, learner.today),
  );

/** Everything the learner does not want to be asked of this fact is hidden, and nothing else is left. */
const isSilenced = (learner: LearnerToday) =>
  sql`exists (select from hidden_questions h where h.learner_id = ${learner.id} and h.fact_id = ${facts.id}
    and h.silenced_key = ${facts.key})`;

/** All facts of a deck that can be asked, in the order of the notes. */
export async function progressOf(
  db: Database,
  learner: LearnerToday,
  deckId: string,
): Promise<FactProgress[]> {
  const rows = await db
    .select({
      factId: facts.id,
      section: facts.section,
      line: sql<number>`(${facts.body} ->> 'line')::int`,
      kin: sql<
        string | null
      >`lower(coalesce(${facts.body} ->> 'list', ${facts.body} ->> 'title', ${facts.body} ->> 'term', ${facts.body} ->> 'subject'))`,
      isMain: sql<boolean>`${facts.body} ->> 'kind' = 'definition' or (${facts.body} ->> 'weight')::int > 0`,
      position: facts.position,
      card: cards,
      isDue: sql<boolean>`coalesce(${cards.reps} > 0 and ${dueDay(learner)} <= ${learner.today}::date, false)`,
    })
    .from(facts)
    .leftJoin(cards, and(eq(cards.factId, facts.id), eq(cards.learnerId, learner.id)))
    .leftJoin(exams, isAhead(learner))
    .where(and(eq(facts.deckId, deckId), isNull(facts.archivedAt), not(isSilenced(learner))))
    .orderBy(asc(facts.position));
  return rows.map((row) => ({ ...row, card: row.card && cardStateOf(row.card) }));
}

/** A fact of any deck the learner may see. */
export interface KnownFact {
  readonly deckId: string;
  readonly body: Fact;
}

const knownFacts = (db: Database) =>
  db
    .select({ deckId: facts.deckId, body: facts.body })
    .from(cards)
    .innerJoin(facts, eq(facts.id, cards.factId))
    .innerJoin(decks, eq(decks.id, facts.deckId));

const isKnownTo = (learnerId: number) =>
  and(
    eq(cards.learnerId, learnerId),
    sql`${cards.reps} > 0`,
    isNull(facts.archivedAt),
    isVisibleTo(learnerId),
  );

/** Facts whose last answer was wrong, the latest first; an answer taken back is none. */
export async function lastMistakes(
  db: Database,
  learnerId: number,
  limit: number,
): Promise<KnownFact[]> {
  const isLatest = and(
    eq(countedReviews.learnerId, cards.learnerId),
    eq(countedReviews.factId, cards.factId),
    eq(countedReviews.number, cards.version),
  );
  return knownFacts(db)
    .innerJoin(countedReviews, isLatest)
    .where(and(isKnownTo(learnerId), eq(countedReviews.result, 'wrong')))
    .orderBy(desc(countedReviews.reviewedAt))
    .limit(limit);
}

/** Facts the learner was asked most often. */
export async function mostAsked(
  db: Database,
  learnerId: number,
  limit: number,
): Promise<KnownFact[]> {
  return knownFacts(db)
    .where(isKnownTo(learnerId))
    .orderBy(desc(cards.reps), asc(cards.factId))
    .limit(limit);
}

/** The memory state of a stored card. */
export function cardStateOf(row: typeof cards.$inferSelect): CardState {
  const { due, lastReview, learnerId: _learner, factId: _fact, version: _version, ...state } = row;
  return {
    ...state,
    due: due.toISOString(),
    lastReview: lastReview?.toISOString() ?? null,
  };
}

/** How many reviewed cards of a deck come back on each study day; `inDays` 0 gathers what is due already. */
export async function comingBack(
  db: Database,
  learner: LearnerToday,
  deckId: string,
): Promise<{ inDays: number; count: number }[]> {
  const inDays = sql<number>`greatest((${dueDay(learner)}) - ${learner.today}::date, 0)`;
  return db
    .select({ inDays, count: sql<number>`count(*)::int` })
    .from(cards)
    .innerJoin(facts, eq(facts.id, cards.factId))
    .leftJoin(exams, isAhead(learner))
    .where(
      and(
        eq(cards.learnerId, learner.id),
        eq(facts.deckId, deckId),
        isNull(facts.archivedAt),
        not(isSilenced(learner)),
        sql`${cards.reps} > 0`,
      ),
    )
    .groupBy(sql`1`)
    .orderBy(sql`1`);
}
