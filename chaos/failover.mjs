/**
 * The machine of the database dies for good while people answer, and its standby takes over under the same address. With
 * synchronous replication nothing acknowledged is lost; without it, what was acknowledged while the standby was cut off
 * is, and is counted.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { withDirectory } from '../bench/database.mjs';
import { openDatabase } from '../dist/db/database.js';
import { createLog } from '../dist/log.js';
import { openCluster } from './cluster.mjs';
import { beside } from './patience.mjs';
import { play, prepare } from './people.mjs';
import { stageOver } from './stage.mjs';
import { finding } from './table.mjs';
import { comesToRest, verify } from './verify.mjs';

const PEOPLE = 48;
const TAPS = 30;
const PROCESSES = 2;
/** How long the standby hears nothing before the primary dies. */
const CUT_MS = 500;

export function failover({ rounds = 5, seed = 9 }) {
  return withDirectory(async (directory) => {
    const cluster = await openCluster(directory);
    try {
      const database = await openDatabase({ kind: 'url', url: cluster.url }, createLog('silent'));
      try {
        return await stageOver(database.db, { seed, url: cluster.url }, async (stage) => {
          await Promise.all(Array.from({ length: PROCESSES }, () => stage.replicas.start()));
          const sync = await lose(stage, cluster, { rounds, from: 1, isSync: true });
          const async = await lose(stage, cluster, { rounds, from: 100_000, isSync: false });
          await stage.replicas.stopAll();
          return [sync, async];
        });
      } finally {
        await database.close();
      }
    } finally {
      await cluster.close();
    }
  });
}

/** Loses the primary so many times in the middle of a game, and compares after each. */
async function lose(stage, cluster, { rounds, from, isSync }) {
  const { db, deck, pool, delivery, replicas, random, botApi } = stage;
  const sum = {};
  let [answers, away, acknowledged] = [0, 0, 0];
  for (let round = 0; round < rounds; round += 1) {
    const people = { people: PEOPLE, taps: TAPS, from: from + round * PEOPLE };
    const sittings = await prepare(db, deck, people);
    await cluster.attach({ isSync });
    const torment = (async () => {
      await pause(500 + random() * 1_000);
      const before = delivery.counts.taken;
      if (!isSync) {
        cluster.cut();
        await pause(CUT_MS);
      }
      // What is on its way when the primary dies may be acknowledged and lost as well.
      away += await cluster.failOver();
      if (!isSync) acknowledged += delivery.counts.taken - before + 2 * PEOPLE;
    })();
    const history = await beside(torment, () =>
      play({ ...stage, sittings, taps: TAPS, together: PEOPLE }),
    );
    await torment;
    await comesToRest(pool);
    const found = await verify(pool, history, botApi.state.verdicts);
    answers += history.length;
    for (const [name, count] of Object.entries(found)) sum[name] = (sum[name] ?? 0) + count;
    console.error(
      `  ${isSync ? 'sync' : 'async'} ${round + 1}: ${found.lost} of ${history.length} lost`,
    );
  }
  const { deaths, leaks } = replicas.seen;
  const others = { 'ended by themselves': deaths.length, 'secrets logged': leaks.size };
  const done = { failovers: rounds, answers, 'ms without a database': Math.round(away / rounds) };
  if (isSync) return finding('failover, synchronous standby', done, { ...sum, ...others });
  const { lost, ...rest } = sum;
  const tooMany = Math.max(0, lost - acknowledged);
  return finding(
    `failover, standby cut off for ${CUT_MS} ms`,
    { ...done, 'lost, as promised': lost, 'acknowledged meanwhile': acknowledged },
    { 'lost beyond that': tooMany, ...rest, ...others },
  );
}
