/**
 * Webhook mode. In: updates that Telegram posts to us; out: every one of them stored, then 200; handled after that.
 * Invariant: 200 is said only of what is stored. Anything else makes Telegram deliver the update again, here or at
 * another process: so an outage costs a delay, never an update. Nobody without the secret gets as far as a body.
 */
import { createHash, timingSafeEqual } from 'node:crypto';
import type { Api, GrammyError } from 'grammy';
import type { Update } from 'grammy/types';
import type { Log } from '../log.js';
import { classifyTelegramError } from '../telegram/errors.js';
import { allowedUpdates, greet } from './greeting.js';
import type { Reply, Route } from './http.js';
import type { Inbox } from './inbox.js';
import { type Pace, usualPace } from './pace.js';
import { RunError } from './run-error.js';
import { learnerIdOf } from './update.js';

export interface WebhookSettings {
  /** The address Telegram posts to; its path is the one we serve. */
  readonly url: string;
  readonly secret: string;
  readonly inbox: Pick<Inbox, 'accept' | 'size'>;
  readonly log: Log;
  /** Told of an update that could not be stored: whoever sent it should hear of it. */
  readonly onNotStored?: (updates: readonly Update[]) => void;
  /** When to answer whose update is stored; default: at once, but for somebody who floods. */
  readonly pace?: Pace;
}

/** Beyond this Telegram keeps the updates, whose queue is longer than our memory. */
const mostWaiting = 10_000;

/** The address that takes updates. */
export function webhookRoute(settings: WebhookSettings): Route {
  const { url, secret, inbox, log, onNotStored, pace = usualPace() } = settings;
  const isOurs = sameAs(secret);

  async function handle(body: Buffer): Promise<Reply> {
    const update = parseUpdate(body);
    if (update === null) return { status: 400 };
    if (inbox.size() >= mostWaiting) return { status: 503, retryAfter: 1 };
    try {
      await inbox.accept([update]);
      await pace(learnerIdOf(update));
      return { status: 200 };
    } catch (err) {
      log.error({ updateId: update.update_id, err }, 'an update was not stored');
      onNotStored?.([update]);
      return { status: 503, retryAfter: 1 };
    }
  }

  return {
    method: 'POST',
    path: new URL(url).pathname,
    refuse: (headers) =>
      isOurs(headers['x-telegram-bot-api-secret-token']) ? null : { status: 401 },
    handle,
  };
}

/** Compares without telling by the time it takes how much was right. */
function sameAs(secret: string): (given: unknown) => boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  const wanted = digest(secret);
  return (given) => typeof given === 'string' && timingSafeEqual(digest(given), wanted);
}

function parseUpdate(body: Buffer): Update | null {
  try {
    const update = JSON.parse(body.toString('utf8')) as Partial<Update> | null;
    return Number.isSafeInteger(update?.update_id) ? (update as Update) : null;
  } catch {
    return null;
  }
}

export interface WebhookRegistration extends Pick<WebhookSettings, 'url' | 'secret' | 'log'> {
  readonly api: Pick<Api, 'setWebhook'>;
  readonly apiRoot: string;
  /** Ends the trying. */
  readonly stop: AbortSignal;
}

/** Tells Telegram where to deliver. Rejects with a RunError when Telegram cannot be reached or does not take the address. */
export async function registerWebhook(settings: WebhookRegistration): Promise<void> {
  const { api, url, secret, log } = settings;
  const options = { secret_token: secret, allowed_updates: [...allowedUpdates] };
  await greet(settings, (signal) => api.setWebhook(url, options, signal)).catch(
    (error: unknown) => {
      throw classifyTelegramError(error) === 'bad-request'
        ? new RunError(`Telegram refuses WEBHOOK_URL (${(error as GrammyError).description}).`)
        : error;
    },
  );
  log.info({ host: new URL(url).host }, 'Telegram delivers to the webhook');
}
