/** Waiting and trying again, in one place. Every wait ends at once when its signal is aborted. */
import { setTimeout as pause } from 'node:timers/promises';

export type Sleep = (ms: number, signal: AbortSignal) => Promise<void>;

/** Waits; rejects with the signal's reason when that is aborted. */
export const sleep: Sleep = async (ms, signal) => {
  await pause(ms, undefined, { signal });
};

const firstWaitMs = 250;
const longestWaitMs = 30_000;

/** Milliseconds before the next try after so many failures: doubling, up to half a minute. */
export function backoff(failures: number): number {
  return Math.min(firstWaitMs * 2 ** (failures - 1), longestWaitMs);
}

export interface Patience {
  readonly signal: AbortSignal;
  readonly sleep: Sleep;
  /** What is worth waiting for; default everything. */
  readonly isPassing?: (error: unknown) => boolean;
  /** Told before each wait. */
  readonly onFailure: (error: unknown, failures: number) => void;
}

/** Tries until it works. Rejects when the signal is aborted, and with an error that does not pass. */
export async function untilDone<T>(task: () => Promise<T>, patience: Patience): Promise<T> {
  for (let failures = 1; ; failures += 1) {
    try {
      return await task();
    } catch (error) {
      patience.signal.throwIfAborted();
      if (patience.isPassing?.(error) === false) throw error;
      patience.onFailure(error, failures);
      await patience.sleep(backoff(failures), patience.signal);
    }
  }
}
