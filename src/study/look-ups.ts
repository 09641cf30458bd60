/**
 * Decks opened for looking things up. In: a deck. Out: its index with the lines it was made of, and the way from the
 * facts of a place to their permanent ids.
 */
import { factsOf, textOf, type DeckRow } from '../db/decks.js';
import type { Database } from '../db/database.js';
import { readLines } from '../notes/markup.js';
import type { Place } from '../search/place.js';
import { openingIndex, type SearchIndex } from '../search/search.js';
import { deckCache, type DeckCache } from './deck-cache.js';
import { inSlices } from './in-slices.js';

export interface DeckLookUp extends SearchIndex {
  /** Line 1 first, as decoded. */
  readonly lines: readonly string[];
  /** What stands on this line; null where nothing begins. */
  at(line: number): Place | null;
  /** The permanent ids of the facts of these places. */
  factsAt(places: readonly Place[]): readonly string[];
}

export type LookUpCache = DeckCache<DeckRow, DeckLookUp>;

/** Indexed decks; the one used least recently is forgotten. */
export const lookUpCache = (db: Database): LookUpCache => deckCache((deck) => load(db, deck));

async function load(db: Database, deck: DeckRow): Promise<DeckLookUp> {
  const [rows, text] = await Promise.all([factsOf(db, deck.id), textOf(db, deck.id)]);
  const lines = readLines(text).map(({ source }) => source);
  const facts = rows.map(({ body }) => body);
  const index = await inSlices(openingIndex({ facts, sections: deck.sections, lines }));
  const ids = new Map(rows.map(({ id, body }) => [body.id, id]));
  const byLine = new Map(index.places.map((place) => [place.line, place]));
  return {
    ...index,
    lines,
    at: (line) => byLine.get(line) ?? null,
    factsAt: (places) => {
      const keys = places.flatMap(({ factIds }) => factIds);
      return [...new Set(keys.flatMap((key) => ids.get(key) ?? []))];
    },
  };
}
