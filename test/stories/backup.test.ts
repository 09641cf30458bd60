/** The backup of docs/operations.md for a bot with a database of its own: the directory, copied whole, is the restore. */
import { spawnSync } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { openDatabase } from '../../src/db/database.js';
import { reviews } from '../../src/db/schema/memory.js';
import { createLog } from '../../src/log.js';
import { startBot } from '../support/bot-process.js';
import { temporaryDirectory } from '../support/temporary.js';

test('a copy of the directory goes on where the bot was stopped', async () => {
  const directory = temporaryDirectory();
  const [data, copy] = [join(directory, 'data'), join(directory, 'data.backup')];
  const play = async (dataDir: string, lines: readonly string[]) => {
    const bot = startBot({ DATA_DIR: dataDir });
    for (const line of lines) bot.type(line);
    bot.child.stdin?.end();
    expect(await bot.ended).toBe(0);
    return bot.output();
  };
  try {
    await play(data, ['/start', '1']);
    expect(spawnSync('cp', ['-a', data, copy]).status).toBe(0);
    await rm(data, { recursive: true });
    expect(await play(copy, ['/quiz'])).toMatch(/Продолжим с вопроса 2 из 5\?/);
    const database = await openDatabase({ kind: 'embedded', dataDir: copy }, createLog('silent'));
    const answers = await database.db.$count(reviews);
    await database.close();
    expect(answers).toBe(1);
  } finally {
    await rm(directory, { recursive: true, maxRetries: 20, retryDelay: 50 });
  }
});
