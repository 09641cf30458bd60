import { existsSync, readFileSync } from 'node:fs';
import type { SearchIndex } from '../../src/search/search.js';
import { indexOfFile } from './open-index.js';

interface Query {
  readonly deck: string;
  readonly query: string;
  readonly kind: string;
  readonly expect: { readonly line: number } | null;
  readonly also: readonly number[];
  readonly held: boolean;
}

const queries = JSON.parse(readFileSync('test/fixtures/explain/queries.json', 'utf8')) as Query[];
const tuned = queries.filter(({ held }) => !held);
const indexes = new Map<string, SearchIndex>();

function indexFor(deck: string): SearchIndex {
  const people = `test/fixtures/notes/people/${deck}`;
  const paths = [`notes/${deck}.txt`, `${people}.txt`, `${people}.md`];
  const known = indexes.get(deck) ?? indexOfFile(paths.find((path) => existsSync(path)) ?? people);
  indexes.set(deck, known);
  return known;
}

/** Place of the right answer among the hits, from 1; 0 when it is not there. An answer quotes all lines of its place. */
function placeOfAnswer({ deck, query, kind, expect: wanted, also }: Query): number {
  const { hits } = indexFor(deck).find(query);
  const right = [...(wanted ? [wanted.line] : []), ...also];
  const isRight = (hit: (typeof hits)[number]): boolean =>
    hit.lines.some((line) => right.includes(line)) &&
    (kind !== 'empty-section' || hit.kind === 'empty');
  return hits.findIndex(isRight) + 1;
}

const asked = tuned.filter(({ expect: wanted }) => wanted !== null);
const places = asked.map((query) => ({ query, place: placeOfAnswer(query) }));
const share = (some: readonly unknown[], all: readonly unknown[]): number =>
  some.length / all.length;

describe('look-ups written by somebody who had not seen the index, those it was tuned on', () => {
  test('the best hit is right', () => {
    expect(share(places.filter(({ place }) => place === 1), asked)).toBeGreaterThanOrEqual(0.97);
  }); // prettier-ignore

  test('the right one is among five', () => {
    expect(share(places.filter(({ place }) => place > 0), asked)).toBeGreaterThanOrEqual(0.98);
  }); // prettier-ignore

  test('what the notes do not have is not found', () => {
    const nonsense = tuned.filter(({ expect: wanted }) => wanted === null);
    const found = nonsense.filter(({ deck, query }) => indexFor(deck).find(query).hits.length > 0);
    expect(found.map(({ query }) => query)).toEqual([]);
  });

  test('every word written by ear is among five', () => {
    const missed = places.filter(({ query, place }) => query.kind === 'transliteration' && !place);
    expect(missed.map(({ query }) => query.query)).toEqual([]);
  });

  test.each(['exact', 'inflected', 'typo', 'layout', 'comparison'])(
    'every look-up of the kind «%s» is answered at once',
    (kind) => {
      const missed = places.filter(({ query, place }) => query.kind === kind && place !== 1);
      expect(missed.map(({ query }) => query.query)).toEqual([]);
    },
  );
});
