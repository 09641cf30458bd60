import type { InboxStore } from '../../src/run/inbox.js';
import type { StoredUpdate } from '../../src/run/turns.js';

interface Row extends StoredUpdate {
  attempts: number;
  state: 'waiting' | 'handled' | 'failed';
  error?: string;
}

interface Turn {
  owner: string;
  isWanted: boolean;
}

/** An inbox in memory: survives a "crash" of the inbox that uses it, not of the process. Turns never end by themselves. */
export interface MemoryStore extends InboxStore {
  readonly rows: ReadonlyMap<number, Row>;
  /** Whose turn each learner is. */
  readonly turns: ReadonlyMap<number, Turn>;
  /** While true every statement fails, as without a database. */
  isDown: boolean;
  /** The next statement takes effect, but its answer is lost. */
  losesAnswer: boolean;
}

export class StoreDown extends Error {}

export function memoryStore(): MemoryStore {
  const rows = new Map<number, Row>();
  const turns = new Map<number, Turn>();

  const waitingOf = (learnerIds: readonly number[]) =>
    [...rows.values()]
      .filter(({ state, learnerId }) => state === 'waiting' && learnerIds.includes(learnerId))
      .map((row) => ({ ...row }));

  const store: MemoryStore = {
    ...{ rows, turns, isDown: false, losesAnswer: false },
    add: (updates, { owner }) =>
      statement(() => {
        for (const update of updates) {
          const turn = turns.get(update.learnerId) ?? { owner, isWanted: false };
          turn.isWanted ||= turn.owner !== owner;
          turns.set(update.learnerId, turn);
          if (!rows.has(update.updateId))
            rows.set(update.updateId, { ...update, attempts: 0, state: 'waiting' });
        }
        const ours = updates
          .map(({ learnerId }) => learnerId)
          .filter((id) => turns.get(id)?.owner === owner);
        return { ours, waiting: waitingOf(ours) };
      }),
    takeOver: ({ owner }) =>
      statement(() => {
        const free = [...rows.values()]
          .filter(({ state, learnerId }) => state === 'waiting' && !turns.has(learnerId))
          .map(({ learnerId }) => learnerId);
        for (const learnerId of free) turns.set(learnerId, { owner, isWanted: false });
        for (const row of rows.values()) {
          if (row.state === 'waiting' && free.includes(row.learnerId)) row.attempts += 1;
        }
        return waitingOf(free);
      }),
    finish: (handled, { owner, letGo }) =>
      statement(() => {
        for (const { updateId } of handled) {
          Object.assign(rows.get(updateId)!, { state: 'handled', payload: '' });
        }
        const own = letGo.filter((id) => turns.get(id)?.owner === owner);
        const kept = own.filter((id) => turns.get(id)?.isWanted);
        for (const id of own) {
          if (kept.includes(id)) turns.set(id, { owner, isWanted: false });
          else turns.delete(id);
        }
        return { kept, waiting: waitingOf(kept) };
      }),
    renew: ({ owner }) =>
      statement(() => [...turns].filter(([, turn]) => turn.owner === owner).map(([id]) => id)),
    letGo: (owner) =>
      statement(() => {
        for (const [id, turn] of turns) if (turn.owner === owner) turns.delete(id);
      }),
    owners: () => statement(() => [...new Set([...turns.values()].map(({ owner }) => owner))]),
    setAside: ({ updateId }, { error }) =>
      statement(() => void Object.assign(rows.get(updateId)!, { state: 'failed', error })),
    forget: () => statement(() => undefined),
  };

  async function statement<T>(effect: () => T): Promise<T> {
    if (store.isDown) throw new StoreDown('no database');
    const result = effect();
    if (store.losesAnswer) {
      store.losesAnswer = false;
      throw new StoreDown('the answer was lost');
    }
    return result;
  }
  return store;
}
