/** Seeded chance: the same seed gives the same numbers on every machine (mulberry32, seeded by FNV-1a of a text). */

/** Gives numbers in [0, 1). */
export type Random = () => number;

/** A generator for a seed; texts make good seeds (`session id + position`). */
export function seededRandom(seed: string | number): Random {
  let state = 0x811c9dc5;
  for (const char of String(seed)) {
    state = Math.imul(state ^ (char.codePointAt(0) ?? 0), 0x01000193);
  }
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Fractions of √2, √3, √5 …: multiples of them fall evenly, and differently, over [0, 1). */
const STEPS = [2, 3, 5, 7, 11, 13].map((prime) => Math.sqrt(prime) % 1);

/**
 * A generator whose first draws are spread evenly over the seeds 1, 2, 3 …: fifty questions drawn with fifty seeds are
 * half true and half false, not just on average. Draws of different keys are independent.
 */
export function spreadRandom(seed: string | number, key: string): Random {
  let draw = 0;
  let own: Random;
  let later: Random;
  let turn: number;
  return () => {
    // Most makers have nothing to draw: a generator costs nothing before its first number.
    if (draw === 0) {
      own = seededRandom(key);
      later = seededRandom(`${seed}:${key}`);
      turn = Number.isSafeInteger(seed) ? Math.abs(Number(seed)) : later() * 2 ** 20;
    }
    const step = STEPS[draw];
    draw += 1;
    return step === undefined ? later() : (own() + turn * step) % 1;
  };
}

/** A shuffled copy (Fisher–Yates). */
export function shuffle<T>(items: readonly T[], random: Random): T[] {
  const copy = [...items];
  for (let i = copy.length - 1; i > 0; i -= 1) {
    const j = Math.floor(random() * (i + 1));
    const swapped = copy[i] as T;
    copy[i] = copy[j] as T;
    copy[j] = swapped;
  }
  return copy;
}

/** One of the items; undefined only for an empty list. */
export function pick<T>(items: readonly T[], random: Random): T | undefined {
  return items[Math.floor(random() * items.length)];
}
