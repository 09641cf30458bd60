/** What a process can say of itself when asked from a phone: its version, its age, and what went wrong since its start. */
import { readFileSync } from 'node:fs';

/** Trouble of one kind. */
export interface Mishap {
  readonly kind: string;
  readonly times: number;
  /** Since the last time. */
  readonly secondsAgo: number;
}

export interface Vitals {
  readonly version: string;
  upSeconds(): number;
  /** Something of this kind has gone wrong. Kinds are a short list known in advance. */
  mishap(kind: string): void;
  /** What has gone wrong, the latest first. */
  mishaps(): readonly Mishap[];
}

/** `now`: milliseconds of any clock that only grows. */
export function createVitals(now: () => number = () => performance.now()): Vitals {
  const startedAt = now();
  const seen = new Map<string, { times: number; lastAt: number }>();
  return {
    version: readVersion(),
    upSeconds: () => (now() - startedAt) / 1000,
    mishap(kind) {
      const times = (seen.get(kind)?.times ?? 0) + 1;
      seen.delete(kind);
      seen.set(kind, { times, lastAt: now() });
    },
    mishaps: () =>
      [...seen]
        .map(([kind, { times, lastAt }]) => ({ kind, times, secondsAgo: (now() - lastAt) / 1000 }))
        .reverse(),
  };
}

function readVersion(): string {
  const file = readFileSync(new URL('../../package.json', import.meta.url), 'utf8');
  return (JSON.parse(file) as { version: string }).version;
}
