/**
 * Memory of one process in the long run: after 10,000 answers against the same process after 1,000. Right taps, each followed by its next question, through the inbox and the database. Postgres is not counted. RSS is
 * the highest after any of the last ten rounds: garbage comes and goes, and the moment of one sample would decide.
 */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { inboxStore } from '../dist/db/inbox.js';
import { createInbox } from '../dist/run/inbox.js';
import { aTap, instantTelegram, openBot } from './bot.mjs';
import { log, withDatabase } from './database.mjs';
import { mustBe } from './measure.mjs';
import {
  countReviews,
  importDeck,
  prepareSittings,
  rightChoice,
  tappedQuestions,
} from './sittings.mjs';

const LEARNERS = 100;
const EARLY = 1_000;
const LATE = 10_000;

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc');

/** The rows of the table. */
export function rss() {
  return withDatabase(async (db) => {
    const bot = openBot(db, instantTelegram());
    const deck = await importDeck(db);
    const sittings = await prepareSittings(db, {
      ...{ deckId: deck.id, questions: tappedQuestions(deck), learners: LEARNERS, from: 1 },
      ...{ length: LATE / LEARNERS + 1, asked: 1 },
    });
    const inbox = createInbox({
      store: inboxStore(db),
      handle: (update) => bot.handleUpdate(update),
      troubleOf: () => 'failure',
      log,
    });
    // What the preparations left behind is no answer's.
    collectGarbage();
    const at = {};
    const rounds = [];
    for (let answers = LEARNERS, position = 1; answers <= LATE; answers += LEARNERS) {
      await answerAll(inbox, sittings, position);
      position += 1;
      rounds.push(process.memoryUsage.rss() / 2 ** 20);
      if (answers !== EARLY && answers !== LATE) continue;
      at[answers] = { rss: Math.max(...rounds.slice(-EARLY / LEARNERS)), heap: liveHeap() };
    }
    await inbox.drain();
    mustBe(await countReviews(db, sittings), LATE, 'answers committed');
    const compared = (what) => {
      const [project, floor] = [at[LATE][what], at[EARLY][what]];
      return { unit: 'MB', project, floor, ratio: project / floor };
    };
    return [
      {
        what: 'RSS after 10,000 answers and 1,000',
        ...compared('rss'),
        reach: { projectAtMost: 200, atMost: 1.1 },
      },
      { what: 'live heap after 10,000 answers and 1,000', ...compared('heap') },
    ];
  });
}

/** Everybody taps the right option of their question and gets the next one. */
async function answerAll(inbox, { session, learnerIds, questionAt }, position) {
  const question = questionAt(position);
  const choice = rightChoice(question);
  const updates = learnerIds.map((learnerId) =>
    aTap({ learnerId, session, position, choice, text: question.ask }),
  );
  await inbox.accept(updates);
  await Promise.all(updates.map(({ update_id }) => inbox.settled(update_id)));
}

/** The heap without any garbage, in MB: a leak would show in it. */
function liveHeap() {
  collectGarbage();
  return process.memoryUsage().heapUsed / 2 ** 20;
}
