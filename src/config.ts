/**
 * The only reader of the environment. In: the variables of the process and a `.env` file. Out: a `Config` that needs no
 * further checking. A malformed or contradictory setting throws `ConfigError`, one sentence that names the variable;
 * values of secrets are never printed. An empty variable counts as unset; the process wins over the file.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseEnv } from 'node:util';
import { z } from 'zod';

/** A setting that stops the start; the message is one English sentence for whoever runs the bot. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

export type LogLevel = 'silent' | 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace';

/** Where Postgres is: a server of the operator's, or our own under a directory. */
export type DatabaseConfig =
  | { readonly kind: 'url'; readonly url: string }
  | { readonly kind: 'embedded'; readonly dataDir: string };

interface CommonConfig {
  readonly database: DatabaseConfig;
  /** Absolute path of the folder with the built-in decks; it exists. */
  readonly notesDir: string;
  /** IANA name. */
  readonly defaultTimeZone: string;
  readonly logLevel: LogLevel;
  /** Telegram user ids. */
  readonly adminIds: readonly number[];
}

/** How the bot is run: a chat in the terminal without a token, long polling with one. */
export type Config = CommonConfig &
  (
    | {
        readonly run: 'terminal';
        /** Where files that the bot sends are put. */
        readonly filesDir: string;
      }
    | {
        readonly run: 'polling';
        readonly token: string;
        /** Without a slash at the end. */
        readonly apiRoot: string;
        /** Port of the health checks; null for none. */
        readonly port: number | null;
      }
  );

type Variables = Readonly<Record<string, string | undefined>>;

/** One setting: a string that `accept` turns into a value, else «NAME must be …». */
function setting<T>(name: string, rule: string, accept: (text: string) => T | undefined) {
  return z
    .string()
    .transform((text, context) => {
      const value = accept(text);
      if (value !== undefined) return value;
      context.addIssue({ code: 'custom', message: `${name} ${rule}.` });
      return z.NEVER;
    })
    .optional();
}

const LOG_LEVELS: readonly LogLevel[] = [
  'silent',
  'fatal',
  'error',
  'warn',
  'info',
  'debug',
  'trace',
];

const Settings = z.object({
  BOT_TOKEN: setting(
    'BOT_TOKEN',
    'does not look like a token of @BotFather (digits, a colon, at least 30 letters)',
    (text) => (/^\d+:[A-Za-z0-9_-]{30,}$/.test(text) ? text : undefined),
  ),
  DATABASE_URL: setting('DATABASE_URL', 'must look like postgres://user@host:5432/name', (text) =>
    parseUrl(text, ['postgres:', 'postgresql:']) === undefined ? undefined : text,
  ),
  DATA_DIR: setting('DATA_DIR', 'must be a directory', (text) => resolve(text)),
  NOTES_DIR: setting('NOTES_DIR', 'must be a directory', (text) => resolve(text)),
  TELEGRAM_API_ROOT: setting(
    'TELEGRAM_API_ROOT',
    'must be an http or https address without a query',
    (text) => {
      const url = parseUrl(text, ['http:', 'https:']);
      return url === undefined || url.search !== '' || url.hash !== ''
        ? undefined
        : text.replace(/\/+$/, '');
    },
  ),
  PORT: setting('PORT', 'must be a whole number from 1 to 65535', (text) => {
    const port = /^\d{1,5}$/.test(text) ? Number(text) : 0;
    return port >= 1 && port <= 65_535 ? port : undefined;
  }),
  WEBHOOK_URL: setting('WEBHOOK_URL', 'is set, but webhook mode is not there yet: unset it', fail),
  WEBHOOK_SECRET: setting(
    'WEBHOOK_SECRET',
    'is set, but webhook mode is not there yet: unset it',
    fail,
  ),
  DEFAULT_TIME_ZONE: setting(
    'DEFAULT_TIME_ZONE',
    'must be a time zone of the IANA list, like Europe/Moscow',
    (text) => (isTimeZone(text) ? text : undefined),
  ),
  LOG_LEVEL: setting('LOG_LEVEL', `must be one of ${LOG_LEVELS.join(', ')}`, (text) =>
    LOG_LEVELS.find((level) => level === text.toLowerCase()),
  ),
  ADMIN_IDS: setting('ADMIN_IDS', 'must be numeric Telegram ids separated by commas', parseIds),
});

/** What `compose.yaml` takes from the same `.env` for itself. */
const COMPOSE_NAMES: readonly string[] = ['POSTGRES_PASSWORD'];

/** Reads and checks every setting. `envFile` is the path of a file that may be missing. */
export function readConfig(env: Variables, envFile = '.env'): Config {
  const file = readEnvFile(envFile);
  const names = Object.keys(Settings.shape);
  const unknown = Object.keys(file).find(
    (name) => !names.includes(name) && !COMPOSE_NAMES.includes(name),
  );
  if (unknown !== undefined) {
    throw new ConfigError(`${envFile} sets ${unknown}, which is no setting: see .env.example.`);
  }

  const given = names.flatMap((name) => {
    const text = env[name]?.trim() || file[name]?.trim();
    return text ? [[name, text] as const] : [];
  });
  const parsed = Settings.safeParse(Object.fromEntries(given));
  if (!parsed.success) throw new ConfigError(parsed.error.issues[0]?.message);
  return configOf(parsed.data);
}

function configOf(set: z.infer<typeof Settings>): Config {
  const notesDir = set.NOTES_DIR ?? resolve('notes');
  requireDirectory('NOTES_DIR', notesDir);
  const dataDir = set.DATA_DIR ?? resolve('data');
  const common = {
    database: databaseOf(set.DATABASE_URL, dataDir),
    notesDir,
    defaultTimeZone: set.DEFAULT_TIME_ZONE ?? 'Europe/Moscow',
    adminIds: set.ADMIN_IDS ?? [],
  };
  if (set.BOT_TOKEN === undefined) {
    // The log shares the screen with the chat there: a learner at the terminal sees only what needs a look.
    return {
      ...common,
      run: 'terminal',
      filesDir: join(set.DATA_DIR ?? resolve('data'), 'files'),
      logLevel: set.LOG_LEVEL ?? 'warn',
    };
  }
  return {
    ...common,
    run: 'polling',
    logLevel: set.LOG_LEVEL ?? 'info',
    token: set.BOT_TOKEN,
    apiRoot: set.TELEGRAM_API_ROOT ?? 'https://api.telegram.org',
    port: set.PORT ?? null,
  };
}

function databaseOf(url: string | undefined, dataDir: string): DatabaseConfig {
  return url === undefined ? { kind: 'embedded', dataDir } : { kind: 'url', url };
}

function readEnvFile(path: string): Variables {
  try {
    return parseEnv(readFileSync(path, 'utf8'));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return {};
    throw new ConfigError(`${path} cannot be read (${(error as NodeJS.ErrnoException).code}).`);
  }
}

function requireDirectory(name: string, path: string): void {
  try {
    readdirSync(path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new ConfigError(`${name} is ${path}, which is no readable directory (${code}).`);
  }
}

function parseUrl(text: string, protocols: readonly string[]): URL | undefined {
  if (!URL.canParse(text)) return undefined;
  const url = new URL(text);
  return protocols.includes(url.protocol) ? url : undefined;
}

/** Offsets are refused although Intl takes them: Postgres reads `+03` as three hours to the west. */
function isTimeZone(name: string): boolean {
  if (!/^[A-Za-z][A-Za-z0-9_+-]*(?:\/[A-Za-z0-9_+-]+)*$/.test(name)) return false;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }) instanceof Intl.DateTimeFormat;
  } catch {
    return false;
  }
}

function parseIds(text: string): number[] | undefined {
  const ids = text.split(/[\s,;]+/).filter((part) => part !== '');
  const numbers = ids.map((id) => (/^\d+$/.test(id) ? Number(id) : NaN));
  return numbers.every((id) => Number.isSafeInteger(id) && id > 0) ? numbers : undefined;
}

function fail(): undefined {
  return undefined;
}
