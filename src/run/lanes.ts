/**
 * Turns: items of one key one after another in the order they came, items of different keys at once, so many at a time.
 * Invariant: a key whose item takes long holds nobody but itself; nor does one that has many items, if they are to rest.
 */

export interface LaneSettings<T> {
  readonly atOnce: number;
  readonly keyOf: (item: T) => number;
  readonly idOf: (item: T) => number;
  /** Must not reject. */
  readonly run: (item: T) => Promise<void>;
  /** A key with more than `most` items waiting rests after each one; a rest that rejects is the end of its items. */
  readonly crowd?: { readonly most: number; readonly rest: () => Promise<void> };
}

export interface Lanes<T> {
  add(item: T): void;
  /** Whether an item waits or runs. */
  has(id: number): boolean;
  /** Whether anything of a key waits or runs. */
  isBusy(key: number): boolean;
  /** How many items wait or run. */
  size(): number;
  /** Resolves when the item has run, or will not because of `close`; at once when it is not here. */
  settled(id: number): Promise<void>;
  /** Resolves when fewer than so many items wait or run. */
  roomFor(most: number): Promise<void>;
  /** Starts nothing from now on. */
  close(): void;
  /** Resolves when nothing runs. */
  idle(): Promise<void>;
}

interface Entry<T> {
  readonly item: T;
  readonly settle: () => void;
  isRunning: boolean;
}

export function createLanes<T>({ atOnce, keyOf, idOf, run, crowd }: LaneSettings<T>): Lanes<T> {
  const lanes = new Map<number, Entry<T>[]>();
  const known = new Map<number, Promise<void>>();
  /** Keys whose first item may start, fairest first: a key that has just run goes to the end. */
  const ready: number[] = [];
  let waiters: { readonly holds: () => boolean; readonly wake: () => void }[] = [];
  let running = 0;
  let closed = false;

  function start(): void {
    while (!closed && running < atOnce && ready.length > 0) {
      const key = ready.shift() as number;
      running += 1;
      void runFirst(key);
    }
  }

  async function runFirst(key: number): Promise<void> {
    const lane = lanes.get(key) ?? [];
    const entry = lane[0];
    if (entry !== undefined) {
      entry.isRunning = true;
      await run(entry.item);
    }
    lane.shift();
    running -= 1;
    if (lane.length === 0) lanes.delete(key);
    else if (crowd !== undefined && lane.length > crowd.most) rest(key, crowd.rest());
    else ready.push(key);
    if (entry !== undefined) {
      known.delete(idOf(entry.item));
      entry.settle();
    }
    start();
    wakeWaiters();
  }

  function rest(key: number, rested: Promise<void>): void {
    const goOn = () => {
      ready.push(key);
      start();
    };
    rested.then(goOn, () => undefined);
  }

  function wakeWaiters(): void {
    const woken = waiters.filter(({ holds }) => holds());
    if (woken.length === 0) return;
    waiters = waiters.filter((waiter) => !woken.includes(waiter));
    for (const { wake } of woken) wake();
  }

  function until(holds: () => boolean): Promise<void> {
    if (holds()) return Promise.resolve();
    return new Promise((wake) => waiters.push({ holds, wake }));
  }

  return {
    add(item) {
      const key = keyOf(item);
      const { promise, settle } = openPromise();
      known.set(idOf(item), promise);
      const lane = lanes.get(key);
      const entry = { item, settle, isRunning: false };
      if (lane !== undefined) lane.push(entry);
      else {
        lanes.set(key, [entry]);
        ready.push(key);
      }
      start();
    },
    has: (id) => known.has(id),
    isBusy: (key) => lanes.has(key),
    size: () => known.size,
    settled: (id) => known.get(id) ?? Promise.resolve(),
    roomFor: (most) => until(() => closed || known.size < most),
    close() {
      closed = true;
      // Nobody should go on waiting for what will not be started.
      for (const entry of [...lanes.values()].flat()) {
        if (!entry.isRunning) entry.settle();
      }
      wakeWaiters();
    },
    idle: () => until(() => running === 0),
  };
}

function openPromise(): { promise: Promise<void>; settle: () => void } {
  let settle = (): void => undefined;
  const promise = new Promise<void>((resolve) => {
    settle = resolve;
  });
  return { promise, settle };
}
