/**
 * What people cost the database: bytes a row of each table with its indexes, and what an answer writes (write-ahead log)
 * from its arrival in the inbox to its verdict. Numbers to plan disks with; nothing is promised and nothing compared.
 */
import { inboxStore } from '../dist/db/inbox.js';
import { createInbox } from '../dist/run/inbox.js';
import { aTap, instantTelegram, openBot } from './bot.mjs';
import { log, withDatabase } from './database.mjs';
import { mustBe } from './measure.mjs';
import {
  countReviews,
  importDeck,
  prepareSittings,
  tappedQuestions,
  wrongChoice,
} from './sittings.mjs';

const LEARNERS = 500;
const TAPS = 20;
const TABLES = ['learners', 'cards', 'reviews', 'sessions', 'steps', 'inbox'];

/** The rows of the table. */
export function storage() {
  return withDatabase(async (db) => {
    const pool = db.$client;
    const deck = await importDeck(db);
    const sittings = await prepareSittings(db, {
      ...{ deckId: deck.id, questions: tappedQuestions(deck), learners: LEARNERS, from: 1 },
      ...{ length: TAPS + 1, asked: TAPS + 1 },
    });
    const bot = openBot(db, instantTelegram());
    const inbox = createInbox({
      store: inboxStore(db),
      handle: (update) => bot.handleUpdate(update),
      troubleOf: () => 'failure',
      log,
    });
    // What the preparations left behind is cleared away now, or autovacuum would write its share into ours.
    await pool.query('vacuum analyze steps, cards, learners, sessions');
    // Right after a checkpoint every page is written whole once; an hour later hardly any is.
    await pool.query('checkpoint');
    const walled = [];
    for (let position = 1; position <= TAPS; position += 1) {
      const before = await logAt(pool);
      await answerAll(inbox, sittings, position);
      walled.push((await bytesSince(pool, before)) / LEARNERS);
    }
    await inbox.drain();
    mustBe(await countReviews(db, sittings), LEARNERS * TAPS, 'answers committed');
    const sizes = [];
    for (const table of TABLES) {
      const { rows } = await pool.query(
        `select pg_total_relation_size('${table}')::float8 / greatest(count(*), 1) as bytes from ${table}`,
      );
      sizes.push({
        what: `a row of ${table}, with its indexes`,
        unit: 'bytes',
        project: rows[0].bytes,
      });
    }
    return [
      ...sizes,
      { what: 'an answer writes, right after a checkpoint', unit: 'bytes', project: walled[0] },
      { what: 'an answer writes, later', unit: 'bytes', project: Math.min(...walled) },
    ];
  });
}

const logAt = async (pool) => (await pool.query('select pg_current_wal_lsn() as at')).rows[0].at;

const bytesSince = async (pool, at) =>
  (await pool.query('select pg_wal_lsn_diff(pg_current_wal_lsn(), $1)::float8 as bytes', [at]))
    .rows[0].bytes;

/** Everybody answers wrong: one verdict and no next question. */
async function answerAll(inbox, { session, learnerIds, questionAt }, position) {
  const question = questionAt(position);
  const choice = wrongChoice(question);
  const updates = learnerIds.map((learnerId) =>
    aTap({ learnerId, session, position, choice, text: question.ask }),
  );
  await inbox.accept(updates);
  await Promise.all(updates.map(({ update_id }) => inbox.settled(update_id)));
}
