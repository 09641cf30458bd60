/**
 * DOOR for question kinds: the facts of one deck, ready to be compared with each other.
 * In: facts in the order of the notes. Out: facts by kind and section, cached stems, the words the deck writes with a
 * capital. Pure and lazy: nothing is computed before somebody asks, everything only once.
 */
import type { Fact, FactKind } from '../notes/note.js';
import { words } from '../russian/fold.js';
import { relationOf } from './sentences/relations.js';
import { allStems, carriesMeaning, stem } from '../russian/stem.js';

type FactOf<K extends FactKind> = Extract<Fact, { kind: K }>;

/** One deck to make questions from; made by `indexDeck`. */
export interface DeckIndex {
  readonly facts: readonly Fact[];
  /** The fact with this content key. */
  find(id: string): Fact | undefined;
  /** Facts of one kind, in the order of the notes. */
  ofKind<K extends FactKind>(kind: K): readonly FactOf<K>[];
  /** Facts under one heading, in the order of the notes. */
  inSection(section: string | null): readonly Fact[];
  /** Everything the notes say of a term: definitions of it and statements with it as their subject. */
  about(term: string): readonly string[];
  /** Stems of the words of a text that carry meaning, without repeats. */
  stems(text: string): ReadonlySet<string>;
  /** Stems of everything but small function words, so that «всех» and «не» still tell two phrases apart. */
  phrase(text: string): ReadonlySet<string>;
  /** The folded words of a text, joined by single spaces. */
  folded(text: string): string;
  /** Is this a word the notes write with a capital in the middle of a sentence (a name)? */
  isName(word: string): boolean;
  /** Does this stem stand in most terms of the deck, so that it tells none of them apart («docker» in notes on Docker)? */
  isCommon(word: string): boolean;
  /** Does now, table by table, what would be done when somebody asks first. */
  prepare(): Generator<void>;
  /** A value computed once per deck: heavy tables of a question kind live here under their own key. */
  memo<T>(key: string, compute: () => T): T;
  /** A value computed once per deck and thing (a fact, a pair); `key` names what is computed. */
  once<T>(key: string, thing: object, compute: () => T): T;
  /** The function of a text that computes once per deck and text; `key` names it. */
  ofText<T>(key: string, compute: (text: string) => T): (text: string) => T;
}

/** Words that join others and never tell two phrases apart. */
const JOINTS = new Set('а в во для и из или к как ко на о об от по при с со у что это'.split(' '));

/** The form in which two spellings of one term are equal: «Docker Образ» and «Docker-образы». */
export const termKey = (term: string): string =>
  isCode(term) ? term : allStems(term).join(' ') || term;

/** In `\d`, `\D` and `[^abc]` every sign counts. */
export const isCode = (term: string): boolean =>
  /[()\\^$*+?|{}[\]<>#%!=~@&:;]/.test(term) && !/\p{Script=Cyrillic}/u.test(term);

/** What the notes say in words, whatever the kind of the fact. */
export function factTexts(fact: Fact): readonly string[] {
  switch (fact.kind) {
    case 'definition':
      return [fact.text];
    case 'command':
      return [fact.purpose];
    case 'code':
      return [fact.comment];
    case 'explanation':
      return [fact.answer];
    case 'date':
      return [fact.event];
    case 'statement':
    case 'item':
      return [fact.text];
    case 'list':
      return fact.items;
  }
}

/** Prepares the facts of a deck for the question kinds. */
export function indexDeck(facts: readonly Fact[]): DeckIndex {
  const memos = new Map<string, unknown>();
  const tables = new Map<string, Map<object, unknown>>();
  const ofTexts = new Map<string, (text: string) => unknown>();
  const memo = <T>(key: string, compute: () => T): T => {
    const known = memos.get(key);
    if (known !== undefined || memos.has(key)) return known as T;
    const value = compute();
    memos.set(key, value);
    return value;
  };
  const keyOf = cached(termKey);
  const reading = cached((text): Reading => ({ words: words(text) }));
  const folded = (text: string): string => {
    const read = reading(text);
    return (read.folded ??= read.words.join(' '));
  };
  const stemsOf = (text: string): ReadonlySet<string> => {
    const read = reading(text);
    return (read.stems ??= stemsAmong(read.words, carriesMeaning));
  };
  const phraseOf = (text: string): ReadonlySet<string> => {
    const read = reading(text);
    return (read.phrase ??= read.words.length === 0 ? WORDLESS : stemsAmong(read.words, isNoJoint));
  };
  const find = (id: string): Fact | undefined =>
    memo('by-id', () => new Map(facts.map((fact) => [fact.id, fact]))).get(id);
  const about = (term: string): readonly string[] =>
    memo('by-term', () => textsByTerm(facts)).get(keyOf(term)) ?? [];
  const isName = (word: string): boolean => memo('names', () => namesIn(facts)).has(word);
  const isCommon = (word: string): boolean =>
    memo('common', () => commonStems(facts, stemsOf)).has(word);
  return {
    ...{ facts, find, about, isName, isCommon },
    *prepare() {
      for (const ask of [find, about, isName, isCommon]) {
        ask('');
        yield;
      }
    },
    memo,
    once<T>(key: string, thing: object, compute: () => T): T {
      let known = tables.get(key) as Map<object, T> | undefined;
      if (known === undefined) tables.set(key, (known = new Map<object, T>()));
      const found = known.get(thing);
      if (found !== undefined) return found;
      const value = compute();
      known.set(thing, value);
      return value;
    },
    ofText<T>(key: string, compute: (text: string) => T): (text: string) => T {
      let known = ofTexts.get(key) as ((text: string) => T) | undefined;
      if (known === undefined) ofTexts.set(key, (known = cached(compute)));
      return known;
    },
    stems: stemsOf,
    phrase: phraseOf,
    folded,
    ofKind: <K extends FactKind>(kind: K) =>
      (memo('by-kind', () => group(facts, (fact) => fact.kind)).get(kind) ?? []) as FactOf<K>[],
    inSection: (section) =>
      memo('by-section', () => group(facts, (fact) => fact.section)).get(section) ?? [],
  };
}

/** What is read out of a text: its words at once, the rest when somebody asks. */
interface Reading {
  readonly words: readonly string[];
  folded?: string;
  stems?: ReadonlySet<string>;
  phrase?: ReadonlySet<string>;
}

/** Texts of signs alone say the same. */
const WORDLESS: ReadonlySet<string> = new Set(['']);

const isNoJoint = (word: string): boolean => !JOINTS.has(word);

/** Without repeats, of the words that pass. */
function stemsAmong(folded: readonly string[], passes: (word: string) => boolean): Set<string> {
  const stems = new Set<string>();
  for (const word of folded) if (passes(word)) stems.add(stem(word));
  return stems;
}

function cached<T>(compute: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined) return found;
    const result = compute(text);
    known.set(text, result);
    return result;
  };
}

function group<K>(facts: readonly Fact[], keyOf: (fact: Fact) => K): Map<K, Fact[]> {
  const groups = new Map<K, Fact[]>();
  for (const fact of facts) {
    const members = groups.get(keyOf(fact));
    if (members) members.push(fact);
    else groups.set(keyOf(fact), [fact]);
  }
  return groups;
}

function textsByTerm(facts: readonly Fact[]): Map<string, string[]> {
  const result = new Map<string, string[]>();
  const add = (term: string, told: readonly string[]): void => {
    const texts = result.get(termKey(term)) ?? [];
    texts.push(...told);
    result.set(termKey(term), texts);
  };
  for (const fact of facts) {
    const term =
      fact.kind === 'definition' ? fact.term : fact.kind === 'statement' ? fact.subject : null;
    if (term !== null) add(term, factTexts(fact));
    const isJoining = fact.kind === 'statement' || fact.kind === 'item';
    const relation = isJoining ? relationOf(fact.text) : null;
    if (relation) add(relation.name, [relation.text]);
  }
  return result;
}

const INNER_CAPITAL = /(?<=[\p{Ll}\p{N},] )\p{Lu}\p{Ll}+/gu;

function namesIn(facts: readonly Fact[]): Set<string> {
  const names = new Set<string>();
  for (const fact of facts) {
    for (const text of factTexts(fact)) {
      for (const [name] of text.matchAll(INNER_CAPITAL)) names.add(name);
    }
  }
  return names;
}

function commonStems(
  facts: readonly Fact[],
  stems: (text: string) => ReadonlySet<string>,
): Set<string> {
  const terms = new Set(
    facts.flatMap((fact) => (fact.kind === 'definition' ? [termKey(fact.term)] : [])),
  );
  const counts = new Map<string, number>();
  for (const term of terms) {
    for (const part of stems(term)) counts.set(part, (counts.get(part) ?? 0) + 1);
  }
  const most = Math.max(3, terms.size / 2);
  return new Set([...counts].filter(([, count]) => count >= most).map(([part]) => part));
}
