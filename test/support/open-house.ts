/**
 * The whole bot behind its stored door, in this process: local Telegram, inbox, bot, real database, one clock for all.
 * For stories in which updates come twice, at once, or hours later.
 */
import { isNotNull } from 'drizzle-orm';
import type { Api } from 'grammy';
import type { Update } from 'grammy/types';
import { createBot } from '../../src/bot/bot.js';
import type { PasteWatch } from '../../src/bot/context.js';
import { concludePaste } from '../../src/bot/paste.js';
import { conversationStore } from '../../src/db/conversations.js';
import { inboxStore } from '../../src/db/inbox.js';
import { isDatabaseAway } from '../../src/db/outage.js';
import { conversations, inbox as inboxRows } from '../../src/db/schema/updates.js';
import { troubleOf } from '../../src/house.js';
import { createLog } from '../../src/log.js';
import { createInbox } from '../../src/run/inbox.js';
import { createVitals } from '../../src/run/vitals.js';
import { createAdminDesk } from '../../src/study/admin.js';
import { importBuiltInDecks, type NoteFile } from '../../src/study/import-notes.js';
import {
  createLocalTelegram,
  type LocalTelegram,
} from '../../src/telegram/local/local-telegram.js';
import { openTestStudy, type TestStudy } from './study.js';
import { withoutNotes } from './timers.js';

export interface OpenHouse {
  readonly telegram: LocalTelegram;
  readonly house: TestStudy;
  /** Lines of the log at warn and above. */
  readonly troubles: readonly string[];
  now(): Date;
  /** Lets time pass, for the bot and for Telegram. */
  pass(ms: number): void;
  /** Handles an update once more, as after a crash that came before it was marked as handled. */
  repeat(update: Update): Promise<void>;
  /** Loses what the conversations remember, as a release with another version does. */
  forgetConversations(): Promise<void>;
  /** Stops taking updates; gives how many are left waiting and how many were set aside. */
  drain(): Promise<{ waiting: number; setAside: number }>;
  close(): Promise<void>;
}

/** Opens the bot over these notes at this instant; the first file is the default. `adminIds`: who runs it. */
export async function openHouse(
  from: Date,
  files: readonly NoteFile[],
  adminIds: readonly number[] = [],
): Promise<OpenHouse> {
  const house = await openTestStudy('');
  let now = from;
  house.setNow(now);
  await importBuiltInDecks(house.deps, files);
  const telegram = createLocalTelegram({ now: () => now.getTime() });
  const troubles: string[] = [];
  const log = createLog('warn', { write: (line) => void troubles.push(line) });
  const { db } = house.deps;
  // Nobody waits for silence here: it falls when an update is handled.
  const gathering = new Map<number, Api>();
  const pastes: PasteWatch = {
    expect: (api, { learnerId }) => void gathering.set(learnerId, api),
    resume: () => Promise.resolve(),
  };
  async function fallSilent(): Promise<void> {
    for (const [learnerId, api] of gathering) {
      gathering.delete(learnerId);
      const paste = await house.study.ownDecks.paste(learnerId);
      if (paste === null) continue;
      now = new Date(now.getTime() + paste.quietIn);
      house.setNow(now);
      const deps = { study: house.study, files: withoutNotes.files };
      await concludePaste({ api, from: { id: learnerId } }, deps, paste);
    }
  }
  const bot = createBot({
    ...{ token: telegram.token, botInfo: telegram.me, study: house.study, log, isDatabaseAway },
    conversationStore: conversationStore(db, house.deps.now),
    client: { fetch: telegram.fetch },
    ...{ files: withoutNotes.files, pastes },
    admins: { ids: adminIds, desk: createAdminDesk({ ...house.deps, vitals: createVitals() }) },
  });
  const inbox = createInbox({
    store: inboxStore(db),
    handle: (update) => bot.handleUpdate(update),
    ...{ troubleOf, log, now: house.deps.now },
  });
  await telegram.deliverTo(async (update) => {
    await inbox.accept([update]);
    await inbox.settled(update.update_id);
    await fallSilent();
  });
  return {
    ...{ telegram, house, troubles },
    now: () => now,
    pass(ms) {
      now = new Date(now.getTime() + ms);
      house.setNow(now);
    },
    repeat: (update) => bot.handleUpdate(update),
    forgetConversations: async () => void (await db.delete(conversations)),
    async drain() {
      await inbox.drain();
      const setAside = await db.$count(inboxRows, isNotNull(inboxRows.failedAt));
      const waiting = (await db.$count(inboxRows)) - setAside;
      const handled = await db.$count(inboxRows, isNotNull(inboxRows.handledAt));
      return { waiting: waiting - handled, setAside };
    },
    async close() {
      // What is still to be marked would be tried for ever against a database that is gone.
      await inbox.drain();
      await house.close();
    },
  };
}
