/**
 * Does a long sitting grow slow? One learner has answered 190 questions of a sitting through the bot, another none; then
 * they take turns, ten answers each, so that answers 191–200 and 1–10 see the same machine. All steps ask the same
 * question: nothing but the length of the past differs.
 */
import { aTap, aText, instantTelegram, openBot } from './bot.mjs';
import { withDatabase } from './database.mjs';
import { median, mustBe, timed } from './measure.mjs';
import {
  countReviews,
  importDeck,
  prepareSittings,
  rightChoice,
  tappedQuestions,
  typedQuestions,
} from './sittings.mjs';

const ANSWERS = 200;
const LAST = 10;
const PAIRS = 8;

/** The rows of the table. */
export function growth() {
  return withDatabase(async (db) => {
    const deck = await importDeck(db);
    const tapped = await play(db, { deck, questions: tappedQuestions(deck), from: 1 });
    const typed = await play(db, { deck, questions: typedQuestions(deck), from: 1001 });
    const reach = { atMost: 1.1 };
    const unit = 'ms';
    return [
      { what: `tapped answer ${ANSWERS} against answer 1`, unit, ...tapped.time, reach },
      { what: `typed answer ${ANSWERS} against answer 1`, unit, ...typed.time, reach },
      { what: 'conversation stored after answers 200 and 10', unit: 'bytes', ...typed.size, reach },
    ];
  });
}

async function play(db, { deck, questions: [question], from }) {
  const sittings = await prepareSittings(db, {
    ...{ deckId: deck.id, questions: [question], from, learners: PAIRS * 2 },
    ...{ length: ANSWERS + 1, asked: 0 },
  });
  const bot = openBot(db, instantTelegram());
  const turns = [];
  let size = null;
  for (let pair = 0; pair < PAIRS; pair += 1) {
    const veteran = await begin(bot, sittings, from + pair * 2);
    const beginner = await begin(bot, sittings, from + pair * 2 + 1);
    for (let i = 0; i < ANSWERS - LAST; i += 1) await veteran.answer();
    for (let i = 0; i < LAST; i += 1) {
      const late = await timed(veteran.answer);
      turns.push({ pair, late, early: await timed(beginner.answer) });
    }
    const project = await storedBytes(db, veteran.learnerId);
    const floor = await storedBytes(db, beginner.learnerId);
    size = { project, floor, ratio: project / floor };
  }
  mustBe(await countReviews(db, sittings), (ANSWERS + LAST) * PAIRS, 'answers committed');
  return { time: compared(turns.filter(({ pair }) => pair > 0)), size };
}

/** The first pair warmed the machine up. Each answer is held against its neighbour in time; the span is that of pairs. */
function compared(turns) {
  const ratioOf = (some) => median(some.map(({ late, early }) => late / early));
  const ratios = Array.from({ length: PAIRS - 1 }, (_, i) =>
    ratioOf(turns.filter(({ pair }) => pair === i + 1)),
  );
  return {
    project: median(turns.map(({ late }) => late)),
    floor: median(turns.map(({ early }) => early)),
    ratio: ratioOf(turns),
    spread: [Math.min(...ratios), Math.max(...ratios)],
  };
}

/** A learner in front of the first question of their sitting. */
async function begin(bot, { session, questionAt }, learnerId) {
  const resume = aTap({ learnerId, session, position: 1, choice: 0, text: 'Продолжим?' });
  resume.callback_query.data = '1c';
  await bot.handleUpdate(resume);
  let position = 0;
  return {
    learnerId,
    answer: () => {
      position += 1;
      const question = questionAt(position);
      if (question.form === 'typed')
        return bot.handleUpdate(aText(learnerId, question.accepted[0]));
      const choice = rightChoice(question);
      return bot.handleUpdate(aTap({ learnerId, session, position, choice, text: question.ask }));
    },
  };
}

async function storedBytes(db, learnerId) {
  const { rows } = await db.$client.query(
    'select coalesce(sum(octet_length(state)), 0)::int as n from conversations where learner_id = $1',
    [learnerId],
  );
  return rows[0].n;
}
