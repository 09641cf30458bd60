/**
 * The inverted index of a deck: which entries have a word, and where.
 * Built once and only read afterwards. Roots are the numbers of the vocabulary, entries the numbers of their list.
 */
import type { Entry } from './entries.js';
import { tokens } from './tokens.js';
import { createVocabulary, type Vocabulary } from './vocabulary.js';

/** One way to call an entry, word by word. */
export interface Name {
  readonly words: readonly string[];
  readonly roots: readonly number[];
  /** Said of the entry rather than its name: the purpose of a command, what happened on a date. */
  readonly isPurpose: boolean;
}

export interface Postings {
  readonly vocabulary: Vocabulary;
  /** Names of an entry; the first is the one it is shown under. */
  names(entry: number): readonly Name[];
  /** Different roots of all that an entry says. */
  rootsOf(entry: number): readonly number[];
  /** Entries that have the root anywhere, in order. */
  entriesOf(root: number): readonly number[];
  /** Entries under a heading that has the root. */
  underHeading(root: number): readonly number[];
  /** How telling a root is in this deck: 1 when it stands once, near 0 when everywhere. */
  weightOf(root: number): number;
  /** The same among names alone: «Docker» in every second name says little of any. */
  nameWeightOf(root: number): number;
  /** Is it a word of some name? */
  isNamed(root: number): boolean;
  /** The root of the word a line begins with: what it speaks of, as a rule. None of a line that has a name. */
  openingOf(entry: number): number | undefined;
  /** Number of different words an entry has; endless for a term of which nothing is said in words. */
  sizeOf(entry: number): number;
}

/** «Docker Hub» is also «докерхаб»; shorter pairs run into other words. */
const SHORTEST_GLUED = 6;
const MOST_GLUED = 4;

/** The first word of a line ends before this. */
const OPENING_AREA = 60;

/** Indexes the entries; a step an entry. */
export function* createPostings(entries: readonly Entry[]): Generator<void, Postings> {
  const vocabulary = createVocabulary();
  const rootsIn = (text: string): number[] => tokens(text).map((word) => vocabulary.add(word));
  const inHeadings = new Map<string, ReadonlySet<number>>();
  const rootsOfHeading = (text: string): ReadonlySet<number> => {
    const known = inHeadings.get(text) ?? new Set(rootsIn(text));
    inHeadings.set(text, known);
    return known;
  };
  const nameOf = (text: string, isPurpose = false): Name => {
    const words = tokens(text);
    return { words, roots: words.map((word) => vocabulary.add(word)), isPurpose };
  };
  const names: Name[][] = [];
  const said: number[][] = [];
  const sizes: number[] = [];
  const places: number[][] = [];
  const contexts: number[][] = [];
  const openings: (number | undefined)[] = [];
  const timesNamed: number[] = [];
  const named = new Set<number>();
  // By root: the last entry that has it. One list for all entries is much cheaper than a set for each.
  const lastSaid: number[] = [];
  const saying = (number: number, roots: readonly number[], known: number[]): void => {
    for (const root of roots) {
      if (lastSaid[root] === number) continue;
      lastSaid[root] = number;
      known.push(root);
      (places[root] ??= []).push(number);
    }
  };
  for (const [number, entry] of entries.entries()) {
    yield;
    const all = namesOf(entry, nameOf);
    const roots: number[] = [];
    for (const name of all) saying(number, name.roots, roots);
    for (const { roots: own, isPurpose } of all) {
      if (!isPurpose) for (const root of own) named.add(root);
    }
    for (const root of roots) timesNamed[root] = (timesNamed[root] ?? 0) + 1;
    saying(number, rootsIn(entry.text), roots);
    const opening = isNameless(entry) ? openingIn(entry.title) : undefined;
    openings.push(opening === undefined ? opening : vocabulary.add(opening));
    for (const root of rootsOfHeading(entry.context)) {
      if (lastSaid[root] !== number) (contexts[root] ??= []).push(number);
    }
    names.push(all);
    said.push(roots);
    sizes.push(isUntold(entry) ? Infinity : roots.length);
  }
  const full = Math.log(1 + entries.length);
  const rarity = (times = 1): number => Math.log(1 + entries.length / Math.max(1, times)) / full;
  return {
    vocabulary,
    names: (entry) => names[entry] ?? [],
    rootsOf: (entry) => said[entry] ?? [],
    entriesOf: (root) => places[root] ?? [],
    underHeading: (root) => contexts[root] ?? [],
    weightOf: (root) => rarity(places[root]?.length),
    nameWeightOf: (root) => rarity(timesNamed[root]),
    isNamed: (root) => named.has(root),
    openingOf: (entry) => openings[entry],
    sizeOf: (entry) => sizes[entry] ?? 0,
  };
}

/** «Спрятать правки, чтобы перейти»: it hides them and does not go anywhere. */
const CLAUSE = /,\s+(?:чтобы?|если|когда|пока)(?=\s)/iu;
/** `cherry-pick` is also «черрипик». */
const HYPHEN = /(?<=\p{L}{3})-(?=\p{L}{3})/iu;
const HYPHENS = new RegExp(HYPHEN, 'giu');

const INFINITIVE = /(?:ть|ти|чь|ться|тись)$/u;

/** `| list | [1, 2] | да |` names a thing and says next to nothing of it. */
const isUntold = ({ kind, title, text }: Entry): boolean =>
  kind === 'term' && !LONG_WORD.test(text.replace(title, ' '));
const LONG_WORD = /\p{L}{4,}/u;

const isNameless = ({ kind, names }: Entry): boolean => kind === 'line' && names.length === 0;

/** The first word, unless it says what to do. */
function openingIn(title: string): string | undefined {
  const [first] = tokens(title.slice(0, OPENING_AREA));
  return first !== undefined && INFINITIVE.test(first) ? undefined : first;
}

function namesOf(
  { names, purpose }: Entry,
  nameOf: (text: string, isPurpose?: boolean) => Name,
): Name[] {
  const all = names.map((name) => nameOf(name));
  const hyphened = names.filter((name) => HYPHEN.test(name));
  all.push(...hyphened.map((name) => nameOf(name.replaceAll(HYPHENS, ''))));
  for (const { words } of [...all]) {
    const glued = words.length > 1 && words.length <= MOST_GLUED ? words.join('') : '';
    if (glued.length >= SHORTEST_GLUED) all.push(nameOf(glued));
  }
  if (purpose !== null) all.push(nameOf(purpose.split(CLAUSE, 1).join(''), true));
  return all;
}
