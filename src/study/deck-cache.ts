/**
 * What is made of a deck and is dear to make, kept open. In: how to make it. Out: a cache that forgets what was used least
 * recently. A deck's version is part of the key: an import makes the old one unreachable, on every replica.
 */
interface DeckVersion {
  readonly id: string;
  readonly version: number;
}

export interface DeckCache<D extends DeckVersion, T> {
  open(deck: D): Promise<T>;
}

/** An ordinary deck takes a few hundred kilobytes. */
const KEPT = 32;

/** A cache over `make`, which is called once for a version of a deck as long as it is remembered. */
export function deckCache<D extends DeckVersion, T>(
  make: (deck: D) => Promise<T>,
): DeckCache<D, T> {
  const made = new Map<string, Promise<T>>();
  return {
    async open(deck) {
      const key = `${deck.id}:${deck.version}`;
      const one = made.get(key) ?? make(deck);
      made.delete(key);
      made.set(key, one);
      for (const oldest of made.keys()) {
        if (made.size <= KEPT) break;
        made.delete(oldest);
      }
      // A failed read must not be remembered.
      one.catch(() => made.delete(key));
      return one;
    },
  };
}
