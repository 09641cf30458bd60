/** The first calls to Telegram, in every mode: a few tries, then one sentence for the operator. */
import type { Api } from 'grammy';
import type { Update } from 'grammy/types';
import type { Log } from '../log.js';
import { classifyTelegramError, connectionCode, retryAfter } from '../telegram/errors.js';
import { backoff, type Sleep, sleep as realSleep } from './patience.js';
import { RunError } from './run-error.js';

/** Kinds of updates the bot understands; nothing else is to reach it. */
export const allowedUpdates: readonly Exclude<keyof Update, 'update_id'>[] = [
  ...(['message', 'callback_query', 'inline_query', 'my_chat_member'] as const),
];

export interface Greeting {
  /** Where the Bot API lives, for sentences about it. */
  readonly apiRoot: string;
  readonly log: Log;
  /** Ends the trying. */
  readonly stop?: AbortSignal;
  readonly sleep?: Sleep;
}

/** What grammY takes for a signal. */
type ApiSignal = NonNullable<Parameters<Api['getMe']>[0]>;

const triesAtStart = 3;

/** A call of the start. Rejects with a RunError when Telegram is out of reach, with the signal's reason when stopped. */
export async function greet<T>(
  greeting: Greeting,
  call: (signal: ApiSignal) => Promise<T>,
): Promise<T> {
  const { apiRoot, log, stop = new AbortController().signal, sleep = realSleep } = greeting;
  for (let failures = 1; ; failures += 1) {
    try {
      // grammY types its signals by a package of its own; the built-in one does all it asks of them.
      return await untilAborted(call(stop as unknown as ApiSignal), stop);
    } catch (error) {
      stop.throwIfAborted();
      const kind = classifyTelegramError(error);
      if (kind === null) throw error;
      if (kind === 'unauthorized') throw refusedToken();
      if (kind !== 'network' && kind !== 'server' && kind !== 'flood') throw error;
      const { host } = new URL(apiRoot);
      const reason = connectionCode(error) ?? kind;
      if (failures >= triesAtStart)
        throw new RunError(`Telegram at ${host} cannot be reached (${reason}).`);
      log.warn({ host, reason }, 'Telegram does not answer yet');
      await sleep(waitAfter(error, failures + 2), stop);
    }
  }
}

/** Milliseconds to wait after an error of Telegram: what it asked for, else longer each time. */
export function waitAfter(error: unknown, failures: number): number {
  const seconds = retryAfter(error);
  return seconds === null ? backoff(failures) : seconds * 1000;
}

export function refusedToken(): RunError {
  return new RunError('Telegram does not know this BOT_TOKEN: take a fresh one from @BotFather.');
}

/** A call that has been given up is not waited for. */
function untilAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = () => reject(signal.reason as Error);
    if (signal.aborted) stop();
    signal.addEventListener('abort', stop, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
  });
}
