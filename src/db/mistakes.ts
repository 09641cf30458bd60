/**
 * The pool of /mistakes: facts of which one of the last two answers was wrong, so that two right ones in a row lead out of
 * it. Looked up in the reviews that stand, never stored: an undone or credited answer needs no second thought.
 */
import { sql } from 'drizzle-orm';
import type { Database } from './database.js';

/** Right answers in a row that lead out of the pool. */
const RIGHT_IN_A_ROW = 2;

/** How many mistakes wait in each deck the learner has answered in, by the deck's id. */
export async function mistakesByDeck(
  db: Database,
  learnerId: number,
): Promise<ReadonlyMap<string, number>> {
  const { rows } = await db.execute<{ deckId: string; count: number }>(sql`
    select f.deck_id as "deckId", count(*)::int as count ${mistakesOf(learnerId)} group by f.deck_id`);
  return new Map(rows.map((row) => [row.deckId, row.count]));
}

/** The facts of a deck that wait in the pool. */
export async function mistakesIn(
  db: Database,
  learnerId: number,
  deckId: string,
): Promise<ReadonlySet<string>> {
  const { rows } = await db.execute<{ factId: string }>(sql`
    select f.id as "factId" ${mistakesOf(learnerId)} and f.deck_id = ${deckId}`);
  return new Set(rows.map((row) => row.factId));
}

/** Cards come first: of each the two latest reviews are found by key, however long its history is. */
const mistakesOf = (learnerId: number) => sql`
  from cards c join facts f on f.id = c.fact_id
  where c.learner_id = ${learnerId} and c.version > 0 and f.archived_at is null
    and exists (
      select from (
        select r.result from counted_reviews r
        where r.learner_id = c.learner_id and r.fact_id = c.fact_id
        order by r.number desc limit ${RIGHT_IN_A_ROW}) latest
      where latest.result = 'wrong')
    and not exists (
      select from hidden_questions h
      where h.learner_id = c.learner_id and h.fact_id = c.fact_id and h.silenced_key = f.key)`;
