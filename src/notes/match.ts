/**
 * Which fact of an edited note is which fact of the one learnt before, so that progress survives edits.
 * In: stored facts with their permanent ids, and the facts of the new text. Out: every stored id and every new fact,
 * each exactly once. The ladder: equal content key, same kind and equal term, words in common. Deterministic, one to one.
 */
import { fold } from '../russian/fold.js';
import { allStems, contentStems, stemOverlap } from '../russian/stem.js';
import type { Fact } from './note.js';

export interface StoredFact {
  /** Permanent id of the row; not the content key, which is `fact.id`. */
  readonly id: string;
  readonly fact: Fact;
}

export interface Matched {
  /** Said the same; spelling, line or weight may differ. */
  readonly kept: readonly (readonly [id: string, fact: Fact])[];
  /** Said differently, yet the same fact. */
  readonly changed: readonly (readonly [id: string, fact: Fact])[];
  readonly added: readonly Fact[];
  /** Ids of stored facts that the new text does not say any more. */
  readonly gone: readonly string[];
}

/** Share of common words from which two texts are the same fact, edited. */
const LEAST_OVERLAP = 0.6;
/** A term that names more facts than this tells none of them apart: then words decide. */
const MOST_OF_ONE_TERM = 60;
/** Stored facts compared with a new one; only a file that says one thing thousands of times has more that are alike. */
const MOST_CANDIDATES = 300;

/** Finds the stored facts again in the facts of an edited note. */
export function matchFacts(stored: readonly StoredFact[], fresh: readonly Fact[]): Matched {
  const stemsOf = rememberStems();
  const oldLeft = new Set(stored);
  const newLeft = new Set(fresh);
  const take = (pairs: readonly Pair[]): [string, Fact][] => {
    const taken: [string, Fact][] = [];
    for (const { old, fact } of pairs) {
      if (!oldLeft.has(old) || !newLeft.has(fact)) continue;
      oldLeft.delete(old);
      newLeft.delete(fact);
      taken.push([old.id, fact]);
    }
    return taken;
  };
  const kept = take(pairsBy([...oldLeft], [...newLeft], (fact) => fact.id, stemsOf));
  const sameTerm = take(pairsBy([...oldLeft], [...newLeft], termKey, stemsOf));
  const similar = take(pairsByWords([...oldLeft], [...newLeft], stemsOf));
  return {
    kept,
    changed: [...sameTerm, ...similar],
    added: [...newLeft],
    gone: [...oldLeft].map(({ id }) => id),
  };
}

interface Pair {
  readonly old: StoredFact;
  readonly fact: Fact;
  readonly overlap: number;
}

/** Pairs with an equal key, the most alike first when a key stands more than once. */
function pairsBy(
  old: readonly StoredFact[],
  fresh: readonly Fact[],
  keyOf: (fact: Fact) => string | null,
  stemsOf: StemsOf,
): Pair[] {
  const byKey = new Map<string, StoredFact[]>();
  for (const entry of old) {
    const key = keyOf(entry.fact);
    if (key !== null) listed(byKey, key).push(entry);
  }
  const pairs = fresh.flatMap((fact) => {
    const candidates = byKey.get(keyOf(fact) ?? '') ?? [];
    if (candidates.length > MOST_OF_ONE_TERM) return [];
    const stems = stemsOf(fact);
    return candidates.map((entry) => {
      const overlap = stemOverlap(stemsOf(entry.fact), stems);
      return { old: entry, fact, overlap };
    });
  });
  return bestFirst(pairs);
}

/** The list under a key, made when it is not there yet. */
function listed<K, T>(lists: Map<K, T[]>, key: K): T[] {
  const list = lists.get(key) ?? [];
  if (list.length === 0) lists.set(key, list);
  return list;
}

/** A stable sort: equal overlaps stay in the order of the new text, then of the old one. */
const bestFirst = (pairs: Pair[]): Pair[] => pairs.toSorted((a, b) => b.overlap - a.overlap);

/** Kind and term; null for facts that have no term. */
function termKey(fact: Fact): string | null {
  const key = (term: string): string => `${fact.kind}:${allStems(term).join(' ') || fold(term)}`;
  switch (fact.kind) {
    case 'definition':
      return key(fact.term);
    case 'command':
      return `command:${fact.command}`;
    case 'code':
      return `code:${fact.code}`;
    case 'explanation':
      return key(fact.question);
    case 'date':
      return key(fact.date);
    case 'list':
      return key(fact.title);
    case 'statement':
    case 'item':
      return null;
  }
}

/** Everything the fact says, in words. */
function textOf(fact: Fact): string {
  switch (fact.kind) {
    case 'definition':
      return `${fact.term} ${fact.text}`;
    case 'command':
      return `${fact.command} ${fact.purpose}`;
    case 'code':
      return `${fact.code} ${fact.comment}`;
    case 'explanation':
      return `${fact.question} ${fact.answer}`;
    case 'date':
      return `${fact.date} ${fact.event}`;
    case 'statement':
    case 'item':
      return fact.text;
    case 'list':
      return `${fact.title} ${fact.items.join(' ')}`;
  }
}

type StemsOf = (fact: Fact) => ReadonlySet<string>;

/** Meaningful stems of a fact, found once; the words of a fact made of small words only. */
function rememberStems(): StemsOf {
  const known = new Map<Fact, ReadonlySet<string>>();
  return (fact) => {
    const found = known.get(fact);
    if (found !== undefined) return found;
    const content = contentStems(textOf(fact));
    const stems = new Set(content.length > 0 ? content : allStems(textOf(fact)));
    known.set(fact, stems);
    return stems;
  };
}

/** Pairs with enough words in common; a list is never one of its own lines. Same kind wins over another kind. */
function pairsByWords(
  old: readonly StoredFact[],
  fresh: readonly Fact[],
  stemsOf: StemsOf,
): Pair[] {
  const places = new Map<string, number[]>();
  old.forEach(({ fact }, place) => {
    for (const stem of stemsOf(fact)) listed(places, stem).push(place);
  });
  const pairs = fresh.flatMap((fact) => {
    const stems = stemsOf(fact);
    return candidatesFor(stems, places).flatMap((place): Pair[] => {
      const entry = old[place] as StoredFact;
      if ((entry.fact.kind === 'list') !== (fact.kind === 'list')) return [];
      const overlap = stemOverlap(stemsOf(entry.fact), stems);
      return overlap < LEAST_OVERLAP ? [] : [{ old: entry, fact, overlap }];
    });
  });
  const isOtherKind = ({ old: entry, fact }: Pair): number =>
    entry.fact.kind === fact.kind ? 0 : 1;
  return bestFirst(pairs).toSorted((a, b) => isOtherKind(a) - isOtherKind(b));
}

/**
 * Places of the stored facts that may share enough words with these. Who shares at least so many of n words has one of any
 * n − so many + 1 of them: the rarest, which few others have, are enough to look under.
 */
function candidatesFor(
  stems: ReadonlySet<string>,
  places: ReadonlyMap<string, readonly number[]>,
): number[] {
  const commonness = (stem: string): number => places.get(stem)?.length ?? 0;
  const rarest = [...stems].toSorted((a, b) => commonness(a) - commonness(b));
  const enough = rarest.length - Math.ceil(LEAST_OVERLAP * rarest.length) + 1;
  const found = new Set<number>();
  for (const stem of rarest.slice(0, enough)) {
    for (const place of places.get(stem) ?? []) {
      if (found.size === MOST_CANDIDATES) break;
      found.add(place);
    }
  }
  return [...found].toSorted((a, b) => a - b);
}
