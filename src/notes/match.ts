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

/** Finds the stored facts again in the facts of an edited note. */
export function matchFacts(stored: readonly StoredFact[], fresh: readonly Fact[]): Matched {
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
  const kept = take(pairsBy([...oldLeft], [...newLeft], (fact) => fact.id));
  const sameTerm = take(pairsBy([...oldLeft], [...newLeft], termKey));
  const similar = take(pairsByWords([...oldLeft], [...newLeft]));
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
): Pair[] {
  const byKey = new Map<string, StoredFact[]>();
  for (const entry of old) {
    const key = keyOf(entry.fact);
    if (key !== null) byKey.set(key, [...(byKey.get(key) ?? []), entry]);
  }
  const pairs = fresh.flatMap((fact) => {
    const candidates = byKey.get(keyOf(fact) ?? '') ?? [];
    return candidates.map((entry) => ({ old: entry, fact, overlap: overlapOf(entry.fact, fact) }));
  });
  return bestFirst(pairs);
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

/** Meaningful stems; the words of a fact made of small words only. */
function stemSet(fact: Fact): Set<string> {
  const content = contentStems(textOf(fact));
  return new Set(content.length > 0 ? content : allStems(textOf(fact)));
}

const overlapOf = (a: Fact, b: Fact): number => stemOverlap(stemSet(a), stemSet(b));

/** Pairs with enough words in common; a list is never one of its own lines. Same kind wins over another kind. */
function pairsByWords(old: readonly StoredFact[], fresh: readonly Fact[]): Pair[] {
  const postings = new Map<string, number[]>();
  const sizes = old.map(({ fact }, i) => {
    const stems = stemSet(fact);
    for (const item of stems) postings.set(item, [...(postings.get(item) ?? []), i]);
    return stems.size;
  });
  const pairs: Pair[] = [];
  for (const fact of fresh) {
    const stems = stemSet(fact);
    const shared = new Map<number, number>();
    for (const item of stems) {
      for (const i of postings.get(item) ?? []) shared.set(i, (shared.get(i) ?? 0) + 1);
    }
    for (const [i, count] of shared) {
      const entry = old[i];
      const overlap = count / ((sizes[i] ?? 0) + stems.size - count);
      const isListWithLine = (entry?.fact.kind === 'list') !== (fact.kind === 'list');
      if (entry && overlap >= LEAST_OVERLAP && !isListWithLine)
        pairs.push({ old: entry, fact, overlap });
    }
  }
  const isSameKind = ({ old: entry, fact }: Pair): number =>
    entry.fact.kind === fact.kind ? 0 : 1;
  return bestFirst(pairs).toSorted((a, b) => isSameKind(a) - isSameKind(b));
}
