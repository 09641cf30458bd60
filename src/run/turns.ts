/**
 * Whose turn it is, as this process knows it: which learners it holds, what of theirs is done and not yet written down,
 * whom it may let go. Invariant: while an update of a learner is on its way into the store from here, their turn is not
 * let go from here; everything else between processes is decided by the store.
 */
import type { Log } from '../log.js';
import { backoff, type Sleep } from './patience.js';

/** An update at rest. */
export interface StoredUpdate {
  /** Whose turn it takes; 0 for nobody's. */
  readonly learnerId: number;
  readonly updateId: number;
  readonly payload: string;
}

export type UpdateKey = Pick<StoredUpdate, 'learnerId' | 'updateId'>;

/** What the store does about turns; `db/inbox.ts` says more of each. */
export interface TurnStore {
  takeOver(taker: {
    owner: string;
    leaseMs: number;
  }): Promise<readonly (StoredUpdate & { readonly attempts: number })[]>;
  finish(
    handled: readonly UpdateKey[],
    turn: { owner: string; letGo: readonly number[]; handledAt: Date },
  ): Promise<{ kept: readonly number[]; waiting: readonly StoredUpdate[] }>;
  /** Gives the learners whose turn is ours. */
  renew(taker: { owner: string; leaseMs: number }): Promise<readonly number[]>;
  letGo(owner: string): Promise<void>;
  owners(): Promise<readonly string[]>;
}

export interface TurnSettings {
  readonly store: TurnStore;
  readonly owner: string;
  readonly leaseMs: number;
  readonly isGone: (owner: string) => boolean;
  /** Does something of the learner's wait or run here? */
  readonly isBusy: (learnerId: number) => boolean;
  /** Takes what waits to be handled here. */
  readonly enqueue: (waiting: readonly (StoredUpdate & { readonly attempts?: number })[]) => void;
  readonly log: Log;
  readonly now: () => Date;
  readonly sleep: Sleep;
  /** Aborted when the process is to stop. */
  readonly signal: AbortSignal;
}

export interface Turns {
  readonly owner: string;
  readonly leaseMs: number;
  holds(learnerId: number): boolean;
  /** Lets updates of these learners into the store; `add` gives the turns that are ours and what waits of them. */
  arrive(
    learnerIds: readonly number[],
    add: () => Promise<{ ours: readonly number[]; waiting: readonly StoredUpdate[] }>,
  ): Promise<void>;
  /** An update is handled: written down with the next ones. */
  handled(update: UpdateKey): void;
  /** Nothing of the learner's may be left to do here. */
  idle(learnerId: number): void;
  /** Takes up what nobody has. Rejects when the store is away. */
  takeOver(): Promise<void>;
  /** Tells the store that this process lives, and takes up what nobody has. */
  pulse(): Promise<void>;
  /** Writes down what is handled and lets go of everything. */
  leave(): Promise<void>;
}

/** Others wait for turns that are not let go: so not too long after an outage. */
const longestWaitMs = 3_000;

export function createTurns(settings: TurnSettings): Turns {
  const { store, owner, leaseMs, isGone, isBusy, enqueue, log, now, sleep, signal } = settings;
  const taker = { owner, leaseMs };
  const held = new Set<number>();
  /** Learners whose turn may be ours: an answer of the store was lost. */
  const unsure = new Set<number>();
  /** How many updates of a learner are on their way into the store. */
  const arriving = new Map<number, number>();
  let marks: UpdateKey[] = [];
  let idle = new Set<number>();
  /** Whom the statement on its way lets go, and when it is back. */
  let leaving: { readonly learnerIds: ReadonlySet<number>; readonly done: Promise<void> } | null =
    null;
  let writing: Promise<void> | null = null;

  /** Marks and turns go together, many at a time: while one statement is on its way the next ones gather. */
  async function write(): Promise<void> {
    for (let failures = 0; marks.length > 0 || idle.size > 0;) {
      // Whoever has just finished is still busy in the very turn of the loop that says so.
      await new Promise(setImmediate);
      const handled = marks;
      const letGo = [...idle].filter((id) => mayBeOurs(id) && !isBusy(id) && !arriving.has(id));
      marks = [];
      idle = new Set();
      if (handled.length === 0 && letGo.length === 0) continue;
      const finishing = finish(handled, letGo);
      // Nobody waits longer for this than for one try.
      leaving = { learnerIds: new Set(letGo), done: finishing.then(() => undefined) };
      const isDone = await finishing;
      leaving = null;
      if (isDone) {
        failures = 0;
        continue;
      }
      if (signal.aborted) break;
      failures += 1;
      marks = [...handled, ...marks];
      for (const learnerId of letGo) idle.add(learnerId);
      await sleep(Math.min(backoff(failures), longestWaitMs), signal).catch(() => undefined);
    }
    writing = null;
  }

  async function finish(handled: readonly UpdateKey[], letGo: readonly number[]): Promise<boolean> {
    try {
      const { kept, waiting } = await store.finish(handled, { owner, letGo, handledAt: now() });
      for (const learnerId of letGo) {
        held.delete(learnerId);
        unsure.delete(learnerId);
      }
      hold(kept);
      enqueue(waiting);
      return true;
    } catch (err) {
      log.warn({ err, updates: handled.length }, 'updates not marked as handled');
      return false;
    }
  }

  const mayBeOurs = (learnerId: number) => held.has(learnerId) || unsure.has(learnerId);

  /** They are ours; whoever has nothing to do here may be let go again. */
  function hold(learnerIds: readonly number[]): void {
    for (const learnerId of learnerIds) {
      held.add(learnerId);
      idle.add(learnerId);
    }
    if (learnerIds.length > 0) writeSoon();
  }

  function writeSoon(): void {
    writing ??= write();
  }

  function count(learnerIds: readonly number[], step: 1 | -1): void {
    for (const learnerId of learnerIds) {
      const left = (arriving.get(learnerId) ?? 0) + step;
      if (left === 0) arriving.delete(learnerId);
      else arriving.set(learnerId, left);
    }
  }

  async function takeOver(): Promise<void> {
    // A turn let go a moment ago may be taken up by this: its letting go must have been heard of first.
    await leaving?.done;
    const taken = await store.takeOver(taker);
    enqueue(taken);
    hold([...new Set(taken.map(({ learnerId }) => learnerId))]);
  }

  return {
    ...taker,
    holds: (learnerId) => held.has(learnerId),

    async arrive(learnerIds, add) {
      count(learnerIds, 1);
      try {
        while (leaving !== null && learnerIds.some((id) => leaving?.learnerIds.has(id))) {
          await leaving.done;
        }
        const { ours, waiting } = await add();
        enqueue(waiting);
        count(learnerIds, -1);
        hold(ours);
      } catch (error) {
        // Perhaps it was stored and only the answer was lost: then the turns are ours, and must go again.
        count(learnerIds, -1);
        for (const learnerId of learnerIds) {
          unsure.add(learnerId);
          idle.add(learnerId);
        }
        writeSoon();
        throw error;
      }
    },

    handled(update) {
      marks.push(update);
      idle.add(update.learnerId);
      writeSoon();
    },

    idle(learnerId) {
      idle.add(learnerId);
      writeSoon();
    },

    takeOver,

    async pulse() {
      // What the store says is ours counts, whatever was forgotten here.
      if (held.size > 0) hold(await store.renew(taker));
      for (const other of await store.owners()) {
        if (isGone(other)) await store.letGo(other);
      }
      await takeOver();
    },

    async leave() {
      await writing;
      await store
        .letGo(owner)
        .catch((err: unknown) => log.warn({ err }, 'turns left to end by themselves'));
    },
  };
}
