/**
 * `npm run -s push -- --now [--learner ID] [--again]`: today's questions are due now. In: the settings of the bot, whose
 * database is written. Out: one Russian sentence; the bot that runs on this database sends within seconds, also the one of
 * a terminal chat, where the learner is number 1.
 */
import { parseArgs } from 'node:util';
import { ConfigError, readConfig } from '../config.js';
import { DatabaseError } from '../db/database-error.js';
import { openDatabase } from '../db/database.js';
import { forcePushes } from '../db/pushes.js';
import { createLog } from '../log.js';
import { printTool, Refusal } from './author-tool.js';

const HELP = `npm run -s push -- --now                    прислать сегодняшние вопросы сейчас всем, у кого они включены
npm run -s push -- --now --learner ID       одному человеку, даже если они выключены; в чате терминала ID — 1
npm run -s push -- --now --learner ID --again   ещё раз, если сегодня уже приходили

Отправляет работающий бот (npm start), обычно за несколько секунд. Если спрашивать нечего, ничего не придёт.`;

interface Wanted {
  readonly learnerId: number | null;
  readonly again: boolean;
}

await printTool(async () => {
  const wanted = readArguments();
  if (wanted === null) return HELP;
  const pushes = await force(wanted).catch((error: unknown) => {
    const isExpected = error instanceof ConfigError || error instanceof DatabaseError;
    throw isExpected ? new Refusal(error.message) : error;
  });
  if (pushes > 0) return `В очереди — ${pushes}. Отправит работающий бот.`;
  if (wanted.learnerId === null) {
    return 'Отправлять некому: вопросы каждый день никто не включил, или сегодня они уже приходили.';
  }
  return wanted.again
    ? 'Такого человека бот не знает.'
    : 'Сегодня уже приходило, или такого человека бот не знает. Ещё раз — с ключом --again.';
});

/** What to do; null when the help is asked for. */
function readArguments(): Wanted | null {
  const { now, help, learner, again } = parse();
  if (help === true || now !== true) return null;
  const learnerId = learner === undefined ? null : Number(learner);
  if (learnerId !== null && !(Number.isSafeInteger(learnerId) && learnerId > 0)) {
    throw new Refusal('--learner — это номер человека в Telegram, только цифры.');
  }
  if (again === true && learnerId === null) {
    throw new Refusal('--again — только вместе с --learner.');
  }
  return { learnerId, again: again === true };
}

function parse() {
  const flag = { type: 'boolean' } as const;
  const options = { now: flag, help: flag, again: flag, learner: { type: 'string' } } as const;
  try {
    return parseArgs({ options }).values;
  } catch {
    throw new Refusal(HELP);
  }
}

async function force({ learnerId, again }: Wanted): Promise<number> {
  const config = readConfig(process.env);
  const database = await openDatabase(config.database, createLog('warn'));
  return forcePushes(database.db, { learnerId, again, now: new Date() }).finally(() =>
    database.close(),
  );
}
