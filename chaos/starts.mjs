/**
 * Four processes started at once on an empty database: one migrates, the others wait, nobody fails, and all of them are
 * ready with one deck.
 */
import { onStage } from './stage.mjs';
import { finding } from './table.mjs';

const PROCESSES = 4;

export function starts({ rounds = 20, seed = 8 }) {
  return onStage({ seed }, async ({ pool, replicas }) => {
    let failed = 0;
    let twice = 0;
    for (let round = 0; round < rounds; round += 1) {
      await pool.query(
        'drop schema public cascade; drop schema drizzle cascade; create schema public',
      );
      const all = Array.from({ length: PROCESSES }, () => replicas.start());
      const outcomes = await Promise.allSettled(all);
      failed += outcomes.filter(({ status }) => status === 'rejected').length;
      const { rows } = await pool.query(
        'select count(*)::int - count(distinct hash)::int as extra, (select count(*)::int from decks) as decks from drizzle.__drizzle_migrations',
      );
      twice += rows[0].extra + (rows[0].decks - 1);
      await Promise.all(replicas.ready().map((replica) => replicas.end(replica, 'SIGKILL')));
    }
    const done = { rounds, processes: PROCESSES };
    return [finding('all start at once on nothing', done, { failed, 'done twice': twice })];
  });
}
