/**
 * What only one process may do at a time, such as polling. In: a lease in the database. Out: the moment it is ours, and
 * whether it still is. Invariant: two processes think so only while one of them was out of touch for a whole lease.
 */
import type { Log } from '../log.js';
import { isGone as isProcessGone, thisProcess } from './owner.js';
import { type Sleep, sleep as realSleep } from './patience.js';

/** `db/leases.ts` by shape. */
export interface LeaseStore {
  /** Takes the lease if it is free or ours, for so long; else gives who has it. */
  take(owner: string, leaseMs: number): Promise<{ isOurs: boolean; owner: string }>;
  letGo(owner: string): Promise<void>;
}

export interface LeadershipSettings {
  readonly store: LeaseStore;
  readonly log: Log;
  /** Said once when somebody else leads. */
  readonly waitingFor: string;
  readonly owner?: string;
  readonly isGone?: (owner: string) => boolean;
  /** Default 15 s. */
  readonly leaseMs?: number;
  readonly sleep?: Sleep;
}

export interface Leadership {
  /** Resolves when this process leads; rejects when the signal is aborted first. */
  gain(signal: AbortSignal): Promise<void>;
  /** Lets another process lead at once. */
  resign(): Promise<void>;
}

const askAgainMs = 2_000;

export function createLeadership(settings: LeadershipSettings): Leadership {
  const { store, log, waitingFor, owner = thisProcess, isGone = isProcessGone } = settings;
  const { leaseMs = 15_000, sleep = realSleep } = settings;
  let isLeading = false;
  /** Until when nobody else can have it, by our own clock, counted from before the question. */
  let sureUntil = -Infinity;
  let renewal: NodeJS.Timeout | null = null;

  async function take(): Promise<boolean> {
    const askedAt = performance.now();
    const lease = await store.take(owner, leaseMs);
    if (lease.isOurs) sureUntil = askedAt + leaseMs;
    if (lease.isOurs || !isGone(lease.owner)) return lease.isOurs;
    await store.letGo(lease.owner);
    return take();
  }

  return {
    async gain(signal) {
      let isTold = false;
      while (!isLeading || performance.now() >= sureUntil) {
        // Without a database nobody else can have taken it meanwhile.
        isLeading = await take().catch(() => isLeading);
        if (isLeading) break;
        if (!isTold) log.warn({}, waitingFor);
        isTold = true;
        await sleep(askAgainMs, signal);
      }
      renewal ??= setInterval(() => void take().catch(() => undefined), leaseMs / 5).unref();
    },

    async resign() {
      if (renewal !== null) clearInterval(renewal);
      isLeading = false;
      await store.letGo(owner).catch(() => undefined);
    },
  };
}
