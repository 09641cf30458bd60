/**
 * Long polling. In: the Bot API and the inbox; out: every update in the inbox, in order.
 * Invariant: the offset that makes Telegram forget a batch is sent only after the batch is stored.
 */
import type { Api } from 'grammy';
import type { Update, UserFromGetMe } from 'grammy/types';
import type { Log } from '../log.js';
import { classifyTelegramError, connectionCode, retryAfter } from '../telegram/errors.js';
import type { Inbox } from './inbox.js';
import { backoff, type Sleep, sleep as realSleep, untilDone } from './patience.js';
import { RunError } from './run-error.js';

/** The calls polling makes. */
export type PollingApi = Pick<Api, 'getMe' | 'deleteWebhook' | 'getUpdates'>;

type PollingSignal = NonNullable<Parameters<Api['getUpdates']>[1]>;

export interface PollingSettings {
  readonly api: PollingApi;
  readonly inbox: Pick<Inbox, 'accept' | 'room'>;
  readonly log: Log;
  /** Where the Bot API lives, for sentences about it. */
  readonly apiRoot: string;
  /** Kinds of updates the bot understands; default messages, taps and blocking. */
  readonly allowedUpdates?: readonly Exclude<keyof Update, 'update_id'>[];
  /** Runs between the greeting and the first update: for what needs the bot's own name. */
  readonly onGreeted?: (me: UserFromGetMe) => void | Promise<void>;
  /** How long Telegram may hold an empty answer, in seconds; default 30. */
  readonly holdSeconds?: number;
  readonly sleep?: Sleep;
}

export interface Polling {
  readonly me: UserFromGetMe;
  /** Rejects with a RunError when going on makes no sense (the token was revoked); resolves after `stop`. */
  readonly ended: Promise<void>;
  /** Asks for no more updates. Resolves when the last batch is stored. */
  stop(): Promise<void>;
}

const triesAtStart = 3;
const conflictWaitMs = 5_000;

/** Greets Telegram and starts asking for updates. Rejects with a RunError when that is impossible. */
export async function startPolling(settings: PollingSettings): Promise<Polling> {
  const { api, log } = settings;
  const stopping = new AbortController();
  const me = await greet(settings, () => api.getMe());
  // While a webhook is set, getUpdates is refused.
  await greet(settings, () => api.deleteWebhook());
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
    },
  };
}

/** A call of the start: a few tries, then one sentence. */
async function greet<T>(settings: PollingSettings, call: () => Promise<T>): Promise<T> {
  const { apiRoot, log, sleep = realSleep } = settings;
  const { signal } = new AbortController();
  for (let failures = 1; ; failures += 1) {
    try {
      return await call();
    } catch (error) {
      const kind = classifyTelegramError(error);
      if (kind === null) throw error;
      if (kind === 'unauthorized') throw refusedToken();
      if (kind !== 'network' && kind !== 'server' && kind !== 'flood') throw error;
      const { host } = new URL(apiRoot);
      const reason = connectionCode(error) ?? kind;
      if (failures >= triesAtStart)
        throw new RunError(`Telegram at ${host} cannot be reached (${reason}).`);
      log.warn({ host, reason }, 'Telegram does not answer yet');
      await sleep(waitAfter(error, failures + 2), signal);
    }
  }
}

async function loop(settings: PollingSettings, signal: AbortSignal): Promise<void> {
  const { inbox, log, sleep = realSleep } = settings;
  let offset = 0;
  let failures = 0;
  while (!signal.aborted) {
    await inbox.room();
    try {
      const updates = await ask(settings, offset, signal);
      if (failures > 0) log.info({}, 'Telegram answers again');
      failures = 0;
      if (updates.length === 0) continue;
      const onFailure = (err: unknown) =>
        log.error({ err, updates: updates.length }, 'updates not stored yet');
      await untilDone(() => inbox.accept(updates), { signal, sleep, onFailure });
      offset = Math.max(...updates.map(({ update_id }) => update_id)) + 1;
    } catch (error) {
      if (signal.aborted) return;
      failures += 1;
      report(error, log);
      await sleep(waitAfter(error, failures), signal).catch(() => undefined);
    }
  }
}

/** One getUpdates, given up when Telegram holds it much longer than asked: such a connection is dead. */
async function ask(
  settings: PollingSettings,
  offset: number,
  signal: AbortSignal,
): Promise<Update[]> {
  const {
    api,
    holdSeconds = 30,
    allowedUpdates = ['message', 'callback_query', 'inline_query', 'my_chat_member'],
  } = settings;
  const controller = new AbortController();
  const giveUp = () => controller.abort();
  const timer = setTimeout(giveUp, (holdSeconds + 15) * 1000);
  signal.addEventListener('abort', giveUp);
  try {
    const request = { offset, limit: 100, timeout: holdSeconds, allowed_updates: allowedUpdates };
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

function waitAfter(error: unknown, failures: number): number {
  if (classifyTelegramError(error) === 'conflict') return conflictWaitMs;
  const seconds = retryAfter(error);
  return seconds === null ? backoff(failures) : seconds * 1000;
}

function refusedToken(): RunError {
  return new RunError('Telegram does not know this BOT_TOKEN: take a fresh one from @BotFather.');
}
