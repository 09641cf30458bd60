/**
 * Opened banks by deck, so that a sitting does not read and index its notes again.
 * A deck's version is part of the key: an import makes the old bank unreachable, on every replica.
 */
import { factsOf } from '../db/decks.js';
import type { Database } from '../db/database.js';
import { openBank } from '../questions/bank.js';
import type { Question } from '../questions/question.js';

/** The bank of one deck, by the permanent ids of its facts. */
export interface DeckBank {
  /** All questions about a fact, easy kinds first; empty when the fact is not in the deck. */
  questionsFor(factId: string, seed: string): readonly Question[];
}

export interface BankCache {
  open(deck: { id: string; version: number }): Promise<DeckBank>;
}

/** Banks kept open: an ordinary one takes a few hundred kilobytes. */
const KEPT = 32;

/** A cache that forgets the bank used least recently. */
export function bankCache(db: Database): BankCache {
  const banks = new Map<string, Promise<DeckBank>>();
  return {
    async open(deck) {
      const key = `${deck.id}:${deck.version}`;
      const bank = banks.get(key) ?? load(db, deck.id);
      banks.delete(key);
      banks.set(key, bank);
      for (const oldest of banks.keys()) {
        if (banks.size <= KEPT) break;
        banks.delete(oldest);
      }
      // A failed read must not be remembered as the bank.
      bank.catch(() => banks.delete(key));
      return bank;
    },
  };
}

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
