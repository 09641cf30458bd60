/**
 * The look-up behind /explain: half-remembered words → the place in the notes that says it, or the honest «нет».
 * In: the facts, headings and lines of one deck, then what somebody typed. Out: hits, best first, each with its lines and
 * why it matched. Nothing is ever found that does not stand in the notes; the same query always gives the same answer.
 */
import { readAsk } from './ask.js';
import { compare } from './compare.js';
import { openDeck, type Deck } from './deck.js';
import type { SearchSource } from './entries.js';
import type { Found } from './found.js';
import { lookUp, type Subject } from './look-up.js';
import { placeOf, type Place } from './place.js';
import { relatedTo } from './related.js';
import { retype } from './retype.js';

export interface SearchIndex {
  /** Never throws; any text is a query. */
  find(query: string): Found;
  /** Every place a look-up can lead to, in the order of the lines. */
  readonly places: readonly Place[];
  /** Terms related to a place, nearest first. */
  related(place: Place): readonly Place[];
}

/** A look-up is a line typed on a phone; more is cut off. */
const LONGEST_QUERY = 200;
/** In Russian typed in Latin letters: `kanal'nyj`. */
const SOFT_SIGN = /(?<=[a-z])['’](?=[a-z])/giu;
const NOTHING: Found = { hits: [], compared: null, missing: null, related: [] };

/** Indexes a deck. */
export function openIndex(source: SearchSource): SearchIndex {
  const work = openingIndex(source);
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
  }
}

/** The same in small steps, for who has others to serve between them: thousands of lines take a third of a second. */
export function* openingIndex(source: SearchSource): Generator<void, SearchIndex> {
  const deck = yield* openDeck(source);
  return {
    find: (query) => find(deck, query),
    places: deck.entries.map(placeOf),
    related: (place) => relatedTo(deck, [place]),
  };
}

function find(deck: Deck, query: string): Found {
  const typed = query.normalize('NFC').replace(/\s+/g, ' ').trim().slice(0, LONGEST_QUERY);
  if (typed === '') return NOTHING;
  const { text: meant, isRetyped } = retype(typed, deck);
  const text = deck.literals.has(meant) ? meant : meant.replace(SOFT_SIGN, '');
  const { pair, isSurePair, ...ask } = readAsk(text, (name) => deck.literals.has(name));
  const subject: Subject = { text: ask.subject, wish: ask.wish, aspect: ask.aspect, isRetyped };
  const whole = lookUp(deck, subject);
  const compared = pair && compare(deck, { pair, whole, subject, isSure: isSurePair });
  return compared ?? { ...NOTHING, hits: whole, related: relatedTo(deck, whole) };
}
