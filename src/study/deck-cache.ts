/**
 * What is made of a deck and is dear to make, kept open. In: how to make it. Out: a cache that forgets what was used least
 * recently. A deck's version is part of the key: an import makes the old one unreachable, on every replica.
 */
interface DeckVersion {
  readonly id: string;
  readonly version: number;
  /** How many there are, where what is made grows with them. */
  readonly facts?: number;
}

export interface DeckCache<D extends DeckVersion, T> {
  open(deck: D): Promise<T>;
  /** Remembers what was made elsewhere. */
  keep(deck: D, made: T): void;
}

/** An ordinary deck takes a few hundred kilobytes. */
const KEPT = 32;
/** Facts of all decks kept, at up to ten kilobytes each: a few learners with huge notes must not fill the memory. */
const FACTS_KEPT = 20_000;

/** A cache over `make`, which is called once for a version of a deck as long as it is remembered. */
export function deckCache<D extends DeckVersion, T>(
  make: (deck: D) => Promise<T>,
): DeckCache<D, T> {
  const made = new Map<string, { readonly one: Promise<T>; readonly facts: number }>();
  const keyOf = ({ id, version }: DeckVersion): string => `${id}:${version}`;
  function remember(deck: DeckVersion, one: Promise<T>): void {
    made.delete(keyOf(deck));
    made.set(keyOf(deck), { one, facts: deck.facts ?? 0 });
    let facts = [...made.values()].reduce((sum, it) => sum + it.facts, 0);
    for (const [oldest, it] of made) {
      const isRoomy = made.size <= KEPT && facts <= FACTS_KEPT;
      if (isRoomy || made.size === 1) break;
      made.delete(oldest);
      facts -= it.facts;
    }
  }
  return {
    async open(deck) {
      const one = made.get(keyOf(deck))?.one ?? make(deck);
      remember(deck, one);
      // A failed read must not be remembered.
      one.catch(() => made.delete(keyOf(deck)));
      return one;
    },
    keep: (deck, one) => remember(deck, Promise.resolve(one)),
  };
}
