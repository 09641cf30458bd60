/**
 * One side of the load: this project behind its webhook, or the floor behind as little as grammY needs. In: one message
 * with the side, the database and the Bot API. Out: a message with the port, the processor time and memory so far when
 * asked, and what went wrong, which nothing may.
 */
import { createServer } from 'node:http';
import { inspect } from 'node:util';
import { openPool, overPool } from '../dist/db/database.js';
import { inboxStore } from '../dist/db/inbox.js';
import { tooMany } from '../dist/bot/too-many.js';
import { createAllowance, usualAllowance } from '../dist/run/allowance.js';
import { openDoor } from '../dist/run/http.js';
import { createInbox } from '../dist/run/inbox.js';
import { webhookRoute } from '../dist/run/webhook.js';
import { networkFetch } from '../dist/telegram/fetch.js';
import { openBot } from './bot.mjs';
import { log } from './database.mjs';
import { floorBot } from './tap-floor.mjs';

/** The bot as `main.ts` runs it behind a webhook. */
async function project({ pool, doorPool, apiRoot }) {
  const db = overPool(pool);
  const bot = openBot(db, { fetch: networkFetch, apiRoot });
  const inbox = createInbox({
    store: inboxStore(overPool(doorPool)),
    handle: (update) => bot.handleUpdate(update),
    limit: { allows: createAllowance(usualAllowance), tell: tooMany(bot, log) },
    troubleOf(error) {
      tell(error);
      return 'failure';
    },
    log,
  });
  await inbox.resume();
  const door = await openDoor({ port: 0, log });
  door.serve(webhookRoute({ url: 'http://bench/', secret: 'bench-secret', inbox, log }));
  return door.port;
}

/** Handles the update and says 200 at once; nothing is stored before. */
async function floor({ pool, apiRoot }) {
  const bot = floorBot(pool, { fetch: networkFetch, apiRoot, putsNext: false });
  const server = createServer(async (request, response) => {
    const chunks = [];
    for await (const chunk of request) chunks.push(chunk);
    bot.handleUpdate(JSON.parse(Buffer.concat(chunks).toString())).catch(tell);
    response.end();
  });
  // Longer than any pause of whoever posts: they would post into a closing connection.
  server.keepAliveTimeout = 75_000;
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server.address().port;
}

/** Errors of grammY keep what they wrap where no stack shows it: all of it is printed. */
const tell = (error) => process.send({ failure: inspect(error, { depth: 3 }) });

process.once('message', async ({ side, apiRoot, url }) => {
  const pool = openPool({ connectionString: url }, { size: 10, log });
  const doorPool = openPool({ connectionString: url }, { size: 3, log });
  const port = await (side === 'floor' ? floor : project)({ pool, doorPool, apiRoot });
  process.on('message', () => {
    const { user, system } = process.cpuUsage();
    const rss = process.memoryUsage.rss() / 2 ** 20;
    process.send({ usage: { cpu: (user + system) / 1_000, rss } });
  });
  process.send({ port });
});
process.once('disconnect', () => process.exit());
