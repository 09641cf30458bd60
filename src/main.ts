/**
 * Starts the bot: settings → database → house (notes, study, bot) → one way to run it; a signal undoes it in reverse.
 * Exit code 0 after a clean stop, 1 when it cannot start or go on (one sentence on stderr), 130 after a second signal.
 */
import { registerCommands } from './bot/commands.js';
import { ConfigError, readConfig, type Config } from './config.js';
import { DatabaseError } from './db/database-error.js';
import { openDatabase, type Database } from './db/database.js';
import { buildHouse } from './house.js';
import { createLog, type Log } from './log.js';
import { startHealth } from './run/health.js';
import { startPolling } from './run/polling.js';
import { RunError } from './run/run-error.js';
import { listenToSignals, type Signals } from './run/signals.js';
import { startTerminal } from './run/terminal.js';
import { networkFetch } from './telegram/fetch.js';
import { createLocalTelegram } from './telegram/local/local-telegram.js';

/** The learner at the keyboard of the terminal chat. */
const TERMINAL_LEARNER = 1;

type Running<Run extends Config['run']> = Extract<Config, { run: Run }>;

/** What both ways to run stand on. */
interface Ground {
  readonly db: Database;
  readonly log: Log;
  readonly signals: Signals;
  /** Aborts at the first signal. */
  readonly stop: AbortSignal;
}

async function main(): Promise<void> {
  const config = readConfig(process.env);
  const log = createLog(config.logLevel);
  const stopping = new AbortController();
  const signals = listenToSignals({ stop: () => stopping.abort() });
  const database = await openDatabase(config.database, log);
  const ground: Ground = { db: database.db, log, signals, stop: stopping.signal };
  try {
    if (config.run === 'terminal') await runTerminal(config, ground);
    else await runPolling(config, ground);
  } finally {
    await database.close();
    signals.release();
  }
}

/** A chat in this terminal, over a Telegram in this process. */
async function runTerminal(config: Running<'terminal'>, ground: Ground): Promise<void> {
  const telegram = createLocalTelegram({ record: false });
  const wire = { token: telegram.token, fetch: telegram.fetch };
  const { bot, inbox } = await buildHouse(config, ground, wire);
  await bot.init();
  await registerCommands(bot.api);
  const person = telegram.person({ id: TERMINAL_LEARNER });
  await inbox.resume();
  const terminal = await startTerminal({
    ...{ telegram, person, inbox },
    input: process.stdin,
    output: process.stdout,
    filesDir: config.filesDir,
    log: ground.log,
    onInterrupt: () => ground.signals.interrupt(),
  });
  await Promise.race([terminal.ended, aborted(ground.stop)]);
  await terminal.stop();
  await inbox.drain();
}

/** Long polling against a Bot API server. */
async function runPolling(config: Running<'polling'>, ground: Ground): Promise<void> {
  const health = config.port === null ? null : await startHealth(config.port);
  try {
    const { apiRoot } = config;
    const wire = { token: config.token, fetch: networkFetch, apiRoot };
    const { bot, inbox } = await buildHouse(config, ground, wire);
    const polling = await startPolling({
      ...{ api: bot.api, apiRoot, inbox, log: ground.log },
      async onGreeted(me) {
        bot.botInfo = me;
        await registerCommands(bot.api).catch((err: unknown) => {
          ground.log.warn({ err }, 'the menu of commands could not be registered');
        });
        await inbox.resume();
      },
    });
    await Promise.race([polling.ended, aborted(ground.stop)]).finally(async () => {
      await polling.stop();
      await inbox.drain();
    });
  } finally {
    await health?.stop();
  }
}

const aborted = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });

/** The one boundary of the process: expected trouble is a sentence, a bug is an entry of the log. */
main().catch((error: unknown) => {
  const isExpected =
    error instanceof ConfigError || error instanceof DatabaseError || error instanceof RunError;
  if (isExpected) process.stderr.write(`${error.message}\n`);
  else createLog('error').fatal({ err: error }, 'the bot stopped because of a bug');
  process.exitCode = 1;
});
