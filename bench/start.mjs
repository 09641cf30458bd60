/**
 * From `npm start` to the first question in the terminal chat: the first start ever (an empty DATA_DIR, the cluster is
 * made) and later ones (a sitting is open and goes on). Floor: Node opening the same kind of database, nothing else.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { withDirectory, log } from './database.mjs';
import { inFreshProcess } from './fresh-process.mjs';
import { inTurns, mustBe, timed } from './measure.mjs';

const FIRST_STARTS = 2;
const WARM_STARTS = 5;

/** The rows of the table. */
export async function start() {
  const first = await inTurns(FIRST_STARTS, {
    project: () => withDirectory((dataDir) => timeToQuestion(dataDir)),
    floor: () => withDirectory((dataDir) => timeToDatabase(dataDir)),
  });
  const warm = await withDirectory(async (dataDir) => {
    await timeToQuestion(dataDir);
    return inTurns(WARM_STARTS, {
      project: () => timeToQuestion(dataDir),
      floor: () => timeToDatabase(dataDir),
    });
  });
  const unit = 'ms';
  return [
    { what: 'npm start → question, first ever', unit, ...first, reach: { projectAtMost: 10_000 } },
    { what: 'npm start → question, warm', unit, ...warm, reach: { projectAtMost: 3_000 } },
  ];
}

/** The floor: what the fresh process does. */
export async function inside(dataDir) {
  const { openDatabase } = await import('../dist/db/database.js');
  const { db, close } = await openDatabase({ kind: 'embedded', dataDir }, log);
  await db.$client.query('select 1');
  const ready = performance.now();
  await close();
  return ready;
}

/** Milliseconds since the process began. */
const timeToDatabase = (dataDir) => inFreshProcess('start', dataDir);

/** Types what leads to a question: /start asks a newcomer at once, an open sitting is offered behind button 1. */
async function timeToQuestion(dataDir) {
  const { BOT_TOKEN: _token, DATABASE_URL: _url, ...env } = process.env;
  const bot = spawn('npm', ['start', '--silent'], {
    env: { ...env, DATA_DIR: dataDir, LOG_LEVEL: 'error' },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const exit = once(bot, 'exit');
  const ms = await timed(async () => {
    bot.stdin.write('/start\n');
    let screen = '';
    for await (const chunk of bot.stdout.setEncoding('utf8').iterator({ destroyOnReturn: false })) {
      screen += chunk;
      if (/^Вопрос \d+ из/mu.test(screen)) break;
      if (screen.includes('[1] Продолжить') && bot.stdin.writable) bot.stdin.end('1\n');
    }
  });
  bot.stdin.end();
  bot.stdout.resume();
  const [code] = await exit;
  mustBe(code, 0, 'exit code');
  return ms;
}
