/**
 * The bot and its inbox, built from the notes up: the one place where core, database and Telegram meet.
 * In: settings, an open database, the log and a way to Telegram. Out: a bot that handles what its inbox hands over.
 */
import { randomBytes } from 'node:crypto';
import { Api } from 'grammy';
import { createBot } from './bot/bot.js';
import type { FileDoor } from './bot/context.js';
import { realLater } from './bot/later.js';
import { pushLetters } from './bot/daily-push.js';
import { notStored } from './bot/not-stored.js';
import { createPasteWatch } from './bot/paste-watch.js';
import { tooMany } from './bot/too-many.js';
import type { Config } from './config.js';
import { conversationStore } from './db/conversations.js';
import type { Database } from './db/database.js';
import { beat } from './db/heartbeat.js';
import { inboxStore } from './db/inbox.js';
import { isDatabaseAway } from './db/outage.js';
import { pushStore } from './db/pushes.js';
import { sweepOld } from './db/sweep.js';
import { pausedUntil, pauseFor } from './db/telegram-pause.js';
import type { Log } from './log.js';
import type { Metrics } from './metrics.js';
import { readNotesFolder } from './notes-folder.js';
import { drawStats } from './picture/draw.js';
import { createPictures } from './picture/pictures.js';
import { createSender, type Sender } from './push/sender.js';
import { createReader } from './reader/reader.js';
import { createAllowance, usualAllowance } from './run/allowance.js';
import { createInbox, type InboxStore, type Trouble } from './run/inbox.js';
import { sleep, untilDone } from './run/patience.js';
import { createVitals, type Vitals } from './run/vitals.js';
import { createAdminDesk } from './study/admin.js';
import { bankCache } from './study/banks.js';
import { createStudy } from './study/create-study.js';
import { createDailyPushes } from './study/daily-push.js';
import type { StudyDeps } from './study/deps.js';
import { importBuiltInDecks } from './study/import-notes.js';
import type { Study } from './study/study.js';
import { classifyTelegramError } from './telegram/errors.js';
import { downloads } from './telegram/download.js';
import type { Fetch } from './telegram/fetch.js';
import { retryingFetch } from './telegram/retrying-fetch.js';

/** How to reach Telegram, the real one or the local one. */
export interface Wire {
  readonly token: string;
  readonly fetch: Fetch;
  readonly apiRoot?: string;
}

interface Ground {
  readonly db: Database;
  /** For the inbox alone. */
  readonly doorway: Database;
  readonly log: Log;
  /** Absent when nobody asks for numbers. */
  readonly metrics?: Metrics | null;
  /** Ends the waiting for a database that goes away during the start. */
  readonly stop: AbortSignal;
}

/** Where it is written down how the bot fares. */
interface Books {
  readonly log: Log;
  readonly metrics: Metrics | null;
  readonly vitals: Vitals;
}

/** Imports the notes and wires everything; nothing is sent before an update is handled. */
export async function buildHouse(config: Config, ground: Ground, wire: Wire) {
  const { db, log, metrics = null, stop } = ground;
  const deps = studyDeps(config, db, log);
  await untilDone(() => importNotes(deps, config.notesDir, log), {
    ...{ signal: stop, sleep, isPassing: isDatabaseAway },
    onFailure: (err) => log.warn({ err }, 'the notes wait for the database'),
  });
  const books: Books = { log, metrics, vitals: createVitals() };
  const study = createStudy(deps);
  const files = fileDoor(config, wire);
  const pastes = createPasteWatch({ study, files, later: realLater, log, stop });
  const way = wayOfAnswers(db, books, wire.fetch);
  const bot = createBot({
    ...{ token: wire.token, files, pastes, log, isDatabaseAway },
    study: metrics === null ? study : countVerdicts(study, metrics),
    conversationStore: conversationStore(db, deps.now),
    admins: { ids: config.adminIds, desk: createAdminDesk({ ...deps, vitals: books.vitals }) },
    client: { fetch: way.fetch, ...(wire.apiRoot !== undefined && { apiRoot: wire.apiRoot }) },
  });
  return {
    bot,
    inbox: createInbox({
      store: storeOf(ground.doorway, deps),
      handle: (update) => bot.handleUpdate(update),
      limit: { allows: createAllowance(usualAllowance), tell: tooMany(bot, log) },
      troubleOf: countingTrouble(books.vitals),
      telegramAnswers: way.answers,
      log,
      ...(metrics !== null && { meter: metrics.inbox }),
    }),
    sender: buildSender(deps, books, wire),
    pastes,
    onNotStored: notStored(bot, log),
    beat: () => beat(db, deps.now()),
  };
}

const studyDeps = (config: Config, db: Database, log: Log): StudyDeps => ({
  db,
  banks: bankCache(db),
  reader: createReader({ limits: config.limits }),
  drawStats: statsArtist(log),
  limits: config.limits,
  now: () => new Date(),
  newId: () => randomBytes(8).toString('base64url'),
  defaultTimeZone: config.defaultTimeZone,
});

/** How the bot answers people: tried again where that helps, and counted. `answers`: calls that Telegram took. */
function wayOfAnswers(
  db: Database,
  { log, metrics, vitals }: Books,
  fetch: Fetch,
): { readonly fetch: Fetch; readonly answers: () => number } {
  let answers = 0;
  const retrying = retryingFetch({
    fetch,
    onRetry: (retry) => log.warn(retry, 'Telegram call tried again'),
    onTried(call) {
      if (call.outcome === 'ok') answers += 1;
      if (!ORDINARY.has(call.outcome)) vitals.mishap(call.outcome);
      metrics?.telegram(call);
    },
    // Whoever answers people goes on; the daily questions of all processes wait.
    onFlood: (seconds) =>
      void pauseFor(db, seconds, null).catch((err: unknown) =>
        log.warn({ err }, 'the pause Telegram asked for was not written down'),
      ),
  });
  return { fetch: retrying, answers: () => answers };
}

/** How calls end every day; all else is trouble, which whoever runs the bot may ask for. */
const ORDINARY: ReadonlySet<string> = new Set([
  ...['ok', 'not-modified', 'query-too-old', 'message-gone', 'blocked', 'chat-gone'],
]);

/** The rows of the inbox; once an hour they are swept, and whatever else has grown old goes with them. */
function storeOf(doorway: Database, { db, now }: StudyDeps): InboxStore {
  const door = inboxStore(doorway);
  return {
    ...door,
    async forget(before) {
      await door.forget(before);
      await sweepOld(db, now());
    },
  };
}

/** Files come from where the Bot API is, by the same way and with the same token. */
function fileDoor({ limits }: Config, { token, fetch, apiRoot }: Wire): FileDoor {
  const largest = limits.bytes;
  const root = apiRoot ?? 'https://api.telegram.org';
  return { largest, load: downloads({ fetch, token, largest, apiRoot: root }) };
}

/** Draws /stats beside the bot; a picture that fails is told in words. */
function statsArtist(log: Log): NonNullable<StudyDeps['drawStats']> {
  const pictures = createPictures();
  return async (stats) => {
    try {
      return await pictures.render(drawStats(stats));
    } catch (err) {
      log.warn({ err }, 'a picture could not be drawn');
      return null;
    }
  };
}

/** Sends the daily questions. All processes go by the clock of the database and by its one pause. */
function buildSender(
  deps: StudyDeps,
  { log, metrics, vitals }: Books,
  { token, fetch, apiRoot }: Wire,
): Sender {
  const clock = () => null;
  // A 429 is for the sender to wait out, together with all others.
  const client = {
    fetch: retryingFetch({ fetch, longestFloodMs: 0 }),
    ...(apiRoot && { apiRoot }),
  };
  return createSender({
    store: {
      ...pushStore(deps.db, clock),
      pausedUntil: () => pausedUntil(deps.db, null),
      pauseFor: (seconds) => pauseFor(deps.db, seconds, null),
    },
    begin: pushLetters(new Api(token, client), createDailyPushes(deps, clock)),
    onOutcome({ outcome, lateMs }) {
      if (outcome === 'failed' || outcome === 'unknown') vitals.mishap(`push-${outcome}`);
      metrics?.push(outcome, outcome === 'sent' ? lateMs / 1000 : null);
    },
    log,
  });
}

/** The same use cases; every verdict that falls is counted. */
function countVerdicts(study: Study, metrics: Metrics): Study {
  return {
    ...study,
    async answer(...given) {
      const outcome = await study.answer(...given);
      if (outcome.kind === 'judged') metrics.verdict(outcome.step.verdict.result);
      return outcome;
    },
  };
}

/** Tells how an update ended, and counts it; what Telegram refuses is counted where it is called. */
const countingTrouble =
  (vitals: Vitals) =>
  (error: unknown): Trouble => {
    if (classifyTelegramError(error) === null)
      vitals.mishap(isDatabaseAway(error) ? 'database' : 'bug');
    return troubleOf(error);
  };

/** A database away and a flood limit say nothing of the update; a call that Telegram fails may. */
export function troubleOf(error: unknown): Trouble {
  const kind = classifyTelegramError(error);
  if (isDatabaseAway(error) || kind === 'flood') return 'outage';
  return kind === 'network' || kind === 'server' ? 'refused' : 'failure';
}

/** Makes decks of the notes; what cannot be read or asked is said and does not stop the others. */
async function importNotes(deps: StudyDeps, folder: string, log: Log): Promise<void> {
  const { files, problems } = await readNotesFolder(folder);
  for (const problem of problems) log.warn(problem, 'notes not readable, skipped');
  const reports = await importBuiltInDecks(deps, files);
  for (const { title, isMostlyGone, ...counts } of reports) {
    if (isMostlyGone)
      log.warn(
        { title, ...counts },
        'most of these notes are not what they were: the file may be another',
      );
    if (counts.facts === 0) log.warn({ title }, 'notes with nothing to ask');
    else log.info({ title, ...counts }, 'notes ready');
  }
  if (reports.every((it) => it.facts === 0)) log.warn({ folder }, 'no notes to ask from');
}
