/**
 * Updates on their way to the bot: handed straight to a listener, or kept for getUpdates until an offset confirms them.
 */
import { setTimeout as pause } from 'node:timers/promises';
import type { Update } from 'grammy/types';
import { Rejection } from './rejection.js';

export interface UpdateQueue {
  /** Resolves when the listener is done with it; at once when there is none. */
  add(update: Update): Promise<void>;
  /** Hands updates over from now on, those waiting first. */
  deliverTo(listener: (update: Update) => Promise<void>): Promise<void>;
  /** getUpdates: forgets what lies before the offset, waits when there is nothing, gives up when aborted. */
  poll(request: PollRequest): Promise<readonly Update[]>;
  /** Updates not confirmed yet. */
  waiting(): readonly Update[];
}

export interface PollRequest {
  readonly offset: number;
  readonly limit: number;
  readonly timeoutSeconds: number;
  readonly signal: AbortSignal;
}

export function createUpdateQueue(): UpdateQueue {
  let waiting: Update[] = [];
  let listener: ((update: Update) => Promise<void>) | undefined;
  let current: { wake: AbortController; terminated: boolean } | undefined;

  async function add(update: Update): Promise<void> {
    if (listener !== undefined) return listener(update);
    waiting.push(update);
    current?.wake.abort();
  }

  async function deliverTo(next: (update: Update) => Promise<void>): Promise<void> {
    listener = next;
    for (const update of waiting.splice(0)) await next(update);
  }

  async function poll({
    offset,
    limit,
    timeoutSeconds,
    signal,
  }: PollRequest): Promise<readonly Update[]> {
    if (offset > 0) waiting = waiting.filter((update) => update.update_id >= offset);
    if (current !== undefined) {
      current.terminated = true;
      current.wake.abort();
    }
    const mine = { wake: new AbortController(), terminated: false };
    current = mine;
    try {
      if (waiting.length === 0 && timeoutSeconds > 0) {
        const woken = AbortSignal.any([mine.wake.signal, signal]);
        await pause(timeoutSeconds * 1000, undefined, { signal: woken }).catch(() => undefined);
      }
    } finally {
      if (current === mine) current = undefined;
    }
    if (mine.terminated) {
      throw new Rejection(
        409,
        'Conflict: terminated by other getUpdates request; make sure that only one bot instance is running',
      );
    }
    return waiting.slice(0, limit);
  }

  return { add, deliverTo, poll, waiting: () => waiting };
}
