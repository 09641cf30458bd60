/** A deck made ready for looking things up. */
import { fold } from '../russian/fold.js';
import { readEntries, type Entry, type SearchSource } from './entries.js';
import { createPostings, type Postings } from './postings.js';
import { tokens } from './tokens.js';

export interface Deck {
  readonly entries: readonly Entry[];
  readonly postings: Postings;
  /** Numbers of the entries by their first line. */
  readonly numberAt: ReadonlyMap<number, number>;
  /** Entries by a name that words cannot tell from others, as written: `:wq`, `\d` and `\D`, `x`. */
  readonly literals: ReadonlyMap<string, readonly number[]>;
  /** Names of one word, folded: «том» and «под» are little words of the language, unless the notes name something so. */
  readonly titles: ReadonlySet<string>;
  /** Terms all words of whose name are among the roots. */
  termsNamedBy(roots: ReadonlySet<number>): readonly number[];
}

/** Reads a deck once, in small steps; looking up changes nothing in it. */
export function* openDeck(source: SearchSource): Generator<void, Deck> {
  const entries = yield* readEntries(source);
  const postings = yield* createPostings(entries);
  const literals = new Map<string, number[]>();
  const titles = new Set<string>();
  const termsByRoot = new Map<number, number[]>();
  for (const [number, { names, literals: written, kind }] of entries.entries()) {
    yield;
    for (const name of names) {
      if (!name.includes(' ')) titles.add(fold(name));
      if (isLiteral(name)) gather(literals, name, number);
    }
    for (const name of written) {
      if (isLiteral(name) && literals.get(name)?.includes(number) !== true)
        gather(literals, name, number);
    }
    const [root] = kind === 'term' ? (postings.names(number)[0]?.roots ?? []) : [];
    if (root !== undefined) gather(termsByRoot, root, number);
  }
  const termsNamedBy = (roots: ReadonlySet<number>): number[] =>
    [...roots]
      .flatMap((root) => termsByRoot.get(root) ?? [])
      .filter((number) => postings.names(number)[0]?.roots.every((root) => roots.has(root)));
  const numberAt = new Map(entries.map(({ line }, number) => [line, number]));
  return { entries, postings, numberAt, literals, titles, termsNamedBy };
}

function gather<K>(groups: Map<K, number[]>, key: K, number: number): void {
  const group = groups.get(key);
  if (group) group.push(number);
  else groups.set(key, [number]);
}

/** Would reading the name as words lose what makes it a name? */
const isLiteral = (name: string): boolean =>
  !/[\p{L}\p{N}]{2}/u.test(name) || /^[^\p{L}\p{N}\s]/u.test(name) || tokens(name).length === 0;
