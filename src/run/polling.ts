/**
 * Long polling. In: the Bot API and the inbox; out: every update in the inbox, in order.
 * Invariant: the offset that makes Telegram forget a batch is sent only after the batch is stored.
 */
import type { Api } from 'grammy';
import type { Update, UserFromGetMe } from 'grammy/types';
import type { Log } from '../log.js';
import { classifyTelegramError, connectionCode } from '../telegram/errors.js';
import { allowedUpdates, greet, refusedToken, waitAfter } from './greeting.js';
import type { Inbox } from './inbox.js';
import type { Leadership } from './leadership.js';
import { backoff, type Sleep, sleep as realSleep } from './patience.js';

/** The calls polling makes. */
export type PollingApi = Pick<Api, 'getMe' | 'deleteWebhook' | 'getUpdates'>;

type PollingSignal = NonNullable<Parameters<Api['getUpdates']>[1]>;

export interface PollingSettings {
  readonly api: PollingApi;
  readonly inbox: Pick<Inbox, 'accept' | 'room'>;
  readonly log: Log;
  /** Where the Bot API lives, for sentences about it. */
  readonly apiRoot: string;
  /** Only one process may poll at a time; default: this is the only one. */
  readonly leadership?: Leadership;
  /** Told of updates that could not be stored yet: whoever sent them should hear of it. */
  readonly onNotStored?: (updates: readonly Update[]) => void;
  /** Runs between the greeting and the first update: for what needs the bot's own name. */
  readonly onGreeted?: (me: UserFromGetMe) => void | Promise<void>;
  /** How long Telegram may hold an empty answer, in seconds; default 30. */
  readonly holdSeconds?: number;
  readonly sleep?: Sleep;
  /** Ends the start as well. */
  readonly stop?: AbortSignal;
}

export interface Polling {
  readonly me: UserFromGetMe;
  /** Rejects with a RunError when going on makes no sense (the token was revoked); resolves after `stop`. */
  readonly ended: Promise<void>;
  /** Asks for no more updates. Resolves when the last batch is stored. */
  stop(): Promise<void>;
}

const conflictWaitMs = 5_000;

/** Greets Telegram and starts asking for updates. Rejects with a RunError when that is impossible. */
export async function startPolling(settings: PollingSettings): Promise<Polling> {
  const { api, log, leadership, stop = new AbortController().signal } = settings;
  const stopping = new AbortController();
  const me = await greet(settings, (signal) => api.getMe(signal));
  await leadership?.gain(stop);
  // While a webhook is set, getUpdates is refused.
  await greet(settings, (signal) => api.deleteWebhook({}, signal));
  await settings.onGreeted?.(me);
  log.info({ username: me.username }, `polling as @${me.username}`);
  const ended = loop(settings, stopping.signal);
  // Whoever awaits `ended` hears of its failure; until then it must not count as unhandled.
  ended.catch(() => undefined);
  return {
    me,
    ended,
    async stop() {
      stopping.abort();
      await ended.catch(() => undefined);
      await leadership?.resign();
    },
  };
}

async function loop(settings: PollingSettings, signal: AbortSignal): Promise<void> {
  const { inbox, leadership, log, sleep = realSleep } = settings;
  let offset = 0;
  let failures = 0;
  let lostBatches = 0;
  while (!signal.aborted) {
    try {
      await inbox.room();
      await leadership?.gain(signal);
      signal.throwIfAborted();
      const updates = await ask(settings, offset, signal);
      if (failures > 0) log.info({}, 'Telegram answers again');
      failures = 0;
      if (updates.length === 0) continue;
      // What is not stored is not confirmed: it comes again, together with what has been sent meanwhile.
      const isStored = await store(settings, updates);
      lostBatches = isStored ? 0 : lostBatches + 1;
      if (isStored) offset = Math.max(...updates.map(({ update_id }) => update_id)) + 1;
      else await sleep(backoff(lostBatches), signal);
    } catch (error) {
      if (signal.aborted) return;
      failures += 1;
      report(error, log);
      await sleep(waitBefore(error, failures), signal).catch(() => undefined);
    }
  }
}

async function store(settings: PollingSettings, updates: readonly Update[]): Promise<boolean> {
  try {
    await settings.inbox.accept(updates);
    return true;
  } catch (err) {
    settings.log.error({ err, updates: updates.length }, 'updates not stored yet');
    settings.onNotStored?.(updates);
    return false;
  }
}

/** One getUpdates, given up when Telegram holds it much longer than asked: such a connection is dead. */
async function ask(
  settings: PollingSettings,
  offset: number,
  signal: AbortSignal,
): Promise<Update[]> {
  const { api, holdSeconds = 30 } = settings;
  const controller = new AbortController();
  const giveUp = () => controller.abort();
  const timer = setTimeout(giveUp, (holdSeconds + 15) * 1000);
  signal.addEventListener('abort', giveUp);
  try {
    const allowed_updates = [...allowedUpdates];
    const request = { offset, limit: 100, timeout: holdSeconds, allowed_updates };
    // grammY types its signals by a package of its own; the built-in one does all it asks of them.
    return await api.getUpdates(request, controller.signal as unknown as PollingSignal);
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', giveUp);
  }
}

/** Says what went wrong; throws when trying again is pointless. */
function report(error: unknown, log: Log): void {
  const kind = classifyTelegramError(error);
  if (kind === 'unauthorized') throw refusedToken();
  if (kind === 'conflict') log.error({}, 'another process polls with this token; only one may');
  else
    log.warn(
      { kind, reason: connectionCode(error), ...(kind === null ? { err: error } : {}) },
      'polling failed',
    );
}

function waitBefore(error: unknown, failures: number): number {
  return classifyTelegramError(error) === 'conflict' ? conflictWaitMs : waitAfter(error, failures);
}
