/**
 * kill −9 of processes at random moments while people answer, with taps repeated by the app and updates redelivered, also
 * to two processes at once. And the same with a process frozen for longer than its lease, and with deploys.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { quantile } from '../bench/measure.mjs';
import { beside, eventually } from './patience.mjs';
import { play, prepare } from './people.mjs';
import { onStage } from './stage.mjs';
import { finding } from './table.mjs';
import { comesToRest, verify } from './verify.mjs';

const PROCESSES = 4;
const TAPS = 100;
const PEOPLE_AT_ONCE = 64;
/** After a crash under load Postgres recovers first. */
const DATABASE_BACK_MS = 90_000;

/** Plays until both enough updates were taken and enough was done to the processes. */
async function playUntil(stage, isEnough, taps = TAPS) {
  const history = [];
  let from = 1;
  while (history.length === 0 || !isEnough()) {
    // Without a database nobody can be prepared: the next people are, once it is back.
    const sittings = await eventually(DATABASE_BACK_MS, 'people to play', () => {
      from += PEOPLE_AT_ONCE;
      return prepare(stage.db, stage.deck, { people: PEOPLE_AT_ONCE, taps, from });
    });
    history.push(...(await play({ ...stage, sittings, taps, together: PEOPLE_AT_ONCE })));
  }
  return history;
}

async function judge(stage, history) {
  await comesToRest(stage.pool);
  const violations = await verify(stage.pool, history, stage.botApi.state.verdicts);
  const { deaths, leaks } = stage.replicas.seen;
  return { ...violations, 'ended by themselves': deaths.length, 'secrets logged': leaks.size };
}

export function kills({ kills: wanted = 300, updates = 50_000, minutes = 60, seed = 1 }) {
  return onStage({ seed }, async (stage) => {
    const { replicas, delivery, random } = stage;
    let killed = 0;
    let isPlaying = true;
    const torment = async () => {
      let replica = await replicas.start();
      while (isPlaying) {
        await pause(random() * 1_500);
        if (!isPlaying || killed >= wanted) continue;
        killed += 1;
        await replicas.end(replica, 'SIGKILL');
        replica = await replicas.start();
      }
    };
    const torments = Promise.all(Array.from({ length: PROCESSES }, torment));
    const taps = Math.min(TAPS, Math.ceil(updates / 1.3 / PEOPLE_AT_ONCE));
    const deadline = performance.now() + minutes * 60_000;
    const isEnough = () => {
      console.error(`  ${killed} kills, ${delivery.counts.taken} updates`);
      const isAll = delivery.counts.taken >= updates && killed >= wanted;
      return isAll || performance.now() > deadline;
    };
    const history = await beside(torments, () => playUntil(stage, isEnough, taps));
    isPlaying = false;
    await torments;
    const violations = await judge(stage, history);
    await replicas.stopAll();
    const done = {
      kills: killed,
      updates: delivery.counts.taken,
      posts: delivery.counts.posts,
      answers: history.length,
    };
    return [finding(`kill −9, ${PROCESSES} processes`, done, violations)];
  });
}

export function frozen({ freezes = 3, seed = 2 }) {
  return onStage({ seed }, async (stage) => {
    const { replicas, delivery } = stage;
    const [victim] = [await replicas.start(), await replicas.start(), await replicas.start()];
    let frozen = 0;
    const torment = async () => {
      for (; frozen < freezes; frozen += 1) {
        await pause(1_000);
        // Longer than a lease: others take its learners, and then it comes back in the middle of its work.
        victim.child.kill('SIGSTOP');
        victim.isReady = false;
        await pause(20_000);
        victim.child.kill('SIGCONT');
        await pause(500);
        victim.isReady = true;
      }
    };
    const tormented = torment();
    const history = await beside(tormented, () => playUntil(stage, () => frozen >= freezes, 20));
    await tormented;
    const violations = await judge(stage, history);
    await replicas.stopAll();
    const done = { freezes: frozen, updates: delivery.counts.taken, answers: history.length };
    return [finding('a process frozen for 20 s', done, violations)];
  });
}

export function deploys({ deploys: wanted = 12, seed = 3 }) {
  return onStage({ seed }, async (stage) => {
    const { replicas, delivery } = stage;
    let replaced = 0;
    let isBadExit = 0;
    let isPlaying = true;
    const old = [await replicas.start(), await replicas.start()];
    // A balancer that looks every second.
    const looking = (async () => {
      for (; isPlaying; await pause(1_000)) await replicas.look();
    })();
    const rolling = (async () => {
      for (; replaced < wanted; replaced += 1) {
        old.push(await replicas.start());
        const leaver = old.shift();
        leaver.isWanted = false;
        leaver.child.kill('SIGTERM');
        if ((await leaver.ended) !== 0) isBadExit += 1;
      }
    })();
    const history = await beside(rolling, () => playUntil(stage, () => replaced >= wanted, 20));
    await rolling;
    isPlaying = false;
    await looking;
    const violations = await judge(stage, history);
    const { refused, broken, taken } = delivery.counts;
    await replicas.stopAll();
    const done = {
      deploys: replaced,
      updates: taken,
      'p99 ms': Math.round(quantile(delivery.waits, 0.99)),
    };
    return [
      finding('deploys one after the other', done, {
        ...violations,
        ...{ 'answered 5xx': refused, 'broken connections': broken, 'bad exits': isBadExit },
      }),
    ];
  });
}

/** Postgres itself, stopped as by a power cut and started again. */
export function postgres({ restarts: wanted = 25, seed = 4 }) {
  return onStage({ seed }, async (stage) => {
    const { replicas, delivery, pool, random } = stage;
    await Promise.all([replicas.start(), replicas.start()]);
    let restarts = 0;
    const torment = (async () => {
      for (; restarts < wanted; restarts += 1) {
        await pause(1_000 + random() * 2_000);
        await restartPostgres(pool);
      }
    })();
    const isEnough = () => {
      console.error(`  ${restarts} restarts, ${delivery.counts.taken} updates`);
      return restarts >= wanted;
    };
    const history = await beside(torment, () => playUntil(stage, isEnough, 20));
    await torment;
    const violations = await judge(stage, history);
    await replicas.stopAll();
    const { taken, refused } = delivery.counts;
    const done = { restarts, updates: taken, 'answered 503': refused, answers: history.length };
    return [finding('Postgres stopped at once', done, violations)];
  });
}

/** Stops Postgres as a power cut does; resolves when its successor answers. */
export async function restartPostgres(pool) {
  const pid = await eventually(DATABASE_BACK_MS, 'a postmaster', () => postmasterOf(pool));
  process.kill(pid, 'SIGQUIT');
  await eventually(DATABASE_BACK_MS, 'the successor of a postmaster', async () => {
    const next = await postmasterOf(pool);
    return next === pid ? null : next;
  });
}

async function postmasterOf(pool) {
  const { rows } = await pool.query(
    `select split_part(pg_read_file('postmaster.pid'), E'\\n', 1)::int as pid`,
  );
  return rows[0].pid;
}
