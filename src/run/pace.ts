/**
 * How fast one sender's updates are taken. Telegram posts what comes from one chat one after the other, the next when the
 * last is answered: an answer held back a little leaves a flood there, where it costs nobody anything.
 * In: whose update is stored by now. Out: when to answer it. Invariant: few answers are held back at the same time, for
 * Telegram’s connections are everybody’s; what is beyond that is answered at once.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { type Allowed, createAllowance } from './allowance.js';

export interface PaceSettings {
  /** Who is answered at once. */
  readonly allows: (learnerId: number) => Allowed;
  /** How long an answer is held back. Must not reject. */
  readonly rest: () => Promise<void>;
  /** Answers held back at the same time. */
  readonly mostHeld: number;
}

/** Resolves when the update of this learner may be answered. */
export type Pace = (learnerId: number) => Promise<void>;

export function createPace({ allows, rest, mostHeld }: PaceSettings): Pace {
  let held = 0;
  return async (learnerId) => {
    if (allows(learnerId) === 'granted' || held >= mostHeld) return;
    held += 1;
    await rest();
    held -= 1;
  };
}

/** Who sends more than this is a program, or was out of reach for long: no person notices answers held back. */
const briskly = { burst: 30, perSecond: 10, now: () => performance.now() };
const restMs = 100;

/** The pace of the real thing: some 20 a second, and a quarter of the 40 connections that Telegram opens to a bot. */
export function usualPace(): Pace {
  return createPace({
    allows: createAllowance(briskly),
    rest: () => pause(restMs),
    mostHeld: 10,
  });
}
