/**
 * The bot and its inbox, built from the notes up: the one place where core, database and Telegram meet.
 * In: settings, an open database, the log and a way to Telegram. Out: a bot that handles what its inbox hands over.
 */
import { randomBytes } from 'node:crypto';
import { createBot } from './bot/bot.js';
import type { Config } from './config.js';
import { conversationStore } from './db/conversations.js';
import type { Database } from './db/database.js';
import { inboxStore } from './db/inbox.js';
import { isDatabaseAway } from './db/outage.js';
import type { Log } from './log.js';
import { readNotesFolder } from './notes-folder.js';
import { createInbox } from './run/inbox.js';
import { bankCache } from './study/banks.js';
import { createStudy } from './study/create-study.js';
import type { StudyDeps } from './study/deps.js';
import { importBuiltInDecks } from './study/import-notes.js';
import { isTelegramAway } from './telegram/errors.js';
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
  readonly log: Log;
}

/** Imports the notes and wires everything; nothing is sent before an update is handled. */
export async function buildHouse(config: Config, { db, log }: Ground, wire: Wire) {
  const deps: StudyDeps = {
    db,
    banks: bankCache(db),
    now: () => new Date(),
    newId: () => randomBytes(8).toString('base64url'),
    defaultTimeZone: config.defaultTimeZone,
  };
  await importNotes(deps, config.notesDir, log);
  const { token, fetch, apiRoot } = wire;
  const onRetry = (retry: object) => log.warn(retry, 'Telegram call tried again');
  const bot = createBot({
    token,
    study: createStudy(deps),
    conversationStore: conversationStore(db, deps.now),
    log,
    isDatabaseAway,
    client: {
      fetch: retryingFetch({ fetch, onRetry }),
      ...(apiRoot !== undefined && { apiRoot }),
    },
  });
  const inbox = createInbox({
    store: inboxStore(db),
    handle: (update) => bot.handleUpdate(update),
    isOutage: (error) => isDatabaseAway(error) || isTelegramAway(error),
    log,
  });
  return { bot, inbox };
}

/** Makes decks of the notes; what cannot be read or asked is said and does not stop the others. */
async function importNotes(deps: StudyDeps, folder: string, log: Log): Promise<void> {
  const { files, problems } = await readNotesFolder(folder);
  for (const problem of problems) log.warn(problem, 'notes not readable, skipped');
  const reports = await importBuiltInDecks(deps, files);
  for (const { title, ...counts } of reports) {
    if (counts.facts === 0) log.warn({ title }, 'notes with nothing to ask');
    else log.info({ title, ...counts }, 'notes ready');
  }
  if (reports.every((it) => it.facts === 0)) log.warn({ folder }, 'no notes to ask from');
}
