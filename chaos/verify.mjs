/**
 * The judge: holds what people did and what they were told against the database, when everybody has come to rest.
 * In: the histories. Out: every violation as a number; all of them must be 0.
 */
import { setTimeout as pause } from 'node:timers/promises';

const REST_WITHIN_MS = 120_000;

/** Resolves when nothing waits in the inbox and nobody has a turn; false when that never comes. */
export async function comesToRest(pool) {
  const deadline = performance.now() + REST_WITHIN_MS;
  while (performance.now() < deadline) {
    const { rows } = await pool.query(
      `select (select count(*)::int from inbox where handled_at is null and failed_at is null) as waiting,
        (select count(*)::int from turns) as turns`,
    );
    if (rows[0].waiting === 0 && rows[0].turns === 0) return true;
    await pause(200);
  }
  return false;
}

/** Compares. `verdicts`: what Telegram was shown, as `chat:message`. */
export async function verify(pool, history, verdicts) {
  const learnerIds = [...new Set(history.map(({ learnerId }) => learnerId))];
  const rows = async (text) => (await pool.query(text, [learnerIds])).rows;
  const steps = await rows(
    `select learner_id::float8 as learner, position, choice, update_id::float8 as update from steps
     where learner_id = any($1) and answered_at is not null`,
  );
  const answered = new Map(steps.map((step) => [`${step.learner}:${step.position}`, step]));
  const [reviews] = await rows(
    `select count(*)::int as all, count(distinct (learner_id, session_id, position))::int as steps
     from reviews where learner_id = any($1)`,
  );
  const [cards] = await rows(
    `select count(*)::int as wrong from cards c
     left join lateral (select count(*)::int as n, max(number) as last from reviews r
       where r.learner_id = c.learner_id and r.fact_id = c.fact_id) r on true
     where c.learner_id = any($1) and (c.version <> r.n or c.reps <> r.n or coalesce(r.last, 0) <> r.n)`,
  );
  const [inbox] = await rows(
    `select count(*) filter (where handled_at is null and failed_at is null)::int as waiting,
      count(*) filter (where failed_at is not null)::int as "setAside"
     from inbox where learner_id = any($1)`,
  );
  const keyOf = ({ learnerId, position }) => `${learnerId}:${position}`;
  const lost = history.filter((deed) => !answered.has(keyOf(deed)));
  const foreign = history.filter((deed) => {
    const step = answered.get(keyOf(deed));
    // Of several answers any may have come first, but it is that one's choice which is written down.
    const wanted = deed.choiceOf?.get(step?.update) ?? deed.choice;
    return step !== undefined && !(step.choice === wanted && deed.updates.includes(step.update));
  });
  const unsaid = history.filter((deed) => answered.has(keyOf(deed)) && !verdicts.has(keyOf(deed)));
  return {
    lost: lost.length,
    double: reviews.all - reviews.steps,
    miscounted: cards.wrong + Math.abs(reviews.all - steps.length) + foreign.length,
    unsaid: unsaid.length,
    waiting: inbox.waiting,
    setAside: inbox.setAside,
  };
}
