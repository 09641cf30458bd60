/**
 * Retries of Bot API calls, in one place for all of them. In: a fetch; out: the same fetch, patient.
 * It sits in `client.fetch` because transformers on `bot.api` are not seen inside conversations and would be replayed.
 * Invariant: a call is sent twice only when its first copy took no effect or a second copy changes nothing.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { connectionCode, kindOfRefusal, neverReached } from './errors.js';
import { type Fetch, type FetchInit, type FetchResponse, readBody, toResponse } from './fetch.js';

export interface RetrySettings {
  readonly fetch: Fetch;
  /** Tries of one call in all; default 4. */
  readonly tries?: number;
  /** First wait in ms after a failure, doubled each time; default 500. */
  readonly firstWaitMs?: number;
  /** The longest 429 that is waited out, in ms; a longer one goes to the caller; default 30 s. */
  readonly longestFloodMs?: number;
  /** How long one try may take, in ms; default 30 s. */
  readonly tryTimeoutMs?: number;
  readonly sleep?: (ms: number, signal: AbortSignal) => Promise<void>;
  /** Told before each wait: for the log. */
  readonly onRetry?: (retry: { method: string; reason: string; waitMs: number }) => void;
  /** Told after each try: `ok`, or the kind of the error; time in seconds. */
  readonly onTried?: (call: { method: string; outcome: string; seconds: number }) => void;
  /** Told of a 429: how many seconds everybody should hold back what can wait. */
  readonly onFlood?: (seconds: number) => void;
}

/**
 * Methods that may be repeated whatever became of the first copy: reading, setting, editing, deleting, and answering a
 * tap. Sending is not among them: the Bot API has no key that would make a second copy of a message the same message.
 */
const repeatable = /^(?:get|set|edit|delete|answer|pin|unpin|stop|log|close)/;
const repeatableToo = new Set(['sendChatAction', 'leaveChat']);

/** Wraps a fetch. `getUpdates` passes through untouched: its failures belong to the polling loop. */
export function retryingFetch(settings: RetrySettings): Fetch {
  const { fetch, tries = 4, firstWaitMs = 500, longestFloodMs = 30_000 } = settings;
  const { tryTimeoutMs = 30_000, sleep = defaultSleep, onRetry, onTried, onFlood } = settings;

  return async (url, init = {}) => {
    const method = methodOf(url);
    if (method === 'getUpdates') {
      const response = await fetch(url, init);
      if (response.ok) onTried?.({ method, outcome: 'ok', seconds: 0 });
      return response;
    }
    const mayRepeat = repeatable.test(method) || repeatableToo.has(method);
    const body = await readBody(init.body);
    const request: FetchInit = { ...init, body };

    for (let attempt = 1; ; attempt += 1) {
      const startedAt = performance.now();
      const outcome = await tryOnce(fetch, { url, request, tryTimeoutMs });
      const seconds = (performance.now() - startedAt) / 1000;
      onTried?.({ method, outcome: nameOf(outcome), seconds });
      if (outcome.kind === 'flood' && outcome.waitMs !== null) onFlood?.(outcome.waitMs / 1000);
      const isLast = attempt >= tries || init.signal?.aborted === true;
      const waitMs = isLast
        ? null
        : waitBefore(outcome, {
            mayRepeat,
            longestFloodMs,
            backoffMs: firstWaitMs * 2 ** (attempt - 1),
          });
      if (waitMs === null) return settle(outcome);
      onRetry?.({ method, reason: reasonOf(outcome), waitMs });
      const stop = forwardAbort(init.signal);
      await sleep(waitMs, stop.signal).finally(stop.release);
    }
  };
}

type Outcome =
  | { readonly kind: 'answer'; readonly response: FetchResponse; readonly refusal?: string }
  | { readonly kind: 'flood'; readonly response: FetchResponse; readonly waitMs: number | null }
  | { readonly kind: 'server'; readonly response: FetchResponse }
  | { readonly kind: 'network'; readonly error: unknown };

interface Try {
  readonly url: string | URL;
  readonly request: FetchInit;
  readonly tryTimeoutMs: number;
}

async function tryOnce(fetch: Fetch, { url, request, tryTimeoutMs }: Try): Promise<Outcome> {
  const controller = forwardAbort(request.signal);
  const timer = setTimeout(controller.abort, tryTimeoutMs);
  try {
    const response = await fetch(url, { ...request, signal: controller.signal });
    if (response.ok) return { kind: 'answer', response };
    const answer = await readRefusal(response);
    const replay = jsonResponse(response.status, answer);
    if (response.status !== 429 && response.status < 500) {
      const refusal = kindOfRefusal(answer.error_code, answer.description);
      return { kind: 'answer', response: replay, refusal };
    }
    if (response.status !== 429) return { kind: 'server', response: replay };
    const seconds = answer.parameters?.retry_after;
    return {
      kind: 'flood',
      response: replay,
      waitMs: seconds === undefined ? null : seconds * 1000,
    };
  } catch (error) {
    return { kind: 'network', error };
  } finally {
    clearTimeout(timer);
    controller.release();
  }
}

interface Rules {
  readonly mayRepeat: boolean;
  readonly longestFloodMs: number;
  readonly backoffMs: number;
}

/** Milliseconds to wait before the next try; null when there must be none. */
function waitBefore(
  outcome: Outcome,
  { mayRepeat, longestFloodMs, backoffMs }: Rules,
): number | null {
  switch (outcome.kind) {
    case 'answer':
      return null;
    case 'flood': {
      // Refused before anything was done, so even a send may be repeated, once the asked time has passed.
      const waitMs = outcome.waitMs ?? backoffMs;
      return waitMs <= longestFloodMs ? waitMs : null;
    }
    case 'server':
      // A gateway may give up on a message that was in fact sent.
      return mayRepeat ? backoffMs : null;
    case 'network':
      return mayRepeat || neverReached(outcome.error) ? backoffMs : null;
  }
}

function settle(outcome: Outcome): FetchResponse {
  if (outcome.kind === 'network') throw outcome.error;
  return outcome.response;
}

function nameOf(outcome: Outcome): string {
  return outcome.kind === 'answer' ? (outcome.refusal ?? 'ok') : outcome.kind;
}

function reasonOf(outcome: Outcome): string {
  return outcome.kind === 'network' ? (connectionCode(outcome.error) ?? 'network') : outcome.kind;
}

interface Refusal {
  readonly ok: false;
  readonly error_code: number;
  readonly description: string;
  readonly parameters?: { readonly retry_after?: number };
}

/** The body of a refusal; a gateway answers in HTML, which becomes an ordinary Bot API error. */
async function readRefusal(response: FetchResponse): Promise<Refusal> {
  const text = await response.text();
  try {
    return JSON.parse(text) as Refusal;
  } catch {
    return { ok: false, error_code: response.status, description: 'The gateway gave no answer' };
  }
}

function jsonResponse(status: number, body: object): FetchResponse {
  return toResponse(status, Buffer.from(JSON.stringify(body)));
}

function methodOf(url: string | URL): string {
  const path = typeof url === 'string' ? url : url.pathname;
  return path.slice(path.lastIndexOf('/') + 1);
}

function forwardAbort(signal: FetchInit['signal']) {
  const controller = new AbortController();
  const abort = () => controller.abort();
  if (signal?.aborted) abort();
  signal?.addEventListener('abort', abort);
  const release = () => signal?.removeEventListener('abort', abort);
  return { signal: controller.signal, abort, release };
}

async function defaultSleep(ms: number, signal: AbortSignal): Promise<void> {
  await pause(ms, undefined, { signal });
}
