/**
 * Senders in processes of their own, over real HTTP and a real Postgres, killed while they send. Nobody gets a push twice; who
 * gets none was in the hands of a sender that died, three a process at most.
 * PUSH_KILLS=100 PUSH_LEARNERS=20000 for the full run, KILL_SEED for another one.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { sql } from 'drizzle-orm';
import type { Database } from '../../src/db/database.js';
import { seededRandom, type Random } from '../../src/questions/random.js';
import { openTestDatabase, type TestDatabase } from '../support/database.js';
import { openDatabaseProxy } from '../support/database-proxy.js';

const KILLS = Number(process.env['PUSH_KILLS'] ?? 4);
const LEARNERS = Number(process.env['PUSH_LEARNERS'] ?? 800);
const SEED = Number(process.env['KILL_SEED'] ?? 1);
const SENDERS = 3;
/** Calls of one process that Telegram may have under way at once. */
const IN_FLIGHT = 3;
const CALL_MS = 20;
/** Of all pushes, sent while senders are killed: what dead ones hold is nobody's for a minute, and nobody waits for it. */
const SHARE = KILLS > 20 ? 0.6 : 0.4;
/** The hold of a push, and some. */
const HOLD_MS = 61_000;

const TIMEOUT_MS = 60_000 + KILLS * 5_000 + LEARNERS * 20;
const SENDER = fileURLToPath(new URL('sender-process.mjs', import.meta.url));

let database: TestDatabase;
const running = new Set<ChildProcess>();

beforeEach(async () => {
  database = await openTestDatabase();
  await addLearners(database.db);
});
afterEach(async () => {
  for (const child of running) child.kill('SIGKILL');
  await database.close();
});

/** All due at the same minute. */
async function addLearners(db: Database): Promise<void> {
  await db.execute(sql`
    insert into learners (id, time_zone, created_at)
    select id, 'Europe/Moscow', now() from generate_series(1, ${LEARNERS}::int) id`);
  await db.execute(sql`
    insert into schedules (learner_id, local_time, next_due_at, chosen_at)
    select id, ((now() - interval '1 minute') at time zone 'Europe/Moscow')::time, now() - interval '1 minute', now()
    from learners`);
}

/** A Bot API that only counts: every message by its chat, and now and then it has had enough. */
async function openTelegram(random: Random, floods: number) {
  const received = new Map<number, number>();
  let refusals = 0;
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { chat_id: id } = JSON.parse(Buffer.concat(chunks).toString()) as { chat_id: number };
      const isFlooded = refusals < floods && random() < 0.02;
      if (isFlooded) refusals += 1;
      else received.set(id, (received.get(id) ?? 0) + 1);
      const answer = isFlooded
        ? {
            ok: false,
            error_code: 429,
            description: 'Too Many Requests',
            parameters: { retry_after: 1 },
          }
        : { ok: true, result: { message_id: id } };
      setTimeout(() => {
        response.writeHead(isFlooded ? 429 : 200, { 'content-type': 'application/json' });
        response.end(JSON.stringify(answer));
      }, CALL_MS);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    apiRoot: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    received,
    refusals: () => refusals,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function start(url: string, apiRoot: string, aheadMs = 0): ChildProcess {
  const child = spawn(process.execPath, [SENDER, url, apiRoot, String(aheadMs)], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  running.add(child);
  child.once('exit', () => running.delete(child));
  return child;
}

async function stop(children: readonly ChildProcess[]): Promise<void> {
  await Promise.all(
    children.map(async (child) => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
    }),
  );
}

async function count(where: ReturnType<typeof sql>): Promise<number> {
  const { rows } = await database.db.execute<{ n: number }>(
    sql`select count(*)::int as n from pushes where ${where}`,
  );
  return rows[0]?.n ?? 0;
}

/** Resolves when every learner's push has come to some end, or to a sender that died with it in its hands. */
async function allClaimed(): Promise<void> {
  const isOver = async () => (await count(sql`status <> 'claimed'`)) === LEARNERS;
  while (!(await isOver())) await pause(200);
}

/** Who got none, and what the rows and the chats say otherwise than each other. */
async function compare(received: ReadonlyMap<number, number>) {
  const { rows } = await database.db.execute<{ id: number; status: string }>(
    sql`select learner_id::int as id, status from pushes`,
  );
  return {
    pushes: rows.length,
    twice: [...received.values()].filter((times) => times > 1).length,
    lost: rows.filter(({ id, status }) => status === 'sent' && !received.has(id)).length,
    unsent: rows.filter(({ status }) => status !== 'sent' && status !== 'sending').length,
    missed: rows.filter(({ id }) => !received.has(id)).length,
  };
}

test(
  `${KILLS} times kill -9 of one of three senders, ${LEARNERS} learners due, 429s and a database that goes away`,
  async () => {
    const random = seededRandom(`push ${SEED}`);
    const proxy = await openDatabaseProxy(database.url);
    const telegram = await openTelegram(random, Math.ceil(KILLS / 4));
    const senders = Array.from({ length: SENDERS }, () => start(proxy.url, telegram.apiRoot));
    try {
      for (let kill = 1; kill <= KILLS; kill += 1) {
        const goal = Math.floor((LEARNERS * kill * SHARE) / KILLS);
        const isTime = () => telegram.received.size >= goal;
        while (!isTime()) await pause(5);
        await pause(Math.floor(random() * CALL_MS));
        const victim = Math.floor(random() * SENDERS);
        senders[victim]?.kill('SIGKILL');
        senders[victim] = start(proxy.url, telegram.apiRoot);
        if (kill % 4 === 0) {
          proxy.shut();
          await pause(300);
          proxy.open();
        }
      }
      await stop(senders);
      // A minute later the claims of the dead are anybody's: this one lives in that minute.
      const heir = start(database.url, telegram.apiRoot, HOLD_MS);
      await allClaimed();
      await stop([heir]);
      const found = await compare(telegram.received);
      expect(found).toMatchObject({ pushes: LEARNERS, twice: 0, lost: 0, unsent: 0 });
      // A break of the connection to Postgres may also cut a sender off between the begin and the call.
      expect(found.missed).toBeLessThanOrEqual(
        KILLS * IN_FLIGHT + (KILLS / 4) * SENDERS * IN_FLIGHT,
      );
      if (process.env['PUSH_KILLS'] !== undefined) {
        const { missed } = found;
        const floods = telegram.refusals();
        process.stderr.write(
          `${KILLS} kills, ${floods} 429s, ${LEARNERS} due: 0 twice, ${missed} missed\n`,
        );
      }
    } finally {
      await telegram.close();
      await proxy.close();
    }
  },
  TIMEOUT_MS,
);

test(
  `four senders, ${LEARNERS} learners due at once: everybody gets one`,
  async () => {
    const telegram = await openTelegram(() => 1, 0);
    const senders = Array.from({ length: 4 }, () => start(database.url, telegram.apiRoot));
    try {
      while (telegram.received.size < LEARNERS) await pause(20);
      await stop(senders);
      expect(await compare(telegram.received)).toEqual({
        ...{ pushes: LEARNERS, twice: 0, lost: 0, unsent: 0, missed: 0 },
      });
      expect(await count(sql`status = 'sent'`)).toBe(LEARNERS);
    } finally {
      await telegram.close();
    }
  },
  TIMEOUT_MS,
);
