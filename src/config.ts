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

/** How much one learner may bring of their own. */
export interface Limits {
  /** Bytes of one file or paste. */
  readonly bytes: number;
  /** Facts of one deck. */
  readonly facts: number;
  readonly decks: number;
  readonly importsPerHour: number;
}

/** Where Postgres is: a server of the operator's, or our own under a directory. */
export type DatabaseConfig =
  | {
      readonly kind: 'url';
      readonly url: string;
      /** For the one who may change the schema, when the bot itself may not. */
      readonly migrationUrl?: string;
    }
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
  readonly limits: Limits;
}

/** How the bot is run: a chat in the terminal without a token; with one long polling, or a webhook if it has an address. */
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
        /** Port of health checks and metrics; null for none. */
        readonly port: number | null;
      }
    | {
        readonly run: 'webhook';
        readonly token: string;
        readonly apiRoot: string;
        /** Port of the webhook, of health checks and metrics. */
        readonly port: number;
        readonly webhook: WebhookConfig;
      }
  );

/** Where Telegram is to deliver updates, and how it proves to be Telegram. */
export interface WebhookConfig {
  readonly url: string;
  readonly secret: string;
}

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

/** A setting that is a whole number; `unit` is what the number is turned into. */
const wholeNumber = (name: string, [from, to]: readonly [number, number], unit = 1) =>
  setting(name, `must be a whole number from ${from} to ${to}`, (text) => {
    const number = /^\d{1,9}$/.test(text) ? Number(text) : -1;
    return number >= from && number <= to ? number * unit : undefined;
  });

const KILOBYTE = 1024;
/** Telegram gives a bot no file above this. */
const LARGEST_FILE_KB = 20 * KILOBYTE;

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
  PORT: wholeNumber('PORT', [1, 65_535]),
  MIGRATION_DATABASE_URL: setting(
    'MIGRATION_DATABASE_URL',
    'must look like postgres://user@host:5432/name',
    (text) => (parseUrl(text, ['postgres:', 'postgresql:']) === undefined ? undefined : text),
  ),
  WEBHOOK_URL: setting(
    'WEBHOOK_URL',
    'must be an http or https address without a query',
    (text) => {
      const url = parseUrl(text, ['http:', 'https:']);
      return url === undefined || url.search !== '' || url.hash !== '' ? undefined : url.href;
    },
  ),
  WEBHOOK_SECRET: setting(
    'WEBHOOK_SECRET',
    'must be 8 to 256 letters, digits, _ or - (take `openssl rand -hex 32`)',
    (text) => (/^[A-Za-z0-9_-]{8,256}$/.test(text) ? text : undefined),
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
  MAX_NOTE_KB: wholeNumber('MAX_NOTE_KB', [1, LARGEST_FILE_KB], KILOBYTE),
  MAX_NOTE_FACTS: wholeNumber('MAX_NOTE_FACTS', [1, 50_000]),
  MAX_DECKS: wholeNumber('MAX_DECKS', [0, 1000]),
  IMPORTS_PER_HOUR: wholeNumber('IMPORTS_PER_HOUR', [0, 1000]),
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
    database: databaseOf(set, dataDir),
    notesDir,
    defaultTimeZone: set.DEFAULT_TIME_ZONE ?? 'Europe/Moscow',
    adminIds: set.ADMIN_IDS ?? [],
    limits: {
      bytes: set.MAX_NOTE_KB ?? KILOBYTE * KILOBYTE,
      facts: set.MAX_NOTE_FACTS ?? 5000,
      decks: set.MAX_DECKS ?? 20,
      importsPerHour: set.IMPORTS_PER_HOUR ?? 5,
    },
  };
  const webhook = webhookOf(set);
  if (set.BOT_TOKEN === undefined) {
    if (webhook !== null) throw new ConfigError('WEBHOOK_URL is set, but BOT_TOKEN is not.');
    // The log shares the screen with the chat there: a learner at the terminal sees only what needs a look.
    return {
      ...common,
      run: 'terminal',
      filesDir: join(set.DATA_DIR ?? resolve('data'), 'files'),
      logLevel: set.LOG_LEVEL ?? 'warn',
    };
  }
  const wire = {
    token: set.BOT_TOKEN,
    apiRoot: set.TELEGRAM_API_ROOT ?? 'https://api.telegram.org',
    logLevel: set.LOG_LEVEL ?? 'info',
  };
  return webhook === null
    ? { ...common, ...wire, run: 'polling', port: set.PORT ?? null }
    : { ...common, ...wire, run: 'webhook', port: set.PORT ?? 8080, webhook };
}

function databaseOf(set: z.infer<typeof Settings>, dataDir: string): DatabaseConfig {
  const { DATABASE_URL: url, MIGRATION_DATABASE_URL: migrationUrl } = set;
  if (url !== undefined) return { kind: 'url', url, ...(migrationUrl && { migrationUrl }) };
  if (migrationUrl === undefined) return { kind: 'embedded', dataDir };
  throw new ConfigError('MIGRATION_DATABASE_URL is set, but DATABASE_URL is not.');
}

/** Null without a webhook. Telegram itself delivers over https only; another Bot API server may do otherwise. */
function webhookOf(set: z.infer<typeof Settings>): WebhookConfig | null {
  const { WEBHOOK_URL: url, WEBHOOK_SECRET: secret } = set;
  if (url === undefined) {
    if (secret === undefined) return null;
    throw new ConfigError('WEBHOOK_SECRET is set, but WEBHOOK_URL is not.');
  }
  if (secret === undefined) {
    throw new ConfigError(
      'WEBHOOK_URL needs a WEBHOOK_SECRET: without one anybody could pose as Telegram.',
    );
  }
  if (url.startsWith('http:') && set.TELEGRAM_API_ROOT === undefined) {
    throw new ConfigError('WEBHOOK_URL must begin with https: Telegram delivers nowhere else.');
  }
  return { url, secret };
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
