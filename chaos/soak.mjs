/**
 * Day after day in minutes: people answer, daily questions go out, and at the end of each day everything stored becomes a
 * day older and one of two processes is replaced, as at a deploy. What must stay bounded: the memory of the process that
 * stays, and every table that does not hold somebody's progress.
 */
import { readFile } from 'node:fs/promises';
import { median } from '../bench/measure.mjs';
import { play, prepare } from './people.mjs';
import { onStage } from './stage.mjs';
import { finding } from './table.mjs';
import { comesToRest, verify } from './verify.mjs';

const PEOPLE = 40;
const TAPS = 12;
/** Growth of the memory from the first third of the days to the last one. */
const MEMORY_GROWTH = 1.15;
/** Days of updates that may lie in the inbox: two are kept, one is under way, one may be swept late. */
const INBOX_DAYS = 4;
/** Days after which nothing of these may be left. */
const OLDEST = { pushes: 61, imports: 91, missing_queries: 181 };

/** Everything that tells a row's age, by a day: what is compared with the clock grows old by itself. */
const A_DAY_OLDER = `
  update inbox set received_at = received_at - interval '1 day', handled_at = handled_at - interval '1 day';
  update pushes set due_at = due_at - interval '1 day', held_until = held_until - interval '1 day',
    sent_at = sent_at - interval '1 day', local_date = local_date - 1;
  update imports set received_at = received_at - interval '1 day';
  update missing_queries set last_asked_at = last_asked_at - interval '1 day';
  update audit set at = at - interval '1 day'`;

export function soak({ minutes = 10, seed = 11 }) {
  return onStage({ seed }, async (stage) => {
    const { replicas, pool, delivery, botApi } = stage;
    const stayer = await replicas.start();
    const deadline = performance.now() + minutes * 60_000;
    const days = [];
    while (performance.now() < deadline || days.length < 4) {
      days.push(await liveADay(stage, { stayer, day: days.length }));
      const { memory } = days.at(-1);
      if (days.length % 10 === 0) console.error(`  ${days.length} days, ${Math.round(memory)} MB`);
    }
    const history = days.flatMap((day) => day.history);
    const violations = await verify(pool, history, botApi.state.verdicts);
    const { deaths, leaks } = replicas.seen;
    const tooOld = await rowsTooOld(pool);
    await replicas.stopAll();
    const [early, late] = thirdsOf(days.slice(1).map(({ memory }) => memory));
    const mostInbox = Math.max(...days.map(({ kept }) => kept.inbox));
    const done = {
      ...{ 'virtual days': days.length, answers: history.length },
      ...{ 'MB at first': Math.round(early), 'MB at last': Math.round(late) },
      ...{ 'inbox rows at most': mostInbox, 'other rows at last': days.at(-1).kept.passing },
    };
    const perDay = delivery.counts.posts / days.length;
    return [
      finding('day after day', done, {
        ...violations,
        'memory grew': late > early * MEMORY_GROWTH ? 1 : 0,
        'inbox grew': mostInbox > perDay * INBOX_DAYS ? 1 : 0,
        ...{ 'rows too old': tooOld, 'ended by themselves': deaths.length },
        'secrets logged': leaks.size,
      }),
    ];
  });
}

/** A day of people, its leftovers and its deploy; gives what was done and what is kept of all days until then. */
async function liveADay(stage, { stayer, day }) {
  const { replicas, pool, db, deck } = stage;
  const other = await replicas.start();
  const people = { people: PEOPLE, taps: TAPS, from: 1 + day * PEOPLE };
  const sittings = await prepare(db, deck, people);
  const history = await play({ ...stage, sittings, taps: TAPS, together: 16 });
  await pool.query(LEFTOVERS_OF_A_DAY, [people.from, PEOPLE, day]);
  await comesToRest(pool);
  const [memory, kept] = [await memoryOf(stayer), await rowsKept(pool)];
  await pool.query(A_DAY_OLDER);
  await replicas.end(other, 'SIGTERM');
  return { history, memory, kept };
}

/** The middle of the first third, and of the last one. */
function thirdsOf(list) {
  const third = Math.ceil(list.length / 3);
  return [median(list.slice(0, third)), median(list.slice(-third))];
}

/** What a day leaves besides answers: pushes that were sent or not, imports, look-ups in vain. */
const LEFTOVERS_OF_A_DAY = `
  with people as (select $1::int + n as id from generate_series(0, $2::int - 1) n), sent as (
    insert into pushes (learner_id, local_date, status, due_at, held_until)
    select id, current_date, case when id % 3 = 0 then 'skipped' else 'sent' end, now(), now() from people
  ), brought as (
    insert into imports (learner_id, id, received_at, title, outcome)
    select id, 'soak', now(), 'soak', '{"kind":"refused","reason":"empty"}' from people
  )
  insert into missing_queries (query, times, last_asked_at) select 'soak ' || $3::int || ' ' || id, 1, now() from people`;

/** Resident memory in MB. */
async function memoryOf({ child }) {
  const status = await readFile(`/proc/${child.pid}/status`, 'utf8');
  return Number(/VmRSS:\s+(\d+)/u.exec(status)[1]) / 1024;
}

async function rowsKept(pool) {
  const { rows } = await pool.query(`
    select (select count(*)::int from inbox) as inbox,
      (select count(*)::int from pushes) + (select count(*)::int from imports)
        + (select count(*)::int from missing_queries) + (select count(*)::int from conversations) as passing`);
  return rows[0];
}

async function rowsTooOld(pool) {
  const { rows } = await pool.query(`
    select (select count(*)::int from pushes where due_at < now() - interval '${OLDEST.pushes} days')
      + (select count(*)::int from imports where received_at < now() - interval '${OLDEST.imports} days')
      + (select count(*)::int from missing_queries where last_asked_at < now() - interval '${OLDEST.missing_queries} days') as n`);
  return rows[0].n;
}
