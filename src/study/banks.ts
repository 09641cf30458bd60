/** Opened banks by deck, so that a sitting does not read and index its notes again. */
import { factsOf, type DeckRow } from '../db/decks.js';
import type { Database } from '../db/database.js';
import { openingBank } from '../questions/bank.js';
import type { Question } from '../questions/question.js';
import { deckCache, type DeckCache } from './deck-cache.js';
import { inSlices } from './in-slices.js';

/** The bank of one deck, by the permanent ids of its facts. */
export interface DeckBank {
  /**
   * All questions about a fact but the hidden ones, easy kinds first; the self-graded card when all of them are hidden.
   * Empty when the fact is not in the deck or even that card is hidden.
   */
  questionsFor(factId: string, seed: string, hidden: ReadonlySet<string>): readonly Question[];
}

export type BankCache = DeckCache<Pick<DeckRow, 'id' | 'version' | 'facts'>, DeckBank>;

/** Opened banks; the one used least recently is forgotten. */
export const bankCache = (db: Database): BankCache => deckCache((deck) => load(db, deck.id));

async function load(db: Database, deckId: string): Promise<DeckBank> {
  const rows = await factsOf(db, deckId);
  const keys = new Map(rows.map((row) => [row.id, row.body.id]));
  const bank = await inSlices(openingBank(rows.map((row) => row.body)));
  return {
    questionsFor(factId, seed, hidden) {
      const key = keys.get(factId);
      if (key === undefined) return [];
      const wanted = bank.questionsFor(key, seed).filter(({ id }) => !hidden.has(id));
      if (wanted.length > 0) return wanted;
      const card = bank.selfGraded(key);
      return card === null || hidden.has(card.id) ? [] : [card];
    },
  };
}
