/** Opened banks by deck, so that a sitting does not read and index its notes again. */
import { factsOf } from '../db/decks.js';
import type { Database } from '../db/database.js';
import { openBank } from '../questions/bank.js';
import type { Question } from '../questions/question.js';
import { deckCache, type DeckCache } from './deck-cache.js';

/** The bank of one deck, by the permanent ids of its facts. */
export interface DeckBank {
  /** All questions about a fact, easy kinds first; empty when the fact is not in the deck. */
  questionsFor(factId: string, seed: string): readonly Question[];
}

export type BankCache = DeckCache<{ id: string; version: number }, DeckBank>;

/** Opened banks; the one used least recently is forgotten. */
export const bankCache = (db: Database): BankCache => deckCache((deck) => load(db, deck.id));

async function load(db: Database, deckId: string): Promise<DeckBank> {
  const rows = await factsOf(db, deckId);
  const keys = new Map(rows.map((row) => [row.id, row.body.id]));
  const bank = openBank(rows.map((row) => row.body));
  return {
    questionsFor(factId, seed) {
      const key = keys.get(factId);
      return key === undefined ? [] : bank.questionsFor(key, seed);
    },
  };
}
