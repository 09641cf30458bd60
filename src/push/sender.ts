/**
 * The sender of the daily pushes; any number of processes run one each. In: a store to claim from, and who knows what a push
 * says. Out: every due push sent, skipped or missed, at most three calls to Telegram at a time.
 * Invariant: a push whose call may have reached Telegram is never sent again, by nobody; one whose call surely has not is
 * given back. A 429 stops all processes.
 */
import type { Log } from '../log.js';
import { backoff, sleep as realSleep, type Sleep, untilDone } from '../run/patience.js';
import { classifyTelegramError, neverReached, retryAfter } from '../telegram/errors.js';

/** A push that is ours to send; `db/pushes.ts` fits by shape. */
export interface DuePush {
  readonly learnerId: number;
  readonly localDate: string;
  readonly dueAt: Date;
  readonly heldUntil: Date;
  readonly isForced: boolean;
}

/** Why a push that was begun never arrives. */
export type Refusal = 'blocked' | 'failed';

/** Where pushes come from and go back to. */
export interface SenderStore {
  claim(limit: number): Promise<readonly DuePush[]>;
  release(pushes: readonly DuePush[]): Promise<void>;
  takeBack(push: DuePush): Promise<void>;
  giveUp(push: DuePush, reason: Refusal): Promise<void>;
  pausedUntil(): Promise<Date | null>;
  pauseFor(seconds: number): Promise<void>;
}

/** A push that counts as sent from now on. */
export interface Letter {
  /** The one call that sends it; gives the id of the message. */
  send(): Promise<number>;
  /** Writes down that it was taken; may be called again until it succeeds. */
  sent(messageId: number): Promise<void>;
  /** What may be done about older messages; nothing depends on it. */
  tidy(): Promise<void>;
}

export type PushOutcome = 'sent' | 'nothing' | 'flood' | 'unreached' | 'unknown' | Refusal;

export interface SenderSettings {
  readonly store: SenderStore;
  /** Decides what a push says; null when nothing is to be sent now, which is written down by then. */
  readonly begin: (push: DuePush) => Promise<Letter | null>;
  readonly log: Pick<Log, 'warn' | 'error'>;
  readonly now?: () => number;
  readonly sleep?: Sleep;
  /** Told of every push that was claimed: for counters. `lateMs` since it was due. */
  readonly onOutcome?: (event: { outcome: PushOutcome; lateMs: number }) => void;
}

export interface Sender {
  /** Sends what is due, up to a batch; gives how many pushes were taken up, or until when Telegram wants to hear nothing. */
  round(signal: AbortSignal): Promise<number | Date>;
  /** Sends until the signal is aborted; resolves when the calls under way are done. */
  run(signal: AbortSignal): Promise<void>;
}

/** What Telegram's own advice allows a bot that nobody has asked. */
const AT_ONCE = 3;
/** A second of work: what a process holds when it dies is sent a minute later. */
const BATCH = 30;
const IDLE_MS = 5_000;
/** A pause ends by the clock of the database, which may be behind this one. */
const SHORTEST_WAIT_MS = 250;
const LONGEST_WAIT_MS = 30_000;
/** A 429 always names its seconds; should it not, this many. */
const PAUSE_SECONDS = 5;

/** A sender that does nothing until `round` or `run`. */
export function createSender(settings: SenderSettings): Sender {
  const { store, begin, log, now = Date.now, sleep = realSleep, onOutcome } = settings;

  async function round(signal: AbortSignal): Promise<number | Date> {
    const pause = await store.pausedUntil();
    if (pause !== null) return pause;
    const queue = [...(await store.claim(BATCH))];
    const taken = queue.length;
    let isPaused = false;
    const work = async () => {
      while (!signal.aborted && !isPaused) {
        const push = queue.shift();
        if (push === undefined) return;
        const outcome = await deliver(push, signal);
        onOutcome?.({ outcome, lateMs: now() - push.dueAt.getTime() });
        if (outcome === 'flood') isPaused = true;
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
    if (queue.length > 0) await store.release(queue);
    return taken;
  }

  async function deliver(push: DuePush, signal: AbortSignal): Promise<PushOutcome> {
    let letter: Letter | null;
    try {
      letter = await begin(push);
    } catch (err) {
      // Whatever was begun and not committed is still claimed: somebody takes it up after its hold.
      log.warn({ err }, 'a push could not be prepared');
      return 'failed';
    }
    if (letter === null) return 'nothing';
    const ready = letter;
    try {
      const messageId = await ready.send();
      await persist(() => ready.sent(messageId), signal);
    } catch (error) {
      return refused(push, error, signal);
    }
    await ready
      .tidy()
      .catch((err: unknown) => log.warn({ err }, 'an older push was not tidied away'));
    return 'sent';
  }

  async function refused(push: DuePush, error: unknown, signal: AbortSignal): Promise<PushOutcome> {
    const kind = classifyTelegramError(error);
    if (kind === 'flood') {
      const seconds = retryAfter(error) ?? PAUSE_SECONDS;
      log.warn({ seconds }, 'Telegram asks to pause; pushes wait');
      await persist(() => store.pauseFor(seconds), signal);
      await persist(() => store.takeBack(push), signal);
      return 'flood';
    }
    if (kind === 'blocked' || kind === 'chat-gone') {
      await persist(() => store.giveUp(push, 'blocked'), signal);
      return 'blocked';
    }
    if (neverReached(error)) {
      await persist(() => store.takeBack(push), signal);
      await sleep(IDLE_MS, signal).catch(() => undefined);
      return 'unreached';
    }
    log.error({ err: error, kind }, 'a push was refused or its answer lost');
    if (kind === 'network' || kind === 'server') return 'unknown';
    await persist(() => store.giveUp(push, 'failed'), signal);
    return 'failed';
  }

  /** The rows must say what has happened: an outage of the database is waited out, unless the process is to end. */
  async function persist(write: () => Promise<void>, signal: AbortSignal): Promise<void> {
    const onFailure = (err: unknown) =>
      log.warn({ err }, 'what became of a push is not stored yet');
    await untilDone(write, { signal, sleep, onFailure }).catch(() => undefined);
  }

  async function run(signal: AbortSignal): Promise<void> {
    for (let failures = 0; !signal.aborted;) {
      try {
        const done = await round(signal);
        failures = 0;
        const waitMs = typeof done === 'number' ? IDLE_MS : done.getTime() - now();
        if (done !== BATCH)
          await sleep(Math.min(Math.max(waitMs, SHORTEST_WAIT_MS), LONGEST_WAIT_MS), signal);
      } catch (err) {
        if (signal.aborted) return;
        failures += 1;
        log.warn({ err }, 'pushes wait for the database');
        await sleep(backoff(failures), signal).catch(() => undefined);
      }
    }
  }

  return { round, run };
}
