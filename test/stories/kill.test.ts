/**
 * kill −9 of the real process, and now and then of its Postgres too, while people answer. Nothing that was acknowledged
 * is lost, nothing counts twice, nothing stays unsaid. KILLS=50 for the full run, KILL_SEED for another one.
 */
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { and, isNotNull, isNull } from 'drizzle-orm';
import { openDatabase, type Database } from '../../src/db/database.js';
import { findPostmaster } from '../../src/db/embedded/postmaster.js';
import { steps } from '../../src/db/schema/sittings.js';
import { inbox } from '../../src/db/schema/updates.js';
import { createLog } from '../../src/log.js';
import { pick, seededRandom, type Random } from '../../src/questions/random.js';
import { createReader } from '../../src/reader/reader.js';
import { bankCache } from '../../src/study/banks.js';
import { createStudy } from '../../src/study/create-study.js';
import type { AnsweredStep } from '../../src/study/step.js';
import type { Study } from '../../src/study/study.js';
import { createLocalTelegram } from '../../src/telegram/local/local-telegram.js';
import { type BotProcess, startBot } from '../support/bot-process.js';
import { GIT, ONE_LIST, TWO_COMMANDS } from '../support/git-notes.js';
import { createPlayer, type Deed, type Player } from '../support/player.js';
import { recount } from '../support/recount.js';
import { openBridge, type TelegramBridge } from '../support/telegram-bridge.js';
import { notesFolder, temporaryDirectory } from '../support/temporary.js';

const KILLS = Number(process.env['KILLS'] ?? 5);
const SEED = Number(process.env['KILL_SEED'] ?? 1);
const PLAYERS = 6;
/** Calls of the Bot API between a start and the kill, at most. */
const LONGEST_LIFE = 150;

const silent = createLog('silent');

const TIMEOUT_MS = 60_000 + KILLS * 15_000;

let stage: Stage;
beforeAll(async () => void (stage = await setStage()));
afterAll(async () => {
  stage.bot?.child.kill('SIGKILL');
  killDatabase(stage.dataDir);
  await stage.bridge.close();
  await rm(stage.directory, { recursive: true, maxRetries: 20, retryDelay: 50 });
});

test(`${KILLS} times kill -9`, () => endure(stage).catch(explain), TIMEOUT_MS);

interface Stage {
  readonly directory: string;
  readonly dataDir: string;
  readonly bridge: TelegramBridge;
  readonly players: readonly Player[];
  readonly start: () => BotProcess;
  /** The one that was started last. */
  bot: BotProcess | null;
}

async function setStage(): Promise<Stage> {
  const directory = temporaryDirectory();
  const dataDir = join(directory, 'data');
  // Time stands still, or a slow machine would let taps grow too old to be answered.
  const openedAt = Date.now();
  const telegram = createLocalTelegram({ now: () => openedAt });
  const bridge = await openBridge(telegram);
  const settings = {
    ...{ BOT_TOKEN: telegram.token, TELEGRAM_API_ROOT: bridge.apiRoot, DATA_DIR: dataDir },
    NOTES_DIR: notesFolder(directory, { 'git.txt': GIT + ONE_LIST + TWO_COMMANDS }),
    LOG_LEVEL: 'warn',
  };
  const players = Array.from({ length: PLAYERS }, (_, i) =>
    createPlayer(telegram, telegram.person({ id: 3001 + i }), seededRandom(`${SEED} ${i}`)),
  );
  const start = () => (stage.bot = startBot(settings));
  return { directory, dataDir, bridge, players, start, bot: null };
}

async function endure({ bridge, dataDir, players, start }: Stage): Promise<void> {
  const random = seededRandom(`kill ${SEED}`);
  const playing = new AbortController();
  const games = Promise.all(players.map((player) => play(player, playing.signal)));
  try {
    for (let kill = 1; kill <= KILLS; kill += 1) {
      const database = pick(['lives', 'dies too', 'died before'] as const, random) ?? 'lives';
      await Promise.race([diesAt(start(), { bridge, random, database, dataDir }), games]);
    }
  } finally {
    playing.abort();
  }
  const bot = start();
  await games;
  for (const player of players) await goesOn(player);
  bot.child.kill('SIGTERM');
  expect(await bot.ended).toBe(0);
  expect(await verify(dataDir, players)).toEqual({ lost: [], unsaid: [], mistakes: [] });
}

function explain(error: unknown): never {
  process.stderr.write(`KILL_SEED=${SEED} KILLS=${KILLS}\n${stage.bot?.errors() ?? ''}\n`);
  throw error;
}

async function play(player: Player, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) await player.act();
}

interface Death {
  readonly bridge: TelegramBridge;
  readonly random: Random;
  readonly database: 'lives' | 'dies too' | 'died before';
  readonly dataDir: string;
}

/** Kills the bot around one of its calls: before it, after it, or a moment later; resolves when it is dead. */
async function diesAt(
  bot: BotProcess,
  { bridge, random, database, dataDir }: Death,
): Promise<void> {
  const life = 1 + Math.floor(random() * LONGEST_LIFE);
  const moment = pick(['asked', 'done', 'later'] as const, random);
  const turns = Math.floor(random() * 500);
  const kill = () => {
    bot.child.kill('SIGKILL');
    if (database === 'dies too') killDatabase(dataDir);
  };
  let calls = 0;
  bridge.meddle(async ({ stage }) => {
    if (stage !== (moment === 'asked' ? 'asked' : 'done')) return;
    calls += 1;
    if (database === 'died before' && calls === Math.floor(life / 2)) killDatabase(dataDir);
    if (calls !== life) return;
    if (moment === 'later') return void inTurns(turns).then(kill);
    kill();
    throw new Error('the caller is dead');
  });
  expect(await bot.ended).toBe('SIGKILL');
  bridge.meddle(() => undefined);
}

/** So many turns of our event loop: some milliseconds in which the other process goes on. */
async function inTurns(turns: number): Promise<void> {
  for (let turn = 0; turn < turns; turn += 1) await new Promise(setImmediate);
}

function killDatabase(dataDir: string): void {
  const postmaster = findPostmaster(join(dataDir, 'postgres', 'cluster'));
  if (postmaster !== null) process.kill(postmaster.pid, 'SIGKILL');
}

/** After all that, the learner still gets verdicts. */
async function goesOn(player: Player): Promise<void> {
  const { person } = player;
  await person.say('/quiz');
  const said = () => [...player.past, ...person.messages()];
  const verdicts = () => said().filter((it) => VERDICT.test(it.text ?? '')).length;
  const before = verdicts();
  for (let acts = 0; acts < 60 && verdicts() === before; acts += 1) await player.act();
  expect(verdicts()).toBeGreaterThan(before);
}

const VERDICT = /^(?:✅|🟡|❌)/u;
const SIGNS = { correct: '✅', partial: '🟡', wrong: '❌' };

/** Opens the database that the bot has left and holds it against what the learners were told. */
async function verify(dataDir: string, players: readonly Player[]) {
  const database = await openDatabase({ kind: 'embedded', dataDir }, silent);
  try {
    return await compare(database.db, players);
  } finally {
    await database.close();
  }
}

async function compare(db: Database, players: readonly Player[]) {
  const now = new Date();
  const study = createStudy({
    ...{ db, banks: bankCache(db), now: () => now, newId: () => 'none' },
    reader: createReader({ limits: { bytes: 1_048_576, facts: 5000 } }),
    limits: { decks: 20, importsPerHour: 5 },
    defaultTimeZone: 'Europe/Moscow',
  });
  const { answers, mistakes } = await recount({ db, study, now });
  const waiting = await db.$count(inbox, and(isNull(inbox.handledAt), isNull(inbox.failedAt)));
  const setAside = (await db.$count(inbox)) - (await db.$count(inbox, isNull(inbox.failedAt)));
  expect({ waiting, setAside }).toEqual({ waiting: 0, setAside: 0 });
  expect(answers).toBeGreaterThan(KILLS);
  const answered = await answersIn(db, study);
  const lost = players.flatMap((player) => lostOf(player, answered));
  const unsaid = players.flatMap((player) => unsaidOf(player, answered));
  if (process.env['KILLS'] !== undefined) {
    const deeds = players.flatMap((player) => player.deeds).length;
    process.stderr.write(`${KILLS} kills, ${deeds} taps and texts, ${answers} answers\n`);
  }
  return { lost, unsaid, mistakes };
}

/** An answer as it is stored. */
interface Stored extends AnsweredStep {
  readonly learnerId: number;
  readonly updateId: number | null;
}

async function answersIn(db: Database, study: Study): Promise<Stored[]> {
  const rows = await db.select().from(steps).where(isNotNull(steps.answeredAt));
  const found = rows.map(async ({ learnerId, updateId, sessionId: session, position }) => {
    const seen = await study.step(learnerId, { session, position });
    return seen?.answered ? [{ ...seen.answered, learnerId, updateId }] : [];
  });
  return (await Promise.all(found)).flat();
}

const stepKey = (it: Stored): string => `${it.session}:${it.position}`;

/** What the learner was told and the database does not know. */
function lostOf({ person, deeds }: Player, answered: readonly Stored[]): string[] {
  const own = answered.filter((it) => it.learnerId === person.user.id);
  const known = new Set(own.map(stepKey));
  const isTold = ({ toast }: Deed) => toast() === '' || toast() === 'Ответ уже записан';
  const toasted = deeds.filter((it) => it.step !== null && isTold(it) && !known.has(it.step));
  const shown = person.messages().filter(({ text = '' }) => {
    const isKnown = own.some((it) => isVerdictOn(it, text));
    return VERDICT.test(text) && !isKnown;
  });
  return [...toasted.map((it) => `a tap on ${it.step}`), ...shown.map(({ text = '' }) => text)];
}

/** What the database knows and the learner was never told. */
function unsaidOf({ person, deeds, past }: Player, answered: readonly Stored[]): string[] {
  return answered
    .filter((step) => step.learnerId === person.user.id)
    .flatMap((step) => {
      const deed = deeds.find((it) => it.updateId === step.updateId);
      // The verdict on a tap takes the place of the question, the one on a text stands below it.
      // A disliked question takes the place of its verdict, which was read before that.
      const places = [...past, ...person.messages()].filter(({ message_id: id }) =>
        deed?.isTap === true ? id === deed.messageId : id > (deed?.messageId ?? Infinity),
      );
      if (places.some(({ text = '' }) => isVerdictOn(step, text))) return [];
      const { verdict, reply, question } = step;
      const shown = places.slice(0, 4).map(({ text }) => text);
      return [{ step: stepKey(step), verdict, reply, line: question.line, shown }];
    })
    .map((it) => JSON.stringify(it));
}

const isVerdictOn = ({ verdict, question }: Stored, text: string): boolean =>
  text.startsWith(SIGNS[verdict.result]) && new RegExp(`строка ${question.line}(?!\\d)`).test(text);
