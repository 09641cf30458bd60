/**
 * Everything a scenario needs: a Postgres with a deck, Telegram's side, people, and processes of the bot to be cruel to.
 * All on loopback, all gone afterwards.
 */
import { randomBytes } from 'node:crypto';
import { seededRandom } from '../dist/questions/random.js';
import { withDatabase } from '../bench/database.mjs';
import { importDeck, tappedQuestions } from '../bench/sittings.mjs';
import { openBotApi } from './bot-api.mjs';
import { createDelivery } from './delivery.mjs';
import { createReplicas } from './replicas.mjs';

const PATH = '/telegram';

/** Sets the stage for a task. `seed` makes the same trouble again, as far as processes allow. */
export function onStage({ seed, settings }, task) {
  return withDatabase((db) => {
    const { user, password, host, port, database } = db.$client.options;
    const url = `postgres://${user}:${encodeURIComponent(password)}@${host}:${port}/${database}`;
    return stageOver(db, { seed, settings, url }, task);
  });
}

/** The same over a database that somebody else keeps. */
export async function stageOver(db, { seed, settings = {}, url }, task) {
  const deck = await importDeck(db);
  const questions = tappedQuestions(deck);
  const botApi = await openBotApi();
  const token = `1000000001:${randomBytes(24).toString('base64url')}xyz`;
  const secret = randomBytes(24).toString('base64url');
  const random = seededRandom(`chaos ${seed}`);
  const lines = [...new Set(questions.map(({ question }) => question.answer.text))];
  const secrets = [
    token,
    token.split(':')[1],
    secret,
    decodeURIComponent(new URL(url).password),
    ...lines.filter((it) => it.length > 12),
  ];
  const replicas = createReplicas({
    path: PATH,
    secrets: () => secrets,
    settings: {
      ...{ BOT_TOKEN: token, TELEGRAM_API_ROOT: botApi.apiRoot, LOG_LEVEL: 'debug' },
      ...{ WEBHOOK_URL: `https://chaos.example${PATH}`, WEBHOOK_SECRET: secret },
      DATABASE_URL: url,
      ...settings,
    },
  });
  const delivery = createDelivery({ replicas, secret, random });
  // Also when the run is given up in the middle.
  process.once('exit', replicas.killAll);
  try {
    return await task({
      ...{ db, url, pool: db.$client, botApi, replicas, delivery, random, secret, secrets },
      deck: { id: deck.id, questions },
    });
  } finally {
    process.off('exit', replicas.killAll);
    replicas.killAll();
    botApi.close();
  }
}
