/**
 * Telegram's errors, told apart in one place. In: anything thrown by a Bot API call (also wrapped in a BotError).
 * Out: what it means for the caller. Descriptions are those of the Bot API server; codes alone do not tell a message
 * that is gone from a malformed one.
 */
import { BotError, GrammyError, HttpError } from 'grammy';

/** What went wrong, as far as a caller can act on it. */
export type TelegramErrorKind =
  /** The edit would change nothing: a success in all but name. */
  | 'not-modified'
  /** A tap was answered too late or twice: ordinary. */
  | 'query-too-old'
  /** The message to edit, delete or reply to is no longer there or no longer ours to change. */
  | 'message-gone'
  /** 403: the learner blocked the bot, left, or never started it. */
  | 'blocked'
  | 'chat-gone'
  /** Any other 400: our mistake. */
  | 'bad-request'
  | 'unauthorized'
  /** 409: another process polls with the same token, or a webhook is set. */
  | 'conflict'
  | 'flood'
  | 'server'
  /** No answer: refused, reset, timed out. The call may or may not have taken effect. */
  | 'network';

const badRequests: readonly (readonly [RegExp, TelegramErrorKind])[] = [
  [/message is not modified/i, 'not-modified'],
  [/query is too old|query id is invalid|query_id_invalid/i, 'query-too-old'],
  [/message to (?:edit|delete|be replied|forward|copy) not found/i, 'message-gone'],
  [/message can't be (?:edited|deleted)|message_id_invalid/i, 'message-gone'],
  [/there is no (?:text|caption) in the message to edit/i, 'message-gone'],
  [/chat not found|user not found|chat_id is empty|peer_id_invalid|group chat was/i, 'chat-gone'],
  [/not enough rights to send|have no rights to send|chat_write_forbidden/i, 'blocked'],
];

/** The kind of a Telegram error, or null when the error is not Telegram's (a bug of ours, the database). */
export function classifyTelegramError(error: unknown): TelegramErrorKind | null {
  const cause = error instanceof BotError ? error.error : error;
  if (cause instanceof HttpError) return 'network';
  if (!(cause instanceof GrammyError)) return null;
  return kindOfRefusal(cause.error_code, cause.description);
}

/** The kind of an answer that says no. */
export function kindOfRefusal(code: number, description: string): TelegramErrorKind {
  if (code >= 500) return 'server';
  if (code === 429) return 'flood';
  if (code === 409) return 'conflict';
  if (code === 403) return 'blocked';
  // A token of the wrong shape is answered 404, a well-formed but unknown one 401.
  if (code === 401 || (code === 404 && description === 'Not Found')) return 'unauthorized';
  return badRequests.find(([pattern]) => pattern.test(description))?.[1] ?? 'bad-request';
}

/** Seconds Telegram asked to wait (429), or null. */
export function retryAfter(error: unknown): number | null {
  const cause = error instanceof BotError ? error.error : error;
  return cause instanceof GrammyError ? (cause.parameters.retry_after ?? null) : null;
}

/** The system's code of a failed connection (`ECONNREFUSED`, `ENOTFOUND`), safe to show: it never holds the token. */
export function connectionCode(error: unknown): string | null {
  let cause = error;
  for (let depth = 0; depth < 5 && typeof cause === 'object' && cause !== null; depth += 1) {
    if ('code' in cause && typeof cause.code === 'string') return cause.code;
    if (cause instanceof HttpError || cause instanceof BotError) cause = cause.error;
    else cause = 'cause' in cause ? cause.cause : null;
  }
  return null;
}

/** Failures of the connection itself: nothing was written to the server yet. */
const NEVER_SENT = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENETDOWN',
]);

/** Has the call surely not reached Telegram? Then it may be made again, whatever it does. */
export const neverReached = (error: unknown): boolean =>
  NEVER_SENT.has(connectionCode(error) ?? '');
