/**
 * Long polling against a Telegram in another process that takes 100 ms for every call: 200 learners have tapped while
 * the bot was away. Floor: the same updates and the same calls with grammY alone, every update at once and no database.
 * The second row adds a learner whose calls take 5 s; its floor is the first row's run without such a one.
 */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { Bot } from 'grammy';
import { inboxStore } from '../dist/db/inbox.js';
import { createInbox } from '../dist/run/inbox.js';
import { startPolling } from '../dist/run/polling.js';
import { networkFetch } from '../dist/telegram/fetch.js';
import { aTap, botInfo, openBot, TOKEN } from './bot.mjs';
import { log, withDatabase } from './database.mjs';
import { inTurns, mustBe } from './measure.mjs';
import {
  countReviews,
  importDeck,
  prepareSittings,
  tappedQuestions,
  wrongChoice,
} from './sittings.mjs';

const LEARNERS = 200;
const TAPS = 10;
const ROUNDS = 3;
const DELAY_MS = 100;
const SLOW_MS = 5_000;

/** The rows of the table. */
export function polling() {
  return withDatabase(async (db) => {
    const deck = await importDeck(db);
    const questions = tappedQuestions(deck);
    let lastLearner = 0;
    const people = async () => {
      const from = lastLearner + 1;
      lastLearner += LEARNERS;
      return prepareSittings(db, {
        ...{ deckId: deck.id, questions, learners: LEARNERS, from },
        ...{ length: TAPS, asked: TAPS },
      });
    };
    const ours = async (isOneSlow) => updatesPerSecond(botOver(db), await people(), isOneSlow);
    const unhindered = await inTurns(ROUNDS, {
      project: () => ours(false),
      floor: async () => updatesPerSecond(floorOver(), await people(), false),
    });
    const hindered = await inTurns(ROUNDS - 1, {
      project: () => ours(true),
      floor: () => ours(false),
    });
    const unit = 'updates/s';
    return [
      {
        ...{ what: `polling, ${LEARNERS} learners, ${DELAY_MS} ms a call`, unit, ...unhindered },
        reach: { projectAtLeast: 500 },
      },
      {
        ...{ what: 'the same, one learner’s calls take 5 s', unit, ...hindered },
        reach: { atLeast: 0.9 },
      },
    ];

    /** Everybody else's updates a second, the slow learner's own not counted. */
    async function updatesPerSecond(bot, sittings, isOneSlow) {
      const [learnerId] = sittings.learnerIds;
      const slow = isOneSlow ? { learnerId, delayMs: SLOW_MS } : null;
      const telegram = await openTelegram({ updates: tapsOf(sittings), delayMs: DELAY_MS, slow });
      const running = await bot(telegram.apiRoot);
      const { ms, verdicts } = await telegram.finished;
      if (running.isOurs) {
        const others = { learnerIds: sittings.learnerIds.slice(isOneSlow ? 1 : 0) };
        mustBe(await countReviews(db, others), verdicts, 'answers committed');
      }
      await running.stop();
      telegram.close();
      return (verdicts * 1000) / ms;
    }
  });
}

/** This project as `main.ts` runs it. */
const botOver = (db) => async (apiRoot) => {
  const bot = openBot(db, { fetch: networkFetch, apiRoot });
  const inbox = createInbox({
    store: inboxStore(db),
    handle: (update) => bot.handleUpdate(update),
    troubleOf: () => 'failure',
    log,
  });
  const polling = await startPolling({ api: bot.api, inbox, log, apiRoot });
  return {
    isOurs: true,
    async stop() {
      await polling.stop();
      await inbox.drain();
    },
  };
};

/** grammY and the calls, nothing else. */
const floorOver = () => async (apiRoot) => {
  const bot = new Bot(TOKEN, { botInfo, client: { fetch: networkFetch, apiRoot } });
  bot.on('callback_query:data', (ctx) =>
    Promise.all([ctx.answerCallbackQuery(), ctx.editMessageText(ctx.callbackQuery.message.text)]),
  );
  const stopping = new AbortController();
  const ended = (async () => {
    for (let offset = 0; !stopping.signal.aborted;) {
      const updates = await bot.api.getUpdates({ offset, limit: 100 });
      for (const update of updates) void bot.handleUpdate(update);
      offset = updates.reduce((most, { update_id }) => Math.max(most, update_id + 1), offset);
    }
  })();
  return {
    isOurs: false,
    async stop() {
      stopping.abort();
      await ended;
    },
  };
};

/** Wrong taps, everybody's first before anybody's second: a verdict is two calls and ends the update. */
function tapsOf({ session, learnerIds, questionAt }) {
  return Array.from({ length: TAPS }, (_, i) => {
    const question = questionAt(i + 1);
    const choice = wrongChoice(question);
    return learnerIds.map((learnerId) =>
      aTap({ learnerId, session, position: i + 1, choice, text: question.ask }),
    );
  }).flat();
}

/** The Bot API server in its own process. `finished` resolves with the time of the last verdict that is waited for. */
async function openTelegram(plan) {
  const child = fork(new URL('slow-telegram.mjs', import.meta.url));
  child.send(plan);
  const [{ port }] = await once(child, 'message');
  return {
    apiRoot: `http://127.0.0.1:${port}`,
    finished: once(child, 'message').then(([result]) => result),
    close: () => child.disconnect(),
  };
}
