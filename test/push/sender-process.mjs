/**
 * A sender for tests to kill: the real store and loop, over a letter that costs nothing to compose. In: the database, the
 * Bot API and by how many milliseconds its clock is ahead. Runs until it is stopped or killed.
 */
import process from 'node:process';
import { Api } from 'grammy';
import { openPool, overPool } from '../../dist/db/database.js';
import { beginPush, markPushSent } from '../../dist/db/push-sending.js';
import { pushStore } from '../../dist/db/pushes.js';
import { pausedUntil, pauseFor } from '../../dist/db/telegram-pause.js';
import { createLog } from '../../dist/log.js';
import { createSender } from '../../dist/push/sender.js';
import { networkFetch } from '../../dist/telegram/fetch.js';
import { retryingFetch } from '../../dist/telegram/retrying-fetch.js';

const [databaseUrl, apiRoot, aheadMs] = process.argv.slice(2);
const log = createLog('silent');
const pool = openPool({ connectionString: databaseUrl }, { size: 4, log });
const db = overPool(pool);
const clock = () => (aheadMs === '0' ? null : new Date(Date.now() + Number(aheadMs)));
const api = new Api('1000000001:a-test-needs-no-secret-token-here', {
  apiRoot,
  fetch: retryingFetch({ fetch: networkFetch, longestFloodMs: 0 }),
});

const sender = createSender({
  store: {
    ...pushStore(db, clock),
    pausedUntil: () => pausedUntil(db, clock()),
    pauseFor: (seconds) => pauseFor(db, seconds, clock()),
  },
  async begin(push) {
    const isOurs = await beginPush(db, push, { session: null, now: clock() });
    if (!isOurs) return null;
    return {
      send: async () => (await api.sendMessage(push.learnerId, push.localDate)).message_id,
      sent: (messageId) => markPushSent(db, push, messageId),
      tidy: async () => undefined,
    };
  },
  log,
});

const stopping = new AbortController();
process.once('SIGTERM', () => stopping.abort());
await sender.run(stopping.signal);
await pool.end();
