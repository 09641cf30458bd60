/**
 * The one door for updates. In: updates as Telegram delivers them, also again; out: each handled, the learner's oldest
 * first, one at a time per learner, different learners at once.
 * Invariant: an update that was accepted is stored before anything else happens, and is handled or set aside in the
 * end, whatever crashes in between. It may be handled twice after a crash; the handler is made for that.
 */
import type { Update } from 'grammy/types';
import type { Log } from '../log.js';
import { createLanes } from './lanes.js';
import { backoff, type Sleep, sleep as realSleep, untilDone } from './patience.js';

/** An update at rest. */
export interface StoredUpdate {
  readonly updateId: number;
  readonly learnerId: number | null;
  readonly payload: string;
}

/** Where updates wait. `db/inbox.ts` is the one that survives a crash. */
export interface InboxStore {
  /** Stores what is new in one step; gives the ids among these that wait to be handled. */
  add(updates: readonly StoredUpdate[], receivedAt: Date): Promise<readonly number[]>;
  /** All that waits, oldest first. Counts one more attempt for each. */
  takeOver(): Promise<readonly (StoredUpdate & { readonly attempts: number })[]>;
  markHandled(updateIds: readonly number[], handledAt: Date): Promise<void>;
  setAside(updateId: number, error: string, failedAt: Date): Promise<void>;
  forget(before: Date): Promise<void>;
}

export interface InboxSettings {
  readonly store: InboxStore;
  /** Handles one update; may see the same one again after a failure or a crash. */
  readonly handle: (update: Update) => Promise<void>;
  /** Trouble that passes by itself (no database, no network): waited out, not counted as a failure of the update. */
  readonly isOutage: (error: unknown) => boolean;
  readonly log: Log;
  readonly now?: () => Date;
  readonly sleep?: Sleep;
  /** Updates handled at the same time; default 500, because most of that time is waiting for Telegram. */
  readonly atOnce?: number;
}

export interface Inbox {
  /** Resolves when the updates are stored; rejects when they could not be, and may then be called with them again. */
  accept(updates: readonly Update[]): Promise<void>;
  /** Takes up what a crash left behind. Call once, before the first `accept`. */
  resume(): Promise<void>;
  /** Resolves when an update is handled or set aside; at once for one that is not under way. */
  settled(updateId: number): Promise<void>;
  /** Resolves when there is room for more: a flood waits at Telegram, not in this memory. */
  room(): Promise<void>;
  /** Starts nothing new, waits for what is in flight. What has not begun stays stored for the next start. */
  drain(): Promise<void>;
}

const triesOfOneUpdate = 3;
/** Starts that may end in the middle of the same update before it counts as the cause. */
const startsOfOneUpdate = 10;
const mostWaiting = 10_000;
const hourMs = 3_600_000;
const keepMs = 48 * hourMs;

export function createInbox(settings: InboxSettings): Inbox {
  const { store, handle, isOutage, log, atOnce = 500 } = settings;
  const { now = () => new Date(), sleep = realSleep } = settings;
  const stopping = new AbortController();
  const handled = createHandledMarks({ store, log, now, sleep, signal: stopping.signal });
  const lanes = createLanes<Update>({ atOnce, keyOf: learnerIdOf, idOf, run: handleToTheEnd });
  let forgottenAt = 0;

  async function handleToTheEnd(update: Update): Promise<void> {
    const { signal } = stopping;
    let tries = 0;
    for (let failures = 1; ; failures += 1) {
      try {
        await handle(update);
        handled.add(update.update_id);
        return;
      } catch (error) {
        const outage = isOutage(error);
        if (!outage) tries += 1;
        log.error({ updateId: update.update_id, err: error, outage, tries }, 'update failed');
        if (tries >= triesOfOneUpdate) return setAside(update.update_id, nameOf(error));
        const woken = await sleep(backoff(failures), signal).then(
          () => true,
          () => false,
        );
        if (!woken) return;
      }
    }
  }

  async function setAside(updateId: number, error: string): Promise<void> {
    const onFailure = (err: unknown) => log.error({ updateId, err }, 'update not set aside');
    const patience = { signal: stopping.signal, sleep, onFailure };
    await untilDone(() => store.setAside(updateId, error, now()), patience).catch(() => undefined);
  }

  async function forgetOld(): Promise<void> {
    const time = now().getTime();
    if (time - forgottenAt < hourMs) return;
    forgottenAt = time;
    await store
      .forget(new Date(time - keepMs))
      .catch((err: unknown) => log.warn({ err }, 'old updates not forgotten'));
  }

  return {
    async accept(updates) {
      if (updates.length === 0) return;
      // What is under way here already is waiting in the store too, and must not be queued a second time.
      const underWay = new Set(updates.map(idOf).filter((id) => lanes.has(id)));
      const unique = new Map(updates.map((update) => [update.update_id, update]));
      const waiting = new Set(await store.add([...unique.values()].map(toStored), now()));
      for (const update of unique.values()) {
        if (waiting.has(update.update_id) && !underWay.has(update.update_id)) lanes.add(update);
      }
      void forgetOld();
    },

    async resume() {
      const onFailure = (err: unknown) =>
        log.error({ err }, 'updates of the last run not taken up yet');
      const patience = { signal: stopping.signal, sleep, onFailure };
      const left = await untilDone(() => store.takeOver(), patience);
      if (left.length > 0) log.info({ updates: left.length }, 'taking up updates of the last run');
      for (const { updateId, payload, attempts } of left) {
        if (attempts > startsOfOneUpdate)
          await setAside(updateId, 'the process ended while handling it');
        else lanes.add(JSON.parse(payload) as Update);
      }
    },

    settled: (updateId) => lanes.settled(updateId),
    room: () => lanes.roomFor(mostWaiting),

    async drain() {
      lanes.close();
      stopping.abort();
      await lanes.idle();
      await handled.flush();
    },
  };
}

interface MarkSettings {
  readonly store: InboxStore;
  readonly log: Log;
  readonly now: () => Date;
  readonly sleep: Sleep;
  readonly signal: AbortSignal;
}

/**
 * Writes down what is handled, many at a time: while one write is on its way the next ones gather. A crash before the
 * write costs a repetition, never an update, so nobody waits for it.
 */
function createHandledMarks({ store, log, now, sleep, signal }: MarkSettings) {
  let gathered: number[] = [];
  let writing: Promise<void> | null = null;

  async function write(): Promise<void> {
    while (gathered.length > 0) {
      const batch = gathered;
      gathered = [];
      const onFailure = (err: unknown) =>
        log.warn({ err, updates: batch.length }, 'updates not marked as handled');
      await untilDone(() => store.markHandled(batch, now()), { signal, sleep, onFailure }).catch(
        (err: unknown) =>
          log.warn({ err, updates: batch.length }, 'handled updates left for the next start'),
      );
    }
    writing = null;
  }

  return {
    add(updateId: number): void {
      gathered.push(updateId);
      writing ??= write();
    },
    async flush(): Promise<void> {
      await writing;
    },
  };
}

/** Whose turn an update takes: the person's, else the chat's; null when it has neither. */
export function learnerIdOf(update: Update): number | null {
  for (const content of Object.values(update)) {
    if (typeof content !== 'object' || content === null) continue;
    const { from, user, chat } = content as Partial<
      Record<'from' | 'user' | 'chat', { id: number }>
    >;
    const owner = from ?? user ?? chat;
    if (owner !== undefined) return owner.id;
  }
  return null;
}

function idOf(update: Update): number {
  return update.update_id;
}

function toStored(update: Update): StoredUpdate {
  return {
    updateId: update.update_id,
    learnerId: learnerIdOf(update),
    payload: JSON.stringify(update),
  };
}

/** Names an error without its message, which may quote what somebody wrote. */
function nameOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const inner = 'error' in error ? error.error : error.cause;
  return inner instanceof Error ? `${error.name}: ${inner.name}` : error.name;
}
