/** What else to look at: terms the hit speaks of, terms that speak of it, then its neighbours under the same heading. */
import type { Deck } from './deck.js';
import { placeOf, type Place } from './place.js';

const MOST_RELATED = 5;
const CLOSENESS = { mentioned: 3, mentions: 2, neighbour: 1 };
/** Neighbours further away than this are no neighbours, however long the section. */
const NEIGHBOURHOOD = 12;

/** Terms related to the first of the places, nearest first; none of the places themselves. */
export function relatedTo(deck: Deck, places: readonly Place[]): Place[] {
  const { entries, postings, numberAt } = deck;
  const hit = numberAt.get(places[0]?.line ?? 0);
  if (hit === undefined) return [];
  const closeness = new Map<number, number>();
  const bring = (number: number, nearer: number): void => {
    if (entries[number]?.kind === 'term')
      closeness.set(number, (closeness.get(number) ?? 0) + nearer);
  };
  const said = new Set(postings.rootsOf(hit));
  for (const number of deck.termsNamedBy(said)) bring(number, CLOSENESS.mentioned);
  for (const number of speakingOf(deck, hit)) bring(number, CLOSENESS.mentions);
  for (let number = hit - NEIGHBOURHOOD; number <= hit + NEIGHBOURHOOD; number += 1) {
    const section = entries[number]?.section;
    if (section !== null && section !== undefined && section === entries[hit]?.section)
      bring(number, CLOSENESS.neighbour);
  }
  const known = new Set(places.map(({ line }) => line));
  return [...closeness]
    .sort(([a, near], [b, far]) => far - near || Math.abs(a - hit) - Math.abs(b - hit))
    .flatMap(([number]) => entries[number] ?? [])
    .filter(({ line }) => !known.has(line))
    .slice(0, MOST_RELATED)
    .map(placeOf);
}

/** Entries whose text has every word of the hit's name. */
function speakingOf({ entries, postings }: Deck, hit: number): number[] {
  if (entries[hit]?.kind !== 'term') return [];
  const [first, ...rest] = postings.names(hit)[0]?.roots ?? [];
  if (first === undefined) return [];
  return postings
    .entriesOf(first)
    .filter(
      (number) => number !== hit && rest.every((root) => postings.rootsOf(number).includes(root)),
    );
}
