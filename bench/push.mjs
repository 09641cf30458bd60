/**
 * Daily pushes. First the claim of 500 among a million schedules, against the same among ten thousand: it should cost what is
 * due, not what there is. Then thirty learners due every second, the whole way from the claim through the question to
 * Telegram, which takes 50 ms a call: how late are they?
 */
import { setTimeout as pause } from 'node:timers/promises';
import { Api } from 'grammy';
import { pushLetters } from '../dist/bot/daily-push.js';
import { pushStore } from '../dist/db/pushes.js';
import { createSender } from '../dist/push/sender.js';
import { createDailyPushes } from '../dist/study/daily-push.js';
import { instantTelegram, studyDeps, TOKEN } from './bot.mjs';
import { log, withDatabase } from './database.mjs';
import { inTurns, mustBe, quantile, timed } from './measure.mjs';
import { importDeck } from './sittings.mjs';

const CLAIMED = 500;
const FEW = 10_000;
const MANY = 1_000_000;
const ROUNDS = 15;
const PER_INSERT = 50_000;
const PER_SECOND = 30;
const SECONDS = 30;
const CALL_MS = 50;

/** The rows of the table. */
export async function push() {
  const claims = await withDatabase((few) => withDatabase((many) => compareClaims(few, many)));
  const lateness = await withDatabase(measureLateness);
  return [
    {
      what: `push claim of ${CLAIMED} at ${MANY} and at ${FEW} schedules`,
      ...{ unit: 'ms', ...claims, reach: { atMost: 1.5 } },
    },
    {
      what: `lateness of a push at ${PER_SECOND} due a second, 95 of 100`,
      ...{ unit: 's', project: quantile(lateness, 0.95) / 1000, reach: { projectAtMost: 60 } },
      note: `the sender looks every five seconds; half of the pushes are ${(quantile(lateness, 0.5) / 1000).toFixed(1)} s late at most`,
    },
  ];
}

async function compareClaims(few, many) {
  await addSchedules(few, FEW);
  await addSchedules(many, MANY);
  const claim = (db, count) => async (round) => {
    const now = new Date();
    await makeDue(db, { count, now, round });
    let claimed = [];
    const ms = await timed(async () => (claimed = await pushStore(db, () => now).claim(CLAIMED)));
    mustBe(claimed.length, CLAIMED, 'pushes claimed');
    return ms;
  };
  return inTurns(ROUNDS, { project: claim(many, MANY), floor: claim(few, FEW) });
}

/** People of all zones of Russia; none of them is due. */
async function addSchedules(db, count) {
  for (let from = 1; from <= count; from += PER_INSERT) {
    const span = [from, Math.min(from + PER_INSERT - 1, count)];
    await db.$client.query(
      `insert into learners (id, time_zone, created_at)
       select id, (array['Europe/Moscow', 'Asia/Yekaterinburg', 'Asia/Novosibirsk', 'Asia/Vladivostok'])[1 + id % 4], now()
       from generate_series($1::int, $2::int) id`,
      span,
    );
    await db.$client.query(
      `insert into schedules (learner_id, local_time, next_due_at, chosen_at)
       select id, make_time(id % 24, id % 60, 0), now() + interval '1 hour' + id % 86400 * interval '1 second', now()
       from generate_series($1::int, $2::int) id`,
      span,
    );
  }
  await tidy(db, ['vacuum (analyze) learners', 'vacuum (analyze) schedules', 'checkpoint']);
}

/** What takes longer than the pool waits. */
async function tidy(db, statements) {
  const client = await db.$client.connect();
  try {
    await client.query('set statement_timeout = 0');
    for (const statement of statements)
      await client.query({ text: statement, query_timeout: 120_000 });
  } finally {
    client.release(true);
  }
}

/** So many learners, spread over the table, are due; others every round. */
async function makeDue(db, { count, now, round }) {
  const step = Math.floor(count / CLAIMED);
  await db.$client.query(
    `update schedules set next_due_at = $1, last_local_date = null where learner_id in
       (select 1 + (i * $2::int + $3::int) % $4::int from generate_series(0, $5::int - 1) i)`,
    [new Date(now.getTime() - 1000), step, round * 7, count, CLAIMED],
  );
}

/** Milliseconds from due to sent, of every push. */
async function measureLateness(db) {
  await importDeck(db);
  const learners = PER_SECOND * SECONDS;
  const from = new Date(Date.now() + 3_000);
  await db.$client.query(
    `insert into learners (id, time_zone, created_at) select id, 'Europe/Moscow', now() from generate_series(1, $1::int) id`,
    [learners],
  );
  await db.$client.query(
    `insert into schedules (learner_id, local_time, next_due_at, chosen_at)
     select id, ($2::timestamptz at time zone 'Europe/Moscow')::time, $2::timestamptz + id * interval '1 second' / $3, now()
     from generate_series(1, $1::int) id`,
    [learners, from, PER_SECOND],
  );
  const late = [];
  const stopping = new AbortController();
  const sending = senderOver(db, (event) => late.push(event)).run(stopping.signal);
  while (late.length < learners) await pause(100);
  stopping.abort();
  await sending;
  mustBe(late.filter(({ outcome }) => outcome === 'sent').length, learners, 'pushes sent');
  return late.map(({ lateMs }) => lateMs);
}

function senderOver(db, onOutcome) {
  const telegram = instantTelegram();
  const fetch = async (url) => {
    await pause(CALL_MS);
    return telegram.fetch(url);
  };
  const clock = () => null;
  const pushes = createDailyPushes(studyDeps(db), clock);
  return createSender({
    store: {
      ...pushStore(db, clock),
      pausedUntil: async () => null,
      pauseFor: async () => undefined,
    },
    begin: pushLetters(new Api(TOKEN, { fetch }), pushes),
    ...{ log, onOutcome },
  });
}
