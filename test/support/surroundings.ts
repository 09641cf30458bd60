/** What a bot process stands between: a Telegram over HTTP, a database that can be cut off, a folder with notes about Git. */
import { rm } from 'node:fs/promises';
import {
  createLocalTelegram,
  type LocalTelegram,
} from '../../src/telegram/local/local-telegram.js';
import { type BotProcess, startBot } from './bot-process.js';
import { openTestDatabase, type TestDatabase } from './database.js';
import { type DatabaseProxy, openDatabaseProxy } from './database-proxy.js';
import { GIT } from './git-notes.js';
import { openBridge, type TelegramBridge } from './telegram-bridge.js';
import { notesFolder, temporaryDirectory } from './temporary.js';

export interface Surroundings {
  readonly telegram: LocalTelegram;
  readonly bridge: TelegramBridge;
  readonly database: TestDatabase;
  /** Between the bots and their database. */
  readonly proxy: DatabaseProxy;
  readonly notesDir: string;
  /** A bot in a process of its own; `settings` in place of what leads it here. */
  start(settings?: Readonly<Record<string, string>>): BotProcess;
  /** Kills whatever still runs, and leaves nothing behind. */
  close(): Promise<void>;
}

/** Opens all of it; `now` is the clock of Telegram. */
export async function openSurroundings(now: () => number = Date.now): Promise<Surroundings> {
  const directory = temporaryDirectory();
  const notesDir = notesFolder(directory, { 'git.txt': GIT });
  const database = await openTestDatabase();
  const proxy = await openDatabaseProxy(database.url);
  const telegram = createLocalTelegram({ now });
  const bridge = await openBridge(telegram);
  const bots: BotProcess[] = [];
  return {
    ...{ telegram, bridge, database, proxy, notesDir },
    start(settings = {}) {
      const bot = startBot({
        ...{ BOT_TOKEN: telegram.token, TELEGRAM_API_ROOT: bridge.apiRoot },
        ...{ DATABASE_URL: proxy.url, NOTES_DIR: notesDir, LOG_LEVEL: 'debug' },
        ...settings,
      });
      bots.push(bot);
      return bot;
    },
    async close() {
      for (const bot of bots) bot.child.kill('SIGKILL');
      await Promise.all(bots.map(({ ended }) => ended));
      await bridge.close();
      await proxy.close();
      await database.close();
      await rm(directory, { recursive: true });
    },
  };
}
