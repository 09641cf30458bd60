/**
 * Is the database away for a while? Such errors pass by themselves: whoever met one tries again later.
 * In: anything thrown by a query, wrapped or not. Errors of our own making (bad SQL, broken constraints) are not outages.
 */
import { types } from 'node:util';

/** Connection exceptions, shutdown and start-up, too many clients, lost races and waits of Postgres (SQLSTATE). */
const PASSING_STATES = /^(?:08...|57P0.|57014|53...|40001|40P01|55P03|25P03)$/;

const PASSING_SYSTEM_ERRORS = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ENOENT',
]);

/** What `pg` says without a code when a connection is lost or cannot be had in time. */
const PASSING_MESSAGES =
  /^(?:Connection terminated|timeout exceeded when trying to connect|timeout expired|Query read timeout|Client has encountered a connection error|Cannot use a pool after calling end)/;

/** Drizzle wraps errors in `cause`; two levels are all there is. */
const MAX_DEPTH = 4;

/** True when the same query may succeed in a minute. */
export function isDatabaseAway(error: unknown, depth = 0): boolean {
  // Not `instanceof`: errors of Node's core come from another realm where code runs in a context of its own.
  if (!types.isNativeError(error) || depth > MAX_DEPTH) return false;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  const isPassing =
    PASSING_STATES.test(code) ||
    PASSING_SYSTEM_ERRORS.has(code) ||
    PASSING_MESSAGES.test(error.message);
  // grammY keeps what it wraps in `error`, everybody else in `cause`; what a Bot API call met is no word of the database.
  const inner = error.name === 'BotError' && 'error' in error ? error.error : error.cause;
  return isPassing || isDatabaseAway(inner, depth + 1);
}
