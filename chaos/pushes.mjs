/**
 * Daily questions while Postgres is stopped as by a power cut, again and again, under the senders of three processes. What
 * must hold: nobody gets a question twice; who gets none was in the hands of a sender when the database went.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { restartPostgres } from './kills.mjs';
import { eventually } from './patience.mjs';
import { onStage } from './stage.mjs';
import { finding } from './table.mjs';

const PROCESSES = 3;
/** Calls of one process that may be under way at once. */
const IN_FLIGHT = 3;
const CALL_MS = 50;
/** All restarts, and the minute for which a push belongs to a sender that was cut off. */
const OVER_WITHIN_MS = 600_000;

export function pushes({ people = 1_500, restarts = 10, seed = 12 }) {
  return onStage({ seed }, async ({ pool, replicas, botApi, random }) => {
    await pool.query(DUE, [people]);
    botApi.state.trouble = () => ({ afterMs: CALL_MS });
    await Promise.all(Array.from({ length: PROCESSES }, () => replicas.start()));
    let restarted = 0;
    for (; restarted < restarts; restarted += 1) {
      await pause(500 + random() * 1_500);
      await restartPostgres(pool);
    }
    await eventually(OVER_WITHIN_MS, 'an end of every push', async () => {
      const { rows } = await pool.query(`
        select (select count(*) from schedules where next_due_at <= now())
          + (select count(*) from pushes where status = 'claimed') as left`);
      return rows[0].left === '0' ? true : null;
    });
    const { rows } = await pool.query('select learner_id::int as id, status from pushes');
    const { sentTo } = botApi.state;
    const { deaths, leaks } = replicas.seen;
    await replicas.stopAll();
    const missed = rows.filter(({ id }) => !sentTo.has(id)).length;
    const most = restarts * PROCESSES * IN_FLIGHT;
    const done = { restarts: restarted, 'people due': people, missed, 'missed at most': most };
    return [
      finding('Postgres stopped under the senders', done, {
        'sent twice': [...sentTo.values()].filter((times) => times > 1).length,
        'counted as sent, never sent': rows.filter(
          ({ id, status }) => status === 'sent' && !sentTo.has(id),
        ).length,
        'without a row': people - rows.length,
        'missed beyond that': Math.max(0, missed - most),
        'ended by themselves': deaths.length,
        'secrets logged': leaks.size,
      }),
    ];
  });
}

/** All due at the same minute. */
const DUE = `
  with people as (
    insert into learners (id, time_zone, created_at)
    select id, 'Europe/Moscow', now() from generate_series(1, $1::int) id returning id
  )
  insert into schedules (learner_id, local_time, next_due_at, chosen_at)
  select id, ((now() - interval '1 minute') at time zone 'Europe/Moscow')::time, now() - interval '1 minute', now()
  from people`;
