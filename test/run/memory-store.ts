import type { InboxStore, StoredUpdate } from '../../src/run/inbox.js';

interface Row extends StoredUpdate {
  attempts: number;
  state: 'waiting' | 'handled' | 'failed';
  error?: string;
}

/** An inbox in memory: survives a "crash" of the inbox that uses it, not of the process. */
export interface MemoryStore extends InboxStore {
  readonly rows: ReadonlyMap<number, Row>;
  /** While true every statement fails, as without a database. */
  isDown: boolean;
  /** The next statement takes effect, but its answer is lost. */
  losesAnswer: boolean;
}

export class StoreDown extends Error {}

export function memoryStore(): MemoryStore {
  const rows = new Map<number, Row>();
  const store: MemoryStore = {
    rows,
    isDown: false,
    losesAnswer: false,
    add: (updates) =>
      statement(() => {
        for (const update of updates) {
          if (!rows.has(update.updateId))
            rows.set(update.updateId, { ...update, attempts: 0, state: 'waiting' });
        }
        return updates
          .map(({ updateId }) => updateId)
          .filter((id) => rows.get(id)?.state === 'waiting');
      }),
    takeOver: () =>
      statement(() => {
        const waiting = [...rows.values()].filter(({ state }) => state === 'waiting');
        for (const row of waiting) row.attempts += 1;
        return waiting.map((row) => ({ ...row }));
      }),
    markHandled: (updateIds) =>
      statement(() =>
        updateIds.forEach((id) => Object.assign(rows.get(id)!, { state: 'handled', payload: '' })),
      ),
    setAside: (updateId, error) =>
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
