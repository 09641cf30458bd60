/** What a learner knows of a deck: every fact with its card, and when the cards come back. */
import { and, asc, desc, eq, isNull, sql } from 'drizzle-orm';
import type { Fact } from '../notes/note.js';
import type { CardState } from '../review/card.js';
import { studyDay } from './clock.js';
import type { Database } from './database.js';
import { isVisibleTo, type LearnerToday } from './learners.js';
import { cards, decks, facts, reviews } from './schema.js';

/** A fact of a deck and the learner's card of it; `card` is null until the fact was first planned. */
export interface FactProgress {
  readonly factId: string;
  readonly section: string | null;
  readonly position: number;
  readonly card: CardState | null;
  /** Reviewed before and due in the present study day or earlier. */
  readonly isDue: boolean;
}

/** All facts of a deck that can be asked, in the order of the notes. */
export async function progressOf(
  db: Database,
  learner: LearnerToday,
  deckId: string,
): Promise<FactProgress[]> {
  const dueDay = studyDay(sql`${cards.due}`, sql`${learner.timeZone}`);
  const rows = await db
    .select({
      factId: facts.id,
      section: facts.section,
      position: facts.position,
      card: cards,
      isDue: sql<boolean>`coalesce(${cards.reps} > 0 and ${dueDay} <= ${learner.today}::date, false)`,
    })
    .from(facts)
    .leftJoin(cards, and(eq(cards.factId, facts.id), eq(cards.learnerId, learner.id)))
    .where(and(eq(facts.deckId, deckId), isNull(facts.archivedAt)))
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

/** Facts whose last answer was wrong, the latest first. */
export async function lastMistakes(
  db: Database,
  learnerId: number,
  limit: number,
): Promise<KnownFact[]> {
  const isLatest = and(
    eq(reviews.learnerId, cards.learnerId),
    eq(reviews.factId, cards.factId),
    eq(reviews.number, cards.version),
  );
  return knownFacts(db)
    .innerJoin(reviews, isLatest)
    .where(and(isKnownTo(learnerId), eq(reviews.result, 'wrong')))
    .orderBy(desc(reviews.reviewedAt))
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
  const dueDay = studyDay(sql`${cards.due}`, sql`${learner.timeZone}`);
  const inDays = sql<number>`greatest(${dueDay} - ${learner.today}::date, 0)`;
  return db
    .select({ inDays, count: sql<number>`count(*)::int` })
    .from(cards)
    .innerJoin(facts, eq(facts.id, cards.factId))
    .where(
      and(
        eq(cards.learnerId, learner.id),
        eq(facts.deckId, deckId),
        isNull(facts.archivedAt),
        sql`${cards.reps} > 0`,
      ),
    )
    .groupBy(sql`1`)
    .orderBy(sql`1`);
}
