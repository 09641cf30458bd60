/**
 * The answer path under load: people post their taps to the webhook of one process, 300 a second whatever becomes of them,
 * with Postgres on the same machine. What counts is the time from the post to the verdict at Telegram's side. The floor is
 * grammY behind the same webhook with the read and the write of the tap's floor, under the same load in the same run.
 * Both once more beside somebody who floods: a thousand texts, posted as Telegram posts them, then all at once.
 */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { openBotApi } from '../chaos/bot-api.mjs';
import { aTap, aText } from './bot.mjs';
import { withDatabase } from './database.mjs';
import { mustBe, quantile } from './measure.mjs';
import { openPosting } from './posting.mjs';
import {
  countReviews,
  importDeck,
  prepareSittings,
  tappedQuestions,
  wrongChoice,
} from './sittings.mjs';

const RATE = 300;
const SECONDS = 20;
const LEARNERS = 300;
const TAPS = (RATE * SECONDS) / LEARNERS;
const WARM_UP = 600;
const SPAMMER = 950_000;
const SPAM = 1_000;

/** How the flood comes, by the name of the run. */
const FLOODS = { alone: null, queued: 'inOrder', atOnce: 'atOnce' };

/** The rows of the table. */
export function load() {
  return withDatabase(async (db) => {
    const deck = await importDeck(db);
    const questions = tappedQuestions(deck);
    let from = 1;
    const people = async () => {
      const plan = { deckId: deck.id, questions, learners: LEARNERS, from };
      from += LEARNERS;
      return prepareSittings(db, { ...plan, length: TAPS + 1, asked: TAPS + 1 });
    };
    const results = { floor: {}, project: {} };
    for (const side of ['floor', 'project']) {
      for (const [run, flood] of Object.entries(FLOODS)) {
        const taps = { warmUp: await people(), sittings: await people() };
        results[side][run] = await underLoad(db, { side, flood, ...taps });
      }
    }
    return [...rowsAlone(results), ...rowsBeside(results)];
  });
}

function rowsAlone({ project: { alone: project }, floor: { alone: floor } }) {
  const row = (what, unit, key, reach) => ({
    ...{ what, unit, project: project[key], floor: floor[key], ratio: project[key] / floor[key] },
    ...(reach && { reach }),
  });
  return [
    row(`${RATE} answers/s posted: verdict shown, p50`, 'ms', 'p50'),
    row('the same, p99', 'ms', 'p99', { projectAtMost: 100 }),
    row('the same: answers a second shown', 'answers/s', 'rate', { projectAtLeast: RATE * 0.98 }),
    row('the same: posts answered, p99', 'ms', 'posts99'),
    row('the same: processor time of Node', 'ms an answer', 'processor'),
    {
      ...{ what: 'RSS after the load against before it', unit: 'MB', project: project.rss },
      ...{ floor: project.rssBefore, ratio: project.rss / project.rssBefore },
    },
  ];
}

/** Beside a flood, against the same side without it. */
function rowsBeside({ project, floor }) {
  const row = (what, { side, run, key = 'p99', unit = 'ms' }, more = {}) => ({
    ...{ what, unit, project: side[run][key], floor: side.alone[key] },
    ...{ ratio: side[run][key] / side.alone[key], ...more },
  });
  const processor = { key: 'processor', unit: 'ms an answer' };
  return [
    row(
      `p99 beside one whose ${SPAM} texts wait at Telegram, against p99 alone`,
      { side: project, run: 'queued' },
      {
        reach: { atMost: 2 },
        note: `${project.queued.texts} of them came in the ${SECONDS} s`,
      },
    ),
    row('the same: processor time of Node', { side: project, run: 'queued', ...processor }),
    row(
      'the same of the floor, which leaves texts unread',
      { side: floor, run: 'queued' },
      { note: `${floor.queued.texts} of them came` },
    ),
    row('p99 beside one whose texts are posted all at once, against p99 alone', {
      ...{ side: project, run: 'atOnce' },
    }),
    row('the same of the floor, which leaves texts unread', { side: floor, run: 'atOnce' }),
  ];
}

/** One process, one load. */
async function underLoad(db, { side, flood, warmUp, sittings }) {
  const botApi = await openBotApi();
  const bot = await startBot(db, { side, apiRoot: botApi.apiRoot });
  const posting = openPosting(bot.port);
  const measured = async () => {
    await post(posting, botApi, tapsOf(warmUp).slice(0, WARM_UP));
    const before = await bot.usage();
    const flooding = flood === null ? null : startFlood(posting[flood]);
    const result = await post(posting, botApi, tapsOf(sittings));
    const after = await bot.usage();
    mustBe(await countReviews(db, sittings), LEARNERS * TAPS, 'answers committed');
    return {
      ...{ ...result, texts: await flooding?.end() },
      processor: (after.cpu - before.cpu) / (LEARNERS * TAPS),
      ...{ rss: after.rss, rssBefore: before.rss },
    };
  };
  try {
    return await Promise.race([measured(), bot.failed]);
  } finally {
    posting.close();
    await bot.stop();
    botApi.close();
  }
}

const tapsOf = ({ session, learnerIds, questionAt }) =>
  Array.from({ length: TAPS }, (_, i) => {
    const question = questionAt(i + 1);
    return learnerIds.map((learnerId) =>
      aTap({
        learnerId,
        session,
        position: i + 1,
        choice: wrongChoice(question),
        text: question.ask,
      }),
    );
  }).flat();

/** Posts at the rate, answered or not; waits for every verdict. */
async function post(posting, botApi, updates) {
  const begun = new Map();
  const shown = [];
  const posts = [];
  let last = 0;
  botApi.state.onEdit = (key) => {
    const postedAt = begun.get(key);
    if (postedAt === undefined) return;
    begun.delete(key);
    last = performance.now();
    shown.push(last - postedAt);
  };
  const give = async (update) => {
    const { from, message } = update.callback_query;
    const postedAt = performance.now();
    begun.set(`${from.id}:${message.message_id}`, postedAt);
    await posting.inOrder(update);
    posts.push(performance.now() - postedAt);
  };
  const startedAt = performance.now();
  const given = [];
  for (const [i, update] of updates.entries()) {
    const ahead = startedAt + (i * 1000) / RATE - performance.now();
    if (ahead > 1) await pause(ahead);
    given.push(give(update));
    // What is wrong with it is said when all are given.
    given.at(-1).catch(() => undefined);
  }
  await Promise.all(given);
  const deadline = performance.now() + 60_000;
  while (shown.length < updates.length && performance.now() < deadline) await pause(5);
  mustBe(shown.length, updates.length, 'verdicts shown');
  return {
    ...{ p50: quantile(shown, 0.5), p99: quantile(shown, 0.99), posts99: quantile(posts, 0.99) },
    rate: (updates.length * 1000) / (last - startedAt),
  };
}

/** Somebody sends a thousand texts; `end` gives how many of them were taken until then. */
function startFlood(postOne) {
  let taken = 0;
  let failure = null;
  const give = async (i) => {
    await postOne(aText(SPAMMER, `слово${i}`));
    taken += 1;
  };
  for (let i = 0; i < SPAM; i += 1) give(i).catch((error) => (failure ??= error));
  return {
    end() {
      if (failure !== null) throw failure;
      return taken;
    },
  };
}

/** A process with the bot or the floor behind a webhook. `failed` rejects with what went wrong in there. */
async function startBot(db, { side, apiRoot }) {
  const child = fork(new URL('load-side.mjs', import.meta.url));
  const { user, password, host, port: databasePort, database } = db.$client.options;
  const url = `postgres://${user}:${encodeURIComponent(password)}@${host}:${databasePort}/${database}`;
  const ended = once(child, 'exit');
  const failed = new Promise((_, reject) => {
    child.on('message', ({ failure }) => {
      if (failure !== undefined) reject(new Error(`the ${side} failed: ${failure}`));
    });
    void ended.then(([code, signal]) => reject(new Error(`the ${side} ended: ${signal ?? code}`)));
  });
  failed.catch(() => undefined);
  const hears = (name) =>
    new Promise((resolve) => {
      child.on('message', function hear(message) {
        if (message[name] === undefined) return;
        child.off('message', hear);
        resolve(message[name]);
      });
    });
  child.send({ side, apiRoot, url });
  const port = await Promise.race([hears('port'), failed]);
  return {
    ...{ port, failed },
    usage() {
      child.send('usage');
      return hears('usage');
    },
    async stop() {
      if (child.connected) child.disconnect();
      await ended;
    },
  };
}
