/**
 * A deck taken from the shelf, and how its places are shown. In: a deck, its index, a place. Out: the place with its quote,
 * its neighbours and what is related to it; the section around it.
 */
import type { DeckRow } from '../db/decks.js';
import type { Place } from '../search/place.js';
import type { Explanation, NamedPlace, NoteLine, SectionText } from './explanation.js';
import type { DeckLookUp } from './look-ups.js';

export interface Shelf {
  readonly deck: DeckRow;
  readonly index: DeckLookUp;
  /** The learner has no other deck. */
  readonly isAlone: boolean;
}

/** Lines quoted of a section that is the answer itself. */
const LINES_OF_SECTION = 6;
const NEIGHBOURS = 3;
/** Questions about one place: with its own facts those of its neighbours. */
const FACTS_TO_CHECK = 5;

/** A place by its name, for a button. */
export const namedPlace = ({ deck }: Shelf, { title, line, kind }: Place): NamedPlace => ({
  ...{ deckId: deck.id, version: deck.version, line, title },
  isCode: isCode(kind),
});

const isCode = (kind: Place['kind']): boolean => kind === 'command' || kind === 'code';

/** Everything that is shown of a place. */
export function explain(shelf: Shelf, place: Place): Explanation {
  const { deck, index, isAlone } = shelf;
  const numbers = quotedLines(shelf, place);
  const neighbours = neighboursOf(shelf, place);
  const near = new Set(neighbours.map(({ line }) => line));
  const around = writtenLines(index, sectionAt(shelf, place.line));
  return {
    ...namedPlace(shelf, place),
    kind: place.kind,
    deckTitle: isAlone ? null : deck.title,
    section: place.section,
    quote: numbers.map((number) => noteLine(index, number)),
    neighbours: neighbours.map((it) => namedPlace(shelf, it)),
    related: index
      .related(place)
      .filter(({ line }) => !near.has(line))
      .map((it) => namedPlace(shelf, it)),
    hasMore: around.some(
      (number) => !numbers.includes(number) && index.at(number)?.kind !== 'section',
    ),
    canCheck: index.factsAt([place]).length > 0,
  };
}

/** The section a line stands in. */
export function sectionText(shelf: Shelf, line: number): SectionText {
  const { deck, index, isAlone } = shelf;
  const { heading, ...span } = sectionAt(shelf, line);
  return {
    ...{ deckId: deck.id, version: deck.version, line, isCode: false },
    title: heading ?? deck.title,
    deckTitle: isAlone ? null : deck.title,
    lines: writtenLines(index, span).map((number) => noteLine(index, number)),
  };
}

/** What is asked to check oneself on a place: its facts, and when they are few those next to it. */
export function factsToCheck(shelf: Shelf, places: readonly Place[]): readonly string[] {
  const own = shelf.index.factsAt(places);
  const neighbours = places.flatMap((place) => neighboursOf(shelf, place));
  const near = shelf.index.factsAt(neighbours).filter((id) => !own.includes(id));
  return [...own, ...near.slice(0, Math.max(0, FACTS_TO_CHECK - own.length))];
}

/** The lines of a place; of a section its beginning. */
function quotedLines(shelf: Shelf, { kind, line, lines }: Place): readonly number[] {
  if (kind !== 'section') return lines;
  const { from, to } = sectionAt(shelf, line);
  const below = writtenLines(shelf.index, { from: Math.max(from, line + 1), to });
  return below.length > 0 ? below.slice(0, LINES_OF_SECTION) : lines;
}

interface Span {
  readonly from: number;
  readonly to: number;
}

/**
 * From the heading above a line to the line before the next heading; without a heading from the first line. Definitions in
 * capitals, one under another, are headings of nothing but themselves: together they are one section without a heading.
 */
function sectionAt(
  { deck: { sections }, index }: Shelf,
  line: number,
): Span & { heading: string | null } {
  const spanOf = (at: number): Span => ({
    from: sections[at]?.line ?? 1,
    to: (sections[at + 1]?.line ?? index.lines.length + 1) - 1,
  });
  const isAlone = (at: number): boolean =>
    sections[at]?.isEmpty === false && writtenLines(index, spanOf(at)).length === 1;
  const here = sections.findLastIndex((section) => section.line <= line);
  let [first, last] = [here, here];
  while (isAlone(here) && isAlone(first - 1)) first -= 1;
  while (isAlone(here) && isAlone(last + 1)) last += 1;
  const heading = first === last ? (sections[here]?.title ?? null) : null;
  return { heading, from: spanOf(first).from, to: spanOf(last).to };
}

const writtenLines = ({ lines }: DeckLookUp, { from, to }: Span): number[] =>
  Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => from + i).filter(
    (number) => (lines[number - 1] ?? '').trim() !== '',
  );

function noteLine(index: DeckLookUp, number: number): NoteLine {
  const text = index.lines[number - 1] ?? '';
  const place = index.at(number);
  const code =
    place !== null && isCode(place.kind) && text.includes(place.title) ? place.title : null;
  return { number, text, code };
}

/** Terms and commands of the same section, the nearest. */
function neighboursOf({ index, deck }: Shelf, place: Place): Place[] {
  if (place.kind === 'section' || place.kind === 'empty') return [];
  const { from, to } = sectionAt({ index, deck, isAlone: true }, place.line);
  const isNear = ({ line, kind }: Place): boolean =>
    line >= from && line <= to && line !== place.line && (kind === 'term' || isCode(kind));
  return index.places
    .filter(isNear)
    .toSorted((a, b) => Math.abs(a.line - place.line) - Math.abs(b.line - place.line))
    .slice(0, NEIGHBOURS)
    .toSorted((a, b) => a.line - b.line);
}
