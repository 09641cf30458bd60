/**
 * The bot as `main.ts` puts it together, over a Telegram of the benchmark's choice, and what people do to it.
 */
import { randomBytes } from 'node:crypto';
import { createBot } from '../dist/bot/bot.js';
import { pack } from '../dist/bot/callbacks.js';
import { conversationStore } from '../dist/db/conversations.js';
import { isDatabaseAway } from '../dist/db/outage.js';
import { createReader } from '../dist/reader/reader.js';
import { keepHeapSmall } from '../dist/run/heap.js';
import { bankCache } from '../dist/study/banks.js';
import { createStudy } from '../dist/study/create-study.js';
import { retryingFetch } from '../dist/telegram/retrying-fetch.js';
import { log } from './database.mjs';

export const TOKEN = '1000000001:benchmarks-need-no-secret-token-here';

export const botInfo = {
  id: 1_000_000_001,
  is_bot: true,
  first_name: 'Конспект',
  username: 'bench_konspekt_bot',
};

/** What the use cases stand on. */
export function studyDeps(db) {
  return {
    db,
    banks: bankCache(db),
    reader: createReader({ limits: { bytes: 1_048_576, facts: 5000 } }),
    limits: { decks: 20, importsPerHour: 5 },
    now: () => new Date(),
    newId: () => randomBytes(8).toString('base64url'),
    defaultTimeZone: 'Europe/Moscow',
  };
}

/** The bot over a database and a fetch; `apiRoot` is for a real server. */
export function openBot(db, { fetch, apiRoot }) {
  keepHeapSmall();
  const deps = studyDeps(db);
  return createBot({
    token: TOKEN,
    botInfo,
    study: createStudy(deps),
    conversationStore: conversationStore(db, deps.now),
    log,
    isDatabaseAway,
    files: { largest: 0, load: async () => ({ ok: false, reason: 'unreachable' }) },
    pastes: { expect: () => undefined, resume: async () => undefined },
    client: { fetch: retryingFetch({ fetch }), ...(apiRoot !== undefined && { apiRoot }) },
  });
}

/** A fetch that answers every call at once, and counts them by method. */
export function instantTelegram() {
  const calls = new Map();
  let lastMessage = 5_000;
  return {
    calls,
    fetch: async (url) => {
      const method = url.slice(url.lastIndexOf('/') + 1);
      calls.set(method, (calls.get(method) ?? 0) + 1);
      const result = method === 'sendMessage' ? { message_id: (lastMessage += 1) } : true;
      return { ok: true, status: 200, json: async () => ({ ok: true, result }) };
    },
  };
}

let lastUpdate = 1_000_000;

const personOf = (learnerId) => ({ id: learnerId, is_bot: false, first_name: 'Анна' });
const chatOf = (learnerId) => ({ id: learnerId, type: 'private', first_name: 'Анна' });

/** A learner taps an option of the question at this position. `text` is what the message shows. */
export function aTap({ learnerId, session, position, choice, text }) {
  lastUpdate += 1;
  return {
    update_id: lastUpdate,
    callback_query: {
      id: `${learnerId}-${lastUpdate}`,
      from: personOf(learnerId),
      chat_instance: String(learnerId),
      data: pack({ kind: 'choice', session, position, choice }),
      message: { message_id: position, date: 1_800_000_000, chat: chatOf(learnerId), text },
    },
  };
}

/** A learner writes. */
export function aText(learnerId, text) {
  lastUpdate += 1;
  return {
    update_id: lastUpdate,
    message: {
      message_id: lastUpdate,
      date: 1_800_000_000,
      from: personOf(learnerId),
      chat: chatOf(learnerId),
      text,
    },
  };
}
