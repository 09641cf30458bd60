/**
 * The log of the process: one JSON object a line on stderr, for stdout belongs to the terminal chat.
 * Callers pass ids and codes, never the text of notes or people's names; as a second net this file lets nothing through
 * that looks like a bot token or a password in an address, and of an error only its name, message, code and frames.
 */
import { types } from 'node:util';
import { type Logger, type DestinationStream, destination, pino } from 'pino';
import type { LogLevel } from './config.js';

const { isNativeError } = types;

export type Log = Logger;

/** An error as the log shows it. */
export interface LoggedError {
  readonly name: string;
  readonly message: string;
  readonly code?: string | number;
  /** Frames only: the head of a stack repeats the message as it was. */
  readonly stack?: string;
  readonly cause?: LoggedError;
}

/** Tokens travel in the path of every Bot API address, sometimes percent-encoded. */
const TOKEN = /\d{6,}(?::|%3A)[A-Za-z0-9_-]{30,}/gi;
const PASSWORD = /(\/\/[^\s:/@"]*):[^\s/@"]+@/g;
const CAUSES_SHOWN = 3;

/**
 * A logger of the given level. Writes are synchronous, so that the last line before an exit is there.
 * `stream` is for tests.
 */
export function createLog(level: LogLevel, stream: DestinationStream = stderr()): Log {
  return pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      serializers: { err: (error: unknown) => describeError(error) },
      hooks: {
        // pino takes a missing message from the error, unmasked.
        logMethod(args, method) {
          const error = errorIn(args[0]);
          if (args.length === 1 && error !== null) {
            method.apply(this, [{ err: error }, describeError(error).message]);
          } else {
            method.apply(this, args);
          }
        },
        streamWrite: maskSecrets,
      },
    },
    stream,
  );
}

/** The text without tokens and passwords. */
export function maskSecrets(text: string): string {
  return text.replace(TOKEN, '<token>').replace(PASSWORD, '$1:<password>@');
}

/** What may be said of an error, whatever was thrown. */
export function describeError(error: unknown, depth = 0): LoggedError {
  if (!isNativeError(error)) return { name: typeof error, message: 'not an error was thrown' };
  const { code } = error as { code?: unknown };
  const inner = wrappedIn(error);
  const frames = error.stack?.split('\n').filter((line) => /^\s+at /.test(line));
  return {
    name: error.name,
    message: maskSecrets(messageOf(error, { code, inner })),
    ...(typeof code === 'string' || typeof code === 'number' ? { code } : {}),
    ...(frames === undefined ? {} : { stack: maskSecrets(frames.join('\n')) }),
    ...(inner === undefined || depth >= CAUSES_SHOWN
      ? {}
      : { cause: describeError(inner, depth + 1) }),
  };
}

/** grammY keeps what it wraps in `error`, everybody else in `cause`. */
function wrappedIn(error: Error): unknown {
  return error.cause ?? (error as { error?: unknown }).error;
}

/**
 * Database errors repeat what was sent: Drizzle its parameters, Postgres (class 22) the value it could not read. Errors
 * of grammY repeat what they wrap, which is shown by itself.
 */
function messageOf(error: Error, { code, inner }: { code: unknown; inner: unknown }): string {
  const repeated = isNativeError(inner) ? inner.message : '';
  const message = error.message
    .replace(repeated === '' ? '' : `: ${repeated}`, '')
    .replace(/\nparams: [\s\S]*$/, '');
  return typeof code === 'string' && /^22[0-9A-Z]{3}$/.test(code)
    ? message.replace(/"[\s\S]*"/, '"…"')
    : message;
}

function errorIn(value: unknown): Error | null {
  if (isNativeError(value)) return value;
  const inner = (value as { err?: unknown } | null | undefined)?.err;
  return isNativeError(inner) ? inner : null;
}

function stderr(): DestinationStream {
  return destination({ fd: 2, sync: true });
}
