/**
 * Starts the bot: settings → database → house (notes, study, bot) → one way to run it; a signal undoes it in reverse.
 * Exit code 0 after a clean stop, 1 when it cannot start or go on (one sentence on stderr), 130 after a second signal.
 */
import { registerCommands } from './bot/commands.js';
import { ConfigError, readConfig, type Config } from './config.js';
import { DatabaseError } from './db/database-error.js';
import { openDatabase, type Database } from './db/database.js';
import { leaseStore } from './db/leases.js';
import { buildHouse } from './house.js';
import { createLog, type Log } from './log.js';
import { greet } from './run/greeting.js';
import { keepHeapSmall } from './run/heap.js';
import { createLeadership } from './run/leadership.js';
import { startPolling } from './run/polling.js';
import { RunError } from './run/run-error.js';
import { startHeartbeat } from './run/heartbeat.js';
import { listenToSignals, type Signals } from './run/signals.js';
import { startTerminal } from './run/terminal.js';
import { registerWebhook, webhookRoute } from './run/webhook.js';
import { networkFetch } from './telegram/fetch.js';
import { createLocalTelegram } from './telegram/local/local-telegram.js';
import type { Watch } from './watch.js';

/** The learner at the keyboard of the terminal chat. */
const TERMINAL_LEARNER = 1;

type Running<Run extends Config['run']> = Extract<Config, { run: Run }>;

/** What all ways to run stand on. */
interface Ground {
  readonly db: Database;
  readonly doorway: Database;
  readonly log: Log;
  readonly signals: Signals;
  /** Aborts at the first signal. */
  readonly stop: AbortSignal;
}

async function main(): Promise<void> {
  keepHeapSmall();
  const config = readConfig(process.env);
  const log = createLog(config.logLevel);
  const stopping = new AbortController();
  const signals = listenToSignals({ stop: () => stopping.abort() });
  const database = await openDatabase(config.database, log);
  const { db, doorway } = database;
  const ground: Ground = { db, doorway, log, signals, stop: stopping.signal };
  try {
    if (config.run === 'terminal') await runTerminal(config, ground);
    else if (config.run === 'polling') await runPolling(config, ground);
    else await runWebhook(config, ground);
  } catch (error) {
    // A start that was called off has not failed.
    if (!stopping.signal.aborted || (error as Error).name !== 'AbortError') throw error;
  } finally {
    // Whatever still goes on in the background ends with us, however we end.
    stopping.abort();
    await database.close();
    signals.release();
  }
}

/** A chat in this terminal, over a Telegram in this process. */
async function runTerminal(config: Running<'terminal'>, ground: Ground): Promise<void> {
  const telegram = createLocalTelegram({ record: false });
  const wire = { token: telegram.token, fetch: telegram.fetch };
  const house = await buildHouse(config, ground, wire);
  const { bot, inbox } = house;
  await bot.init();
  await registerCommands(bot.api);
  const person = telegram.person({ id: TERMINAL_LEARNER });
  await inbox.resume(ground.stop);
  await house.pastes.resume(bot.api);
  const terminal = await startTerminal({
    ...{ telegram, person, inbox },
    input: process.stdin,
    output: process.stdout,
    filesDir: config.filesDir,
    log: ground.log,
    onInterrupt: () => ground.signals.interrupt(),
  });
  const sending = startSending(house);
  await Promise.race([terminal.ended, aborted(ground.stop)]);
  await terminal.stop();
  await sending.stop();
  await inbox.drain();
}

/** Long polling against a Bot API server; one process at a time, a second one waits to take its place. */
async function runPolling(config: Running<'polling'>, ground: Ground): Promise<void> {
  const { log, db, stop } = ground;
  const watch = config.port === null ? null : await watchAt(config.port, ground);
  try {
    const house = await openHouse(config, ground, watch);
    const { bot, inbox, onNotStored } = house;
    const leadership = createLeadership({
      ...{ store: leaseStore(db, 'polling'), log },
      waitingFor: 'another process polls for this bot; this one waits to take its place',
    });
    const polling = await startPolling({
      ...{ api: bot.api, apiRoot: config.apiRoot, inbox, leadership, onNotStored, log, stop },
      onGreeted: () => introduce(house, ground),
    });
    watch?.ready();
    const sending = startSending(house);
    await Promise.race([polling.ended, aborted(stop)]).finally(async () => {
      watch?.leaving();
      await polling.stop();
      await sending.stop();
      await inbox.drain();
    });
  } finally {
    await watch?.stop();
  }
}

/** Updates posted by a Bot API server; any number of processes behind one address. */
async function runWebhook(config: Running<'webhook'>, ground: Ground): Promise<void> {
  const { log, stop } = ground;
  const { apiRoot, webhook } = config;
  const watch = await watchAt(config.port, ground);
  try {
    const house = await openHouse(config, ground, watch);
    const { bot, inbox, onNotStored } = house;
    await greet({ apiRoot, log, stop }, (signal) => bot.init(signal));
    await introduce(house, ground);
    watch.door.serve(webhookRoute({ ...webhook, inbox, log, onNotStored }));
    await registerWebhook({ ...webhook, api: bot.api, apiRoot, log, stop });
    watch.ready();
    const sending = startSending(house);
    await aborted(stop);
    // Whoever balances between processes must notice before the door closes.
    await watch.leave();
    await sending.stop();
    await inbox.drain();
  } finally {
    await watch.stop();
  }
}

/** The terminal does without all this, and starts the sooner. */
async function watchAt(port: number, ground: Ground): Promise<Watch> {
  const { openWatch } = await import('./watch.js');
  return openWatch(port, ground);
}

type House = Awaited<ReturnType<typeof buildHouse>>;

async function openHouse(
  config: Running<'polling' | 'webhook'>,
  ground: Ground,
  watch: Watch | null,
): Promise<House> {
  const wire = { token: config.token, fetch: networkFetch, apiRoot: config.apiRoot };
  const house = await buildHouse(config, { ...ground, metrics: watch?.metrics ?? null }, wire);
  watch?.lookAt(house.inbox);
  await startHeartbeat({ ...ground, beat: house.beat });
  return house;
}

/** Sends the daily questions, in every way to run. */
function startSending({ sender }: House): { stop(): Promise<void> } {
  const stopping = new AbortController();
  const ended = sender.run(stopping.signal);
  return {
    async stop() {
      stopping.abort();
      await ended;
    },
  };
}

/** What is done between the greeting and the first update. */
async function introduce({ bot, inbox, pastes }: House, { log, stop }: Ground): Promise<void> {
  if (!bot.isInited()) await bot.init();
  await registerCommands(bot.api).catch((err: unknown) => {
    log.warn({ err }, 'the menu of commands could not be registered');
  });
  await inbox.resume(stop);
  await pastes.resume(bot.api);
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
