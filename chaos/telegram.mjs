/**
 * A Telegram that is slow and fails, and one person who floods the bot. What must hold: updates are taken at once however
 * slow Telegram is, everybody is answered in the end, and nobody waits for the flood but its maker.
 */
import { aText } from '../bench/bot.mjs';
import { quantile } from '../bench/measure.mjs';
import { play, prepare } from './people.mjs';
import { onStage } from './stage.mjs';
import { finding } from './table.mjs';
import { comesToRest, verify } from './verify.mjs';

const TAPS = 4;
const FLOOD = 1_000;
const SPAMMER = 900_000;

export function telegram({ people = 600, seed = 5 }) {
  return onStage({ seed }, async (stage) => {
    const { replicas, delivery, random, botApi, pool, db, deck } = stage;
    await Promise.all([replicas.start(), replicas.start()]);
    const rows = [];
    const troubles = {
      'Telegram takes 0.2–2 s a call': () => ({ afterMs: 200 + random() * 1_800 }),
      'Telegram fails one call in five': (method) => {
        if (method === 'getMe' || random() > 0.2) return null;
        return random() < 0.5 ? { status: 502 } : { status: 429, retryAfter: 1 };
      },
    };
    let from = 1;
    for (const [what, trouble] of Object.entries(troubles)) {
      const sittings = await prepare(db, deck, { people, taps: TAPS, from });
      from += people;
      botApi.state.trouble = trouble;
      delivery.waits.length = 0;
      const startedAt = performance.now();
      const history = await play({ ...stage, sittings, taps: TAPS, together: people });
      const taken = performance.now() - startedAt;
      await comesToRest(pool);
      const violations = await verify(pool, history, botApi.state.verdicts);
      botApi.state.trouble = () => null;
      const p99 = Math.round(quantile(delivery.waits, 0.99));
      const done = {
        'people at once': people,
        answers: history.length,
        'updates taken in ms': Math.round(taken),
        'p99 ms': p99,
      };
      rows.push(finding(what, done, violations));
    }
    rows.push(await flood(stage, { people: Math.min(people, 100), from }));
    const { deaths, leaks } = replicas.seen;
    await replicas.stopAll();
    rows.push(
      finding(
        'their processes',
        { logged: replicas.seen.logged },
        { 'ended by themselves': deaths.length, 'secrets logged': leaks.size },
      ),
    );
    return rows;
  });
}

/** The time until others have their verdicts, without and with somebody who sends a thousand texts at once. */
async function flood(stage, { people, from }) {
  const { delivery, pool, db, deck, botApi } = stage;
  const measure = async (first) => {
    const sittings = await prepare(db, deck, { people, taps: TAPS, from: first });
    const startedAt = performance.now();
    const history = await play({ ...stage, sittings, taps: TAPS, together: 8, repeats: 0 });
    const isShown = () =>
      history.every((it) => botApi.state.verdicts.has(`${it.learnerId}:${it.position}`));
    while (!isShown()) await new Promise((resolve) => setTimeout(resolve, 10));
    return performance.now() - startedAt;
  };
  await measure(from);
  const alone = await measure(from + people);
  const flooding = Promise.all(
    Array.from({ length: FLOOD }, (_, i) => delivery.deliver(aText(SPAMMER, `слово${i}`))),
  );
  const beside = await measure(from + 2 * people);
  await flooding;
  await comesToRest(pool);
  const done = {
    'updates of one': FLOOD,
    'others, ms alone': Math.round(alone),
    'ms beside it': Math.round(beside),
  };
  const { rows } = await pool.query(
    'select count(*)::int as n from inbox where handled_at is null',
  );
  return finding('one person floods the bot', done, { waiting: rows[0].n });
}
