/**
 * A tap: update in → judged → scheduled → committed → calls to Telegram out, against the floor over the same tables.
 * Telegram answers at once here, so what is measured is ours: grammY, the handlers, the pool and Postgres.
 */
import { aTap, instantTelegram, openBot } from './bot.mjs';
import { withDatabase } from './database.mjs';
import { atOnce, inTurns, median, mustBe, timed } from './measure.mjs';
import { processorClock } from './processor-time.mjs';
import {
  countReviews,
  importDeck,
  prepareSittings,
  rightChoice,
  tappedQuestions,
  wrongChoice,
} from './sittings.mjs';
import { floorBot } from './tap-floor.mjs';

const LEARNERS = 200;
const AT_ONCE = 16;
const ROUNDS = 5;
/** One more step than taps, so that the sitting goes on. */
const TAPS = 5;
const STEPS = TAPS + 1;

/** The rows of the table. */
export function tap() {
  return withDatabase(async (db) => {
    const deck = await importDeck(db);
    const questions = tappedQuestions(deck);
    const verdict = await compare(db, { deckId: deck.id, questions, putsNext: false, from: 1 });
    const withNext = await compare(db, {
      deckId: deck.id,
      questions,
      putsNext: true,
      from: 100_001,
    });
    return [
      ...rowsOf('tap → verdict, 2 calls', verdict, { atLeast: 0.7 }),
      ...rowsOf('right tap → verdict → next question, 3 calls', withNext),
    ];
  });
}

function rowsOf(what, { rate, costs }, reach) {
  const row = { what, unit: 'answers/s', ...rate, ...(reach && { reach }) };
  if (costs === null) return [row];
  const [project, floor] = [median(costs.project), median(costs.floor)];
  const cost = {
    what: `${what}: processor time`,
    unit: 'ms',
    project,
    floor,
    ratio: floor / project,
  };
  return [row, { ...cost, note: 'of Node and Postgres, an answer; the ratio is floor : project' }];
}

/** A wrong answer wants its verdict read; after a right one the next question comes by itself. */
async function compare(db, { deckId, questions, putsNext, from }) {
  const telegrams = { project: instantTelegram(), floor: instantTelegram() };
  const bots = {
    project: openBot(db, telegrams.project),
    floor: floorBot(db.$client, { ...telegrams.floor, putsNext }),
  };
  const choiceOf = putsNext ? rightChoice : wrongChoice;
  const clock = await processorClock(db);
  const costs = { project: [], floor: [] };
  const answers = LEARNERS * TAPS;

  // New people in every round, all there before the first: opening a sitting is not to be measured.
  const sittings = [];
  for (let i = 0; i < 2 * (ROUNDS + 1); i += 1) {
    const plan = { deckId, questions, learners: LEARNERS, from: from + i * LEARNERS };
    const asked = putsNext ? 1 : STEPS;
    sittings.push(await prepareSittings(db, { ...plan, length: STEPS, asked }));
  }
  const play = async (side) => {
    const people = sittings.shift();
    const updates = tapsOf(people, choiceOf);
    const spentBefore = clock?.();
    const rate = await answersPerSecond(bots[side], updates);
    if (clock !== null) costs[side].push((clock() - spentBefore) / answers);
    mustBe(await countReviews(db, people), answers, 'answers committed');
    return rate;
  };
  const rate = await inTurns(ROUNDS, {
    project: () => play('project'),
    floor: () => play('floor'),
  });
  for (const { calls } of Object.values(telegrams)) {
    const all = answers * (ROUNDS + 1);
    mustBe(calls.get('answerCallbackQuery'), all, 'taps answered');
    mustBe(calls.get('editMessageText'), all, 'verdicts shown');
    mustBe(calls.get('sendMessage') ?? 0, putsNext ? all : 0, 'questions sent');
  }
  return { rate, costs: clock && costs };
}

/** Everybody's first tap, then everybody's second: nobody's taps overtake each other. */
function tapsOf({ session, learnerIds, questionAt }, choiceOf) {
  return Array.from({ length: TAPS }, (_, i) => {
    const question = questionAt(i + 1);
    const choice = choiceOf(question);
    return learnerIds.map((learnerId) =>
      aTap({ learnerId, session, position: i + 1, choice, text: question.ask }),
    );
  }).flat();
}

async function answersPerSecond(bot, updates) {
  const ms = await timed(() => atOnce(AT_ONCE, updates, (update) => bot.handleUpdate(update)));
  return (updates.length * 1000) / ms;
}
