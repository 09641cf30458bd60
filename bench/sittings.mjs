/**
 * Learners in the middle of sittings of any length, opened past the study, which would choose the questions itself.
 * Questions are those of our own deck; a sitting goes round them.
 */
import { addLearner } from '../dist/db/learners.js';
import { insertSession } from '../dist/db/sessions.js';
import { readNotesFolder } from '../dist/notes-folder.js';
import { newCard } from '../dist/review/schedule.js';
import { importBuiltInDecks } from '../dist/study/import-notes.js';
import { studyDeps } from './bot.mjs';
import { atOnce } from './measure.mjs';

/** Every learner's sitting has this id. */
const SESSION = 'bench';

/** Makes a deck of `notes/` and gives its id and all its questions, each with the permanent id of its fact. */
export async function importDeck(db) {
  const deps = studyDeps(db);
  const { files } = await readNotesFolder('notes');
  await importBuiltInDecks(deps, files);
  const { rows } = await db.$client.query('select id, version from decks order by id limit 1');
  const deck = rows[0];
  const bank = await deps.banks.open(deck);
  const facts = await db.$client.query(
    'select id from facts where deck_id = $1 order by position',
    [deck.id],
  );
  const questions = facts.rows.flatMap(({ id }) =>
    bank.questionsFor(id, 'bench', new Set()).map((question) => ({ factId: id, question })),
  );
  return { id: deck.id, questions };
}

/** Tapped questions about different facts. */
export function tappedQuestions(deck) {
  return oneOfEachFact(deck.questions.filter(({ question }) => question.form === 'choice'));
}

/** Typed questions about different facts. */
export function typedQuestions(deck) {
  return oneOfEachFact(deck.questions.filter(({ question }) => question.form === 'typed'));
}

const oneOfEachFact = (questions) => [...new Map(questions.map((it) => [it.factId, it])).values()];

/** The place of a right option, and of a wrong one. */
export const rightChoice = ({ choices }) => choices.findIndex((choice) => choice.correct);
export const wrongChoice = ({ choices }) => choices.findIndex((choice) => !choice.correct);

/**
 * Opens one sitting for each of so many learners, beginning with the id `from`. The first `asked` steps stand on the
 * screen already, each in the message numbered like the step. Gives the learners, and the question at a position.
 */
export async function prepareSittings(db, { deckId, questions, learners, from, length, asked }) {
  const now = new Date();
  const questionOf = (position) => questions[(position - 1) % questions.length];
  const steps = Array.from({ length }, (_, i) => questionOf(i + 1)).map((it) => ({
    ...it,
    again: it.question,
  }));
  const learnerIds = Array.from({ length: learners }, (_, i) => from + i);
  await atOnce(10, learnerIds, async (learnerId) => {
    await addLearner(db, { id: learnerId, timeZone: 'Europe/Moscow', now });
    await insertSession(db, {
      ...{ learnerId, id: SESSION, deckId, deckTitle: null, kind: 'portion', now, steps },
      newCard: newCard(now),
    });
  });
  await db.$client.query(
    `update steps set asked_at = now(), message_id = position where learner_id = any($1) and position <= $2`,
    [learnerIds, asked],
  );
  // Columns by name: the questions themselves would take seconds.
  await db.$client.query(
    'analyze learners (id), cards (learner_id, fact_id), sessions (learner_id, id), steps (learner_id, session_id, position)',
  );
  return { session: SESSION, learnerIds, questionAt: (position) => questionOf(position).question };
}

/** How many answers of these learners are written down for good. */
export async function countReviews(db, { learnerIds }) {
  const { rows } = await db.$client.query(
    'select count(*)::int as n from reviews where learner_id = any($1)',
    [learnerIds],
  );
  return rows[0].n;
}
