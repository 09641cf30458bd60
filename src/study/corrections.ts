/**
 * Answers set right: /undo takes the last one back, «Засчитать» counts a wrong typed one after all and remembers it for
 * this learner, «👎» keeps a question from coming again. The reviews stay as they were; correcting rows are added.
 */
import type { StepKey, StepRow } from '../db/answers.js';
import { creditAnswer, isAlias, latestReviewOf, undoLast, undoneBy } from '../db/corrections.js';
import type { Alias } from '../db/corrections.js';
import { visibleDecks } from '../db/decks.js';
import {
  dropReturn,
  hiddenFrom,
  hideQuestion,
  replaceQuestion,
  unhideQuestion,
} from '../db/feedback.js';
import type { LearnerToday } from '../db/learners.js';
import { answeredIn, deckOf } from '../db/sessions.js';
import type { Question, Verdict } from '../questions/question.js';
import { isLeech } from '../review/leech.js';
import { ratingOf } from '../review/rating.js';
import { nextTurn } from '../review/rotate.js';
import { rateCard } from '../review/schedule.js';
import { fold } from '../russian/fold.js';
import type { StudyDeps } from './deps.js';
import { knownLearner, openStepNow, rowOf, wantedBy } from './sittings.js';
import { answeredStepOf, stepOf } from './steps.js';
import type { AnsweredStep, AskedQuestions, Credited, Reply, StepRef, Undo } from './step.js';

/** A longer text is a slip of the clipboard, not another way to say it. */
const LONGEST_ALIAS = 300;

/** Takes the last answer back; the same update handled again says again what it said. */
export async function undo(deps: StudyDeps, learnerId: number, updateId: number): Promise<Undo> {
  const learner = await knownLearner(deps, learnerId);
  const before = await openStepNow(deps, learnerId);
  const undone =
    (await undoneBy(deps.db, learnerId, updateId)) ??
    (await undoLast(deps.db, { learnerId, updateId, today: learner.today, now: deps.now() }));
  if (undone === null) return { kind: 'nothing' };
  if (undone.isReopened) await replaceDisliked(deps, learner, undone);
  const row = undone.isReopened ? await rowOf(deps, learnerId, undone) : null;
  if (row === null) return { kind: 'undone' };
  return { kind: 'reopened', step: stepOf(undone, row), onScreen: before?.messageId ?? null };
}

/** A question that was disliked meanwhile does not come back with its answer: its fact is asked in another way, if there is one. */
async function replaceDisliked(
  deps: StudyDeps,
  learner: LearnerToday,
  ref: StepRef,
): Promise<void> {
  const hidden = await hiddenFrom(deps.db, learner.id);
  const row = hidden.size === 0 ? null : await rowOf(deps, learner.id, ref);
  if (row === null || !hidden.has(row.question.id)) return;
  const key = { learnerId: learner.id, ...ref };
  const left = await questionsLeft(deps, { ...key, factId: row.factId }, hidden);
  const turn = nextTurn(wantedBy(learner, left ?? []), {
    reps: row.card.reps,
    isTapOnly: row.sessionKind === 'trial' || isLeech(row.card),
    seed: `${ref.session}:${row.factId}`,
  });
  if (turn !== null) await replaceQuestion(deps.db, key, turn);
}

/** Counts a wrong typed answer as right; once more it shows the same. */
export async function credit(deps: StudyDeps, learnerId: number, ref: StepRef): Promise<Credited> {
  const row = await rowOf(deps, learnerId, ref);
  if (row === null || !row.isAnswered || row.reply === null) return { kind: 'foreign' };
  if (row.question.form !== 'typed') return { kind: 'foreign' };
  if (row.remark?.kind !== 'credited') {
    if (row.result !== 'wrong') return { kind: 'foreign' };
    const isWritten = await writeCredit(deps, { learnerId, ref, row, reply: row.reply });
    if (!isWritten) return { kind: 'outdated' };
  }
  const after = await rowOf(deps, learnerId, ref);
  const step = after === null ? null : answeredStepOf(ref, after);
  return step === null ? { kind: 'foreign' } : { kind: 'credited', step };
}

interface Crediting {
  readonly learnerId: number;
  readonly ref: StepRef;
  readonly row: StepRow;
  readonly reply: string;
}

async function writeCredit(deps: StudyDeps, it: Crediting): Promise<boolean> {
  const { learnerId, ref, row } = it;
  const key = { learnerId, ...ref };
  const review = await latestReviewOf(deps.db, key);
  if (review === null) return false;
  const rating = ratingOf('correct', row.isHinted);
  return creditAnswer(deps.db, {
    ...key,
    ...{ factId: row.factId, number: review.number, rating, now: deps.now() },
    after: rateCard(review.before, rating, review.reviewedAt),
    alias: aliasOf(row.question, it.reply),
  });
}

/** The verdict on a typed reply that was judged wrong: right, if the learner has had it credited before. */
export async function withAliases(
  deps: StudyDeps,
  learnerId: number,
  { row, reply, verdict }: { row: StepRow; reply: Reply; verdict: Verdict },
): Promise<Verdict> {
  if (verdict.result !== 'wrong' || reply.kind !== 'text') return verdict;
  const alias = aliasOf(row.question, reply.text);
  if (alias === null) return verdict;
  const isKnown = await isAlias(deps.db, { learnerId, factId: row.factId }, alias);
  return isKnown ? { result: 'correct' } : verdict;
}

/** What was written for what was wanted; null for what is not a typed answer of ordinary length. */
function aliasOf(question: Question, text: string): Alias | null {
  if (question.form !== 'typed' || text.length > LONGEST_ALIAS) return null;
  const wanted = (question.accepted[0] ?? question.answer.text).slice(0, LONGEST_ALIAS);
  const comparable = question.judge === 'command' ? spaced : fold;
  const reply = comparable(text.replaceAll('\0', ''));
  return reply === '' ? null : { wanted: comparable(wanted), reply };
}

/** Every sign of a command counts, how far apart they stand does not. */
const spaced = (text: string): string => text.normalize('NFC').replace(/\s+/gu, ' ').trim();

/** Keeps the question of a step from coming again; null when the step is not the learner's or not answered. */
export async function dislike(
  deps: StudyDeps,
  learnerId: number,
  ref: StepRef,
): Promise<AnsweredStep | null> {
  const found = await answeredRow(deps, learnerId, ref);
  if (found === null) return null;
  const { row, step } = found;
  const { question } = row;
  const hidden = new Set([...(await hiddenFrom(deps.db, learnerId)), question.id]);
  const left = await questionsLeft(deps, { learnerId, ...ref, factId: row.factId }, hidden);
  const isLast = left?.length === 0;
  await hideQuestion(deps.db, {
    ...{ learnerId, questionId: question.id, factId: row.factId, questionKind: question.kind },
    silencedKey: isLast ? question.factId : null,
    hiddenAt: deps.now(),
  });
  await dropReturn(deps.db, { learnerId, ...ref }, question.id);
  return step;
}

/** What can still be asked about the fact of a step; null when its deck is gone. */
export async function questionsLeft(
  deps: StudyDeps,
  at: StepKey & { readonly factId: string },
  hidden: ReadonlySet<string>,
): Promise<readonly Question[] | null> {
  const decks = await visibleDecks(deps.db, at.learnerId);
  const deckId = await deckOf(deps.db, at);
  const deck = decks.find(({ id }) => id === deckId);
  if (deck === undefined) return null;
  const bank = await deps.banks.open(deck);
  return bank.questionsFor(at.factId, at.factId, hidden);
}

/** Lets the question of a step come again. */
export async function forgive(
  deps: StudyDeps,
  learnerId: number,
  ref: StepRef,
): Promise<AnsweredStep | null> {
  const found = await answeredRow(deps, learnerId, ref);
  if (found === null) return null;
  await unhideQuestion(deps.db, learnerId, found.row.question.id);
  return found.step;
}

async function answeredRow(deps: StudyDeps, learnerId: number, ref: StepRef) {
  const row = await rowOf(deps, learnerId, ref);
  const step = row === null ? null : answeredStepOf(ref, row);
  return row === null || step === null ? null : { row, step };
}

/** The answered questions of a sitting that are not hidden; null when it is not the learner's. */
export async function askedIn(
  deps: StudyDeps,
  learnerId: number,
  session: string,
): Promise<AskedQuestions> {
  const hidden = await hiddenFrom(deps.db, learnerId);
  const asked = await answeredIn(deps.db, learnerId, session);
  const seen = new Set(hidden);
  const questions = asked.filter(({ question: { id } }) => !seen.has(id) && seen.add(id));
  return {
    session,
    questions: questions.map(({ position, question: { ask, material } }) => ({
      ...{ session, position, ask, material },
    })),
  };
}
