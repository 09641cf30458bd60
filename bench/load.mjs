/**
 * The answer path under load: people post their taps to the webhook of one process, 300 a second whatever becomes of them,
 * with Postgres on the same machine. What counts is the time from the post to the verdict at Telegram's side. The floor is
 * grammY behind the same webhook with the read and the write of the tap's floor, under the same load in the same run.
 */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import http from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { openBotApi } from '../chaos/bot-api.mjs';
import { aTap, aText } from './bot.mjs';
import { withDatabase } from './database.mjs';
import { mustBe, quantile } from './measure.mjs';
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

/** The flood has connections of its own: nobody's tap is to wait for it on this side. Telegram opens a hundred at most. */
const agents = {
  people: new http.Agent({ keepAlive: true, maxSockets: 128 }),
  spammer: new http.Agent({ keepAlive: true, maxSockets: 100 }),
};

/** The rows of the table. */
export function load() {
  return withDatabase(async (db) => {
    const deck = await importDeck(db);
    const questions = tappedQuestions(deck);
    let from = 1;
    const people = async () => {
      const sittings = await prepareSittings(db, {
        ...{
          deckId: deck.id,
          questions,
          learners: LEARNERS,
          from,
          length: TAPS + 1,
          asked: TAPS + 1,
        },
      });
      from += LEARNERS;
      return sittings;
    };
    const sides = {};
    for (const side of ['floor', 'project']) {
      for (const isSpammed of [false, true]) {
        const taps = { warmUp: await people(), sittings: await people() };
        sides[isSpammed ? `${side}Spammed` : side] = await underLoad(db, {
          ...{ side, isSpammed },
          ...taps,
        });
      }
    }
    const { project, floor, projectSpammed, floorSpammed } = sides;
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
      {
        ...{
          what: 'p99 beside one who sends 1000 texts at once, against p99 alone',
          unit: 'ms',
          project: projectSpammed.p99,
        },
        ...{ floor: project.p99, ratio: projectSpammed.p99 / project.p99, reach: { atMost: 2 } },
      },
      {
        ...{ what: 'the same of the floor, which leaves texts unread', unit: 'ms' },
        ...{ project: floorSpammed.p99, floor: floor.p99, ratio: floorSpammed.p99 / floor.p99 },
      },
    ];
  });
}

/** One process, one load. */
async function underLoad(db, { side, isSpammed, warmUp, sittings }) {
  const botApi = await openBotApi();
  const bot = await startBot(db, { side, apiRoot: botApi.apiRoot });
  try {
    await post(bot, botApi, tapsOf(warmUp).slice(0, WARM_UP));
    const before = await bot.usage();
    const spam = isSpammed ? sendSpam(bot) : null;
    const result = await post(bot, botApi, tapsOf(sittings));
    await spam;
    const after = await bot.usage();
    mustBe(await countReviews(db, sittings), LEARNERS * TAPS, 'answers committed');
    return {
      ...result,
      processor: (after.cpu - before.cpu) / (LEARNERS * TAPS),
      ...{ rss: after.rss, rssBefore: before.rss },
    };
  } finally {
    bot.stop();
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
async function post(bot, botApi, updates) {
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
  const startedAt = performance.now();
  for (const [i, update] of updates.entries()) {
    const ahead = startedAt + (i * 1000) / RATE - performance.now();
    if (ahead > 1) await pause(ahead);
    const { from, message } = update.callback_query;
    const postedAt = performance.now();
    begun.set(`${from.id}:${message.message_id}`, postedAt);
    void bot.post(update).then(() => posts.push(performance.now() - postedAt));
  }
  const deadline = performance.now() + 60_000;
  while (shown.length < updates.length && performance.now() < deadline) await pause(5);
  mustBe(shown.length, updates.length, 'verdicts shown');
  return {
    ...{ p50: quantile(shown, 0.5), p99: quantile(shown, 0.99), posts99: quantile(posts, 0.99) },
    rate: (updates.length * 1000) / (last - startedAt),
  };
}

function sendSpam(bot) {
  const texts = Array.from({ length: SPAM }, (_, i) => aText(SPAMMER, `слово${i}`));
  return Promise.all(texts.map((update) => bot.post(update, agents.spammer)));
}

/** A process with the bot or the floor behind a webhook. */
async function startBot(db, { side, apiRoot }) {
  const child = fork(new URL('load-side.mjs', import.meta.url));
  const { user, password, host, port: databasePort, database } = db.$client.options;
  const url = `postgres://${user}:${encodeURIComponent(password)}@${host}:${databasePort}/${database}`;
  child.send({ side, apiRoot, url });
  const [{ port }] = await once(child, 'message');
  return {
    post: (update, agent = agents.people) => postOnce(port, JSON.stringify(update), agent),
    async usage() {
      child.send('usage');
      return (await once(child, 'message'))[0];
    },
    stop: () => child.disconnect(),
  };
}

function postOnce(port, body, agent) {
  return new Promise((resolve, reject) => {
    const request = http.request(
      {
        port,
        host: '127.0.0.1',
        path: '/',
        method: 'POST',
        agent,
        headers: {
          'x-telegram-bot-api-secret-token': 'bench-secret',
          'content-length': Buffer.byteLength(body),
        },
      },
      (response) => {
        response.resume();
        response.on('end', () =>
          response.statusCode === 200
            ? resolve()
            : reject(new Error(`status ${response.statusCode}`)),
        );
      },
    );
    request.on('error', reject);
    request.end(body);
  });
}
