/**
 * The one door for updates. In: updates as Telegram delivers them, also again; out: each handled, the learner's oldest
 * first, one at a time per learner, also across processes; different learners at once.
 * Invariant: an update that was accepted is stored before anything else happens, and is handled or set aside in the
 * end, whatever crashes in between; only what is beyond its learner's limit ends with that. It may be handled twice after a crash; the handler is made for that.
 */
import type { Update } from 'grammy/types';
import type { Log } from '../log.js';
import type { Allowed } from './allowance.js';
import { gathered } from './gathered.js';
import { createLanes } from './lanes.js';
import { isGone, thisProcess } from './owner.js';
import { backoff, type Sleep, sleep as realSleep, untilDone } from './patience.js';
import { createTurns, type StoredUpdate, type TurnStore, type UpdateKey } from './turns.js';
import { idOf, keyOf, learnerIdOf, toStored } from './update.js';

/** Where updates wait. `db/inbox.ts` is the one that survives a crash. */
export interface InboxStore extends TurnStore {
  /** Stores what is new and takes the free turns, in one step. */
  add(
    updates: readonly StoredUpdate[],
    taker: {
      owner: string;
      leaseMs: number;
      receivedAt: Date;
      holds: (learnerId: number) => boolean;
    },
  ): Promise<{ ours: readonly number[]; waiting: readonly StoredUpdate[] }>;
  setAside(update: UpdateKey, failure: { error: string; failedAt: Date }): Promise<void>;
  forget(before: Date): Promise<void>;
}

/**
 * What an error says of the update it ended. `outage`: nothing, it passes by itself and is waited out; `refused`: it
 * passes too, unless it is this update alone that meets it; `failure`: handling it does not work.
 */
export type Trouble = 'outage' | 'refused' | 'failure';

/** How an update left. */
export type UpdateEnd = 'handled' | 'set aside';

/** Told what happens, for numbers; times in seconds. */
export interface InboxMeter {
  stored(updates: number, seconds: number): void;
  /** An update was dropped: its sender sends too many. */
  limited(): void;
  begun(waited: number): void;
  ended(end: UpdateEnd, seconds: number): void;
}

export interface InboxSettings {
  readonly store: InboxStore;
  /** Handles one update; may see the same one again after a failure or a crash. */
  readonly handle: (update: Update) => Promise<void>;
  readonly troubleOf: (error: unknown) => Trouble;
  /**
   * How much one learner may send; absent: without end. What is beyond it is stored like everything else, and is over with
   * that; `tell` hears of the first such update.
   */
  readonly limit?: {
    readonly allows: (learnerId: number) => Allowed;
    readonly tell: (update: Update) => void;
  };
  /** Grows whenever Telegram grants anybody anything; default: it never does. */
  readonly telegramAnswers?: () => number;
  readonly log: Log;
  readonly meter?: InboxMeter;
  readonly now?: () => Date;
  readonly sleep?: Sleep;
  /** Updates handled at the same time; default 500, because most of that time is waiting for Telegram. */
  readonly atOnce?: number;
  /** The name of this process among those that share the store. */
  readonly owner?: string;
  /** How long a turn lasts after the last word of a process, in ms; default 15 s. */
  readonly leaseMs?: number;
}

export interface Inbox {
  /** Resolves when the updates are stored; rejects when they could not be, and may then be called with them again. */
  accept(updates: readonly Update[]): Promise<void>;
  /** Takes up what a crash left behind, now and from now on. Call once, before the first `accept`. */
  resume(until?: AbortSignal): Promise<void>;
  /** Resolves when an update is handled or set aside here; at once for one that is not under way. */
  settled(updateId: number): Promise<void>;
  /** Resolves when there is room for more: a flood waits at Telegram, not in this memory. */
  room(): Promise<void>;
  /** How many updates wait or run here. */
  size(): number;
  /** Starts nothing new, waits for what is in flight. What has not begun stays stored for others or the next start. */
  drain(): Promise<void>;
}

const triesOfOneUpdate = 3;
/** Tries that Telegram refuses to one update while it grants others theirs: some four minutes. */
const refusalsOfOneUpdate = 12;
/** Processes that may end in the middle of the same update before it counts as the cause: one may die of others’ faults. */
const startsOfOneUpdate = 20;
const mostWaiting = 10_000;
/** Updates handled lately, should the store still speak of them: more than can be on their way at once. */
const mostRemembered = 20_000;
/** Updates stored by one statement. */
const mostAtOnce = 200;
/** Who has more than so many waiting is no person but a program, or somebody who was out of reach for long. */
const mostOfAPerson = 30;
/** Then the next one has to wait: others need the processor too, and Telegram takes one message a second into a chat. */
const restOfACrowdMs = 100;
const hourMs = 3_600_000;
const keepMs = 48 * hourMs;

export function createInbox(settings: InboxSettings): Inbox {
  const {
    store,
    handle,
    troubleOf,
    telegramAnswers = () => 0,
    limit,
    log,
    meter,
    atOnce = 500,
  } = settings;
  const { now = () => new Date(), sleep = realSleep } = settings;
  const { owner = thisProcess, leaseMs = 15_000 } = settings;
  const stopping = new AbortController();
  const { signal } = stopping;
  const lanes = createLanes<Update>({
    ...{ atOnce, keyOf: learnerIdOf, idOf, run: handleToTheEnd },
    crowd: { most: mostOfAPerson, rest: () => sleep(restOfACrowdMs, signal) },
  });
  const turns = createTurns({
    ...{ store, owner, leaseMs, isGone, log, now, sleep, signal },
    isBusy: (learnerId) => lanes.isBusy(learnerId),
    enqueue,
  });
  const storing = gathered(mostAtOnce, storeBatch);
  /** Updates on their way into the store, as they came. */
  const arriving = new Map<number, Update>();
  const handledLately = new Set<number>();
  const cameAt = new Map<number, number>();
  let pulse: NodeJS.Timeout | null = null;
  let forgottenAt = 0;

  function enqueue(waiting: readonly (StoredUpdate & { readonly attempts?: number })[]): void {
    for (const row of waiting) {
      const { updateId, payload, attempts = 0 } = row;
      if (lanes.has(updateId)) continue;
      // Either its mark is on its way, or it has come once more after its row was swept.
      if (handledLately.has(updateId)) {
        turns.handled(row);
        continue;
      }
      if (attempts > startsOfOneUpdate) {
        void setAside(row, 'the process ended while handling it');
        continue;
      }
      const update = arriving.get(updateId) ?? (JSON.parse(payload) as Update);
      if (!isAllowed(update)) {
        remember(handledLately, updateId);
        turns.handled(row);
        continue;
      }
      cameAt.set(updateId, performance.now());
      lanes.add(update);
    }
  }

  function isAllowed(update: Update): boolean {
    const allowed = limit?.allows(learnerIdOf(update)) ?? 'granted';
    if (allowed === 'granted') return true;
    meter?.limited();
    if (allowed === 'first refused') limit?.tell(update);
    return false;
  }

  async function handleToTheEnd(update: Update): Promise<void> {
    const key = keyOf(update);
    const { updateId } = key;
    const begunAt = performance.now();
    meter?.begun((begunAt - (cameAt.get(updateId) ?? begunAt)) / 1000);
    cameAt.delete(updateId);
    let tries = 0;
    let refusals = 0;
    for (let failures = 1; ; failures += 1) {
      const answersBefore = telegramAnswers();
      try {
        await handle(update);
        remember(handledLately, updateId);
        turns.handled(key);
        meter?.ended('handled', (performance.now() - begunAt) / 1000);
        return;
      } catch (error) {
        const trouble = troubleOf(error);
        if (trouble === 'failure') tries += 1;
        // Only who is refused what others are granted is to blame.
        if (trouble === 'refused' && telegramAnswers() > answersBefore) refusals += 1;
        log.error({ updateId, err: error, trouble, tries, refusals }, 'update failed');
        if (tries >= triesOfOneUpdate || refusals >= refusalsOfOneUpdate) {
          await setAside(key, nameOf(error));
          meter?.ended('set aside', (performance.now() - begunAt) / 1000);
          return;
        }
        const woken = await sleep(backoff(failures), signal).then(
          () => true,
          () => false,
        );
        if (!woken) return;
      }
    }
  }

  async function setAside(key: UpdateKey, error: string): Promise<void> {
    const onFailure = (err: unknown) =>
      log.error({ updateId: key.updateId, err }, 'update not set aside');
    await untilDone(() => store.setAside(key, { error, failedAt: now() }), {
      ...{ signal, sleep, onFailure },
    }).catch(() => undefined);
    turns.idle(key.learnerId);
  }

  async function forgetOld(): Promise<void> {
    const time = now().getTime();
    if (time - forgottenAt < hourMs) return;
    forgottenAt = time;
    await store
      .forget(new Date(time - keepMs))
      .catch((err: unknown) => log.warn({ err }, 'old updates not forgotten'));
  }

  /** All updates of some arrivals in one statement; an update that came twice is stored once. */
  async function storeBatch(batch: readonly Update[]): Promise<void> {
    const rows = [...new Map(batch.map((update) => [update.update_id, update])).values()];
    for (const update of rows) arriving.set(update.update_id, update);
    const learnerIds = [...new Set(rows.map(learnerIdOf))];
    const taker = {
      owner,
      leaseMs,
      receivedAt: now(),
      holds: (learnerId: number) => turns.holds(learnerId),
    };
    try {
      await turns.arrive(learnerIds, () => store.add(rows.map(toStored), taker));
    } finally {
      for (const { update_id } of rows) arriving.delete(update_id);
    }
  }

  /** Regularly: other processes must know that this one lives, and their death be noticed. */
  function keepPulse(): void {
    let isBeating = false;
    const beat = async () => {
      if (isBeating || lanes.size() >= mostWaiting) return;
      isBeating = true;
      await turns
        .pulse()
        .catch((err: unknown) => log.warn({ err }, 'the turns of this process were not renewed'));
      isBeating = false;
    };
    pulse = setInterval(() => void beat(), leaseMs / 5).unref();
  }

  return {
    accept(updates) {
      if (updates.length === 0) return Promise.resolve();
      const startedAt = performance.now();
      const stored = storing(updates);
      void stored.then(
        () => meter?.stored(updates.length, (performance.now() - startedAt) / 1000),
        () => undefined,
      );
      void forgetOld();
      return stored;
    },

    async resume(until = signal) {
      const onFailure = (err: unknown) =>
        log.error({ err }, 'updates of the last run not taken up yet');
      keepPulse();
      await untilDone(() => turns.pulse(), { signal: until, sleep, onFailure });
      if (lanes.size() > 0)
        log.info({ updates: lanes.size() }, 'taking up updates of the last run');
    },

    settled: (updateId) => lanes.settled(updateId),
    room: () => lanes.roomFor(mostWaiting),
    size: () => lanes.size(),

    async drain() {
      if (pulse !== null) clearInterval(pulse);
      lanes.close();
      stopping.abort();
      await lanes.idle();
      await turns.leave();
    },
  };
}

function remember(ids: Set<number>, id: number): void {
  ids.add(id);
  const [oldest] = ids;
  if (ids.size > mostRemembered && oldest !== undefined) ids.delete(oldest);
}

/** Names an error without its message, which may quote what somebody wrote. */
function nameOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const inner = 'error' in error ? error.error : error.cause;
  return inner instanceof Error ? `${error.name}: ${inner.name}` : error.name;
}
