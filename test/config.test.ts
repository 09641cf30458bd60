import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import fc from 'fast-check';
import { ConfigError, readConfig } from '../src/config.js';

const TOKEN = '123456:ABC-DEF1234ghIkl-zyx57W2v1u123ew11';

let directory: string;
let envFile: string;

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'konspekt-config-'));
  envFile = join(directory, '.env');
});

afterEach(() => rmSync(directory, { recursive: true }));

const read = (env: Record<string, string | undefined> = {}) =>
  readConfig({ NOTES_DIR: directory, ...env }, envFile);

const complaintAbout = (env: Record<string, string>): string => {
  try {
    read(env);
  } catch (error) {
    expect(error).toBeInstanceOf(ConfigError);
    return (error as ConfigError).message;
  }
  throw new Error('nothing was refused');
};

describe('with nothing set', () => {
  test('the chat is in the terminal over an embedded database', () => {
    expect(read()).toEqual({
      run: 'terminal',
      database: { kind: 'embedded', dataDir: resolve('data') },
      filesDir: resolve('data/files'),
      notesDir: directory,
      defaultTimeZone: 'Europe/Moscow',
      logLevel: 'warn',
      adminIds: [],
      limits: { bytes: 1_048_576, facts: 5000, decks: 20, importsPerHour: 5 },
    });
  });

  test('the port is of no interest to the terminal', () => {
    expect(read({ PORT: '8080' })).not.toHaveProperty('port');
  });

  test('an empty or blank variable is an unset one', () => {
    const blank = { BOT_TOKEN: '', DATABASE_URL: ' ', PORT: '', ADMIN_IDS: '', WEBHOOK_URL: '' };
    expect(read(blank)).toEqual(read());
  });
});

describe('with a token', () => {
  test('the bot polls Telegram', () => {
    expect(read({ BOT_TOKEN: TOKEN })).toMatchObject({
      run: 'polling',
      token: TOKEN,
      apiRoot: 'https://api.telegram.org',
      port: null,
      logLevel: 'info',
    });
  });

  test('everything can be said', () => {
    const config = read({
      BOT_TOKEN: ` ${TOKEN}\n`,
      DATABASE_URL: 'postgresql://bot:secret@db:5433/quiz?sslmode=verify-full',
      TELEGRAM_API_ROOT: 'http://127.0.0.1:8081/api//',
      PORT: '65535',
      DEFAULT_TIME_ZONE: 'Asia/Yekaterinburg',
      LOG_LEVEL: 'DEBUG',
      ADMIN_IDS: '17, 8000000000',
      MAX_NOTE_KB: '64',
      MAX_NOTE_FACTS: '300',
      MAX_DECKS: '0',
      IMPORTS_PER_HOUR: '60',
    });
    expect(config).toEqual({
      run: 'polling',
      token: TOKEN,
      apiRoot: 'http://127.0.0.1:8081/api',
      port: 65_535,
      database: {
        kind: 'url',
        url: 'postgresql://bot:secret@db:5433/quiz?sslmode=verify-full',
      },
      notesDir: directory,
      defaultTimeZone: 'Asia/Yekaterinburg',
      logLevel: 'debug',
      adminIds: [17, 8_000_000_000],
      limits: { bytes: 65_536, facts: 300, decks: 0, importsPerHour: 60 },
    });
  });
});

describe('with an address for a webhook', () => {
  const WEBHOOK = {
    BOT_TOKEN: TOKEN,
    WEBHOOK_URL: 'https://quiz.example/tg',
    WEBHOOK_SECRET: 'secret-01',
  };

  test('Telegram posts to the bot', () => {
    expect(read(WEBHOOK)).toMatchObject({
      ...{ run: 'webhook', token: TOKEN, port: 8080 },
      webhook: { url: 'https://quiz.example/tg', secret: 'secret-01' },
    });
    expect(read({ ...WEBHOOK, PORT: '81' })).toMatchObject({ port: 81 });
  });

  test.each([
    ['no secret', { WEBHOOK_SECRET: '' }, /^WEBHOOK_URL needs a WEBHOOK_SECRET/],
    ['no address', { WEBHOOK_URL: '' }, /^WEBHOOK_SECRET is set, but WEBHOOK_URL is not/],
    ['no token', { BOT_TOKEN: '' }, /^WEBHOOK_URL is set, but BOT_TOKEN is not/],
    ['a secret Telegram would not take', { WEBHOOK_SECRET: 'тайна-тайна' }, /^WEBHOOK_SECRET must/],
    ['a short secret', { WEBHOOK_SECRET: 'secret' }, /^WEBHOOK_SECRET must/],
    [
      'an address in the open',
      { WEBHOOK_URL: 'http://quiz.example/' },
      /^WEBHOOK_URL must begin with https/,
    ],
    ['a query', { WEBHOOK_URL: 'https://quiz.example/?a' }, /^WEBHOOK_URL must/],
  ])('%s is refused', (_, change, complaint) => {
    expect(complaintAbout({ ...WEBHOOK, ...change })).toMatch(complaint);
  });

  test('http will do for a Bot API server of one’s own', () => {
    const own = { WEBHOOK_URL: 'http://bot:8080/', TELEGRAM_API_ROOT: 'http://api:8081' };
    expect(read({ ...WEBHOOK, ...own })).toMatchObject({ run: 'webhook' });
  });
});

test('somebody else may be the one who changes the schema', () => {
  const database = { url: 'postgres://app@db/quiz', migrationUrl: 'postgres://owner@db/quiz' };
  const env = { DATABASE_URL: database.url, MIGRATION_DATABASE_URL: database.migrationUrl };
  expect(read(env).database).toEqual({ kind: 'url', ...database });
  expect(complaintAbout({ MIGRATION_DATABASE_URL: database.migrationUrl })).toMatch(
    /^MIGRATION_DATABASE_URL is set, but DATABASE_URL is not/,
  );
});

describe('a setting that cannot be meant is refused by name', () => {
  test.each([
    ['BOT_TOKEN', 'my-token'],
    ['BOT_TOKEN', '123456:short'],
    ['DATABASE_URL', 'mysql://db/quiz'],
    ['DATABASE_URL', 'localhost'],
    ['NOTES_DIR', '/nowhere/at/all'],
    ['NOTES_DIR', import.meta.filename],
    ['TELEGRAM_API_ROOT', 'ftp://example.org'],
    ['TELEGRAM_API_ROOT', 'api.telegram.org'],
    ['PORT', '0'],
    ['PORT', '65536'],
    ['PORT', '80.5'],
    ['PORT', '0x50'],
    ['WEBHOOK_URL', 'https://example.org/hook'],
    ['WEBHOOK_SECRET', 'secret'],
    ['DEFAULT_TIME_ZONE', 'Europe/Petushki'],
    ['DEFAULT_TIME_ZONE', '+03:00'],
    ['LOG_LEVEL', 'loud'],
    ['ADMIN_IDS', '@anna'],
    ['ADMIN_IDS', '17,0'],
    ['ADMIN_IDS', '9007199254740993'],
    ['MAX_NOTE_KB', '20481'],
    ['MAX_NOTE_KB', '1 MB'],
    ['MAX_NOTE_FACTS', '0'],
    ['MAX_DECKS', '-1'],
    ['IMPORTS_PER_HOUR', 'none'],
  ])('%s=%s', (name, value) => {
    const complaint = complaintAbout({ [name]: value });
    expect(complaint).toMatch(new RegExp(`^${name} .+\\.$`));
    expect(complaint).not.toContain('\n');
  });

  test('without its value when that is a secret', () => {
    expect(complaintAbout({ BOT_TOKEN: '123456:secret' })).not.toContain('secret');
    expect(complaintAbout({ DATABASE_URL: 'mysql://bot:secret@db' })).not.toContain('secret');
  });

  test('whatever is typed for a port', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), (text) => {
        const typed = text.trim();
        const isPort = /^\d{1,5}$/.test(typed) && Number(typed) >= 1 && Number(typed) <= 65_535;
        fc.pre(typed !== '' && !isPort);
        expect(complaintAbout({ PORT: text })).toContain('PORT');
      }),
    );
  });
});

describe('the file .env', () => {
  test('gives what the process does not', () => {
    writeFileSync(envFile, '# mine\nLOG_LEVEL=error\nADMIN_IDS="5,6"\nDATA_DIR=\n');
    expect(read({ LOG_LEVEL: 'trace' })).toMatchObject({ logLevel: 'trace', adminIds: [5, 6] });
  });

  test('gives also what the process leaves empty', () => {
    writeFileSync(envFile, 'LOG_LEVEL=error\n');
    expect(read({ LOG_LEVEL: '' }).logLevel).toBe('error');
  });

  test('may not have a name that is no setting', () => {
    writeFileSync(envFile, 'NOTE_DIR=./my-notes\n');
    expect(complaintAbout({})).toContain('NOTE_DIR');
  });

  test('may hold the password that only compose.yaml reads', () => {
    writeFileSync(envFile, 'POSTGRES_PASSWORD=secret\n');
    expect(readConfig({}, envFile)).toMatchObject({ run: 'terminal' });
  });

  test('is nobody’s business when the process has other names', () => {
    expect(read({ NOTE_DIR: './my-notes', HOME: '/root' })).toEqual(read());
  });

  test('lists in its example the settings that exist, none of them set', () => {
    const example = resolve('.env.example');
    expect(readConfig({ NOTES_DIR: directory }, example)).toEqual(read());
  });
});
