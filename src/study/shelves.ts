/** The decks a learner may look into: in which order, and what a button made of one of them still finds. */
import type { KnownFact } from '../db/cards.js';
import { visibleDecks, type DeckRow } from '../db/decks.js';
import { chosenDeck } from '../db/learners.js';
import type { Place } from '../search/place.js';
import type { StudyDeps } from './deps.js';
import type { PlaceRef, Seen } from './explanation.js';
import type { LookUpCache } from './look-ups.js';
import type { Shelf } from './shelf.js';

export interface ExplainDeps extends StudyDeps {
  readonly lookUps: LookUpCache;
}

/** A place and the deck it stands in. */
export interface Standing {
  readonly shelf: Shelf;
  readonly place: Place;
}

/** Decks in the order they are asked: the chosen one, the learner's own, the built-in ones. */
export async function decksInTurn(
  deps: ExplainDeps,
  learnerId: number,
): Promise<readonly DeckRow[]> {
  const [decks, chosen] = await Promise.all([
    visibleDecks(deps.db, learnerId),
    chosenDeck(deps.db, learnerId),
  ]);
  return decks.toSorted((a, b) => Number(b.id === chosen) - Number(a.id === chosen));
}

/** A deck with its index. */
export async function openShelf(
  deps: ExplainDeps,
  deck: DeckRow,
  isAlone: boolean,
): Promise<Shelf> {
  return { deck, index: await deps.lookUps.open(deck), isAlone };
}

/** The place a button carries. */
export async function findPlace(
  deps: ExplainDeps,
  learnerId: number,
  ref: PlaceRef,
): Promise<Seen<Standing>> {
  const seen = await takeDeck(deps, learnerId, ref);
  if (seen.kind !== 'found') return seen;
  const place = seen.value.index.at(ref.line);
  return place === null
    ? { kind: 'foreign' }
    : { kind: 'found', value: { shelf: seen.value, place } };
}

/** What was found, as something else. */
export const seenAs = <T, U>(seen: Seen<T>, as: (value: T) => U): Seen<U> =>
  seen.kind === 'found' ? { kind: 'found', value: as(seen.value) } : seen;

/** The deck a button was made of, if the learner may still see it as it was. */
export async function takeDeck(
  deps: ExplainDeps,
  learnerId: number,
  ref: { deckId: string; version: number },
): Promise<Seen<Shelf>> {
  const decks = await visibleDecks(deps.db, learnerId);
  const deck = decks.find(({ id }) => id === ref.deckId);
  if (deck === undefined) return { kind: 'foreign' };
  if (deck.version !== ref.version) return { kind: 'outdated' };
  return { kind: 'found', value: await openShelf(deps, deck, decks.length === 1) };
}

/** Where facts stand in the notes, each place once. */
export async function placesOf(
  deps: ExplainDeps,
  learnerId: number,
  facts: readonly KnownFact[],
): Promise<Standing[]> {
  const decks = await visibleDecks(deps.db, learnerId);
  const standing: Standing[] = [];
  for (const { deckId, body } of facts) {
    const deck = decks.find(({ id }) => id === deckId);
    if (deck === undefined) continue;
    const shelf = await openShelf(deps, deck, decks.length === 1);
    const place = shelf.index.at(body.line);
    const isKnown = standing.some((it) => it.shelf.deck === deck && it.place.line === place?.line);
    if (place !== null && !isKnown) standing.push({ shelf, place });
  }
  return standing;
}
