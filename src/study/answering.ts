/**
 * One answer: read the step and its card, judge and schedule in memory, write everything in one statement.
 * A step answered meanwhile is read again: its stored verdict is the outcome, nothing counts twice.
 */
import { readStep, writeAnswer, type StepRow } from '../db/answers.js';
import { hiddenFrom } from '../db/feedback.js';
import { choiceOf, judgeReply } from '../questions/judge.js';
import type { Question, Result, Verdict } from '../questions/question.js';
import type { CardState } from '../review/card.js';
import { becameLeech } from '../review/leech.js';
import { ratingOf, type Rating } from '../review/rating.js';
import { rateCard } from '../review/schedule.js';
import { questionsLeft, withAliases } from './corrections.js';
import type { StudyDeps } from './deps.js';
import { answeredStepOf, stepOf } from './steps.js';
import type { AnsweredStep, AnswerOutcome, Reply, StepRef } from './step.js';

/** A lost race is read again; twice in a row means that the write itself is wrong. */
const TRIES = 3;

export interface Answer {
  readonly learnerId: number;
  readonly ref: StepRef;
  readonly reply: Reply;
  readonly updateId: number;
}

/** Judges, schedules and commits an answer. */
export async function answer(deps: StudyDeps, given: Answer): Promise<AnswerOutcome> {
  const key = { learnerId: given.learnerId, ...given.ref };
  for (let tries = 0; tries < TRIES; tries += 1) {
    const now = deps.now();
    const row = await readStep(deps.db, key, { now, updateId: given.updateId });
    if (row === null || !row.isAsked) return { kind: 'foreign' };
    const settled = await settledOutcome(deps, given, row);
    if (settled !== null) return settled;
    const judged = await fairly(deps, given, row);
    if (judged === null) return { kind: 'misfit', step: stepOf(given.ref, row) };
    const rating = ratingOf(judged.verdict.result, row.isHinted);
    const after = rateCard(row.card, rating, now);
    const isWritten = await write(deps, { given, row, judged, rating, after, now });
    if (!isWritten) continue;
    const { isFirstEver } = row;
    const step = { ...stepOf(given.ref, row), ...judged, isFirstEver, after };
    return judgedOutcome(deps, given, row, step);
  }
  throw new Error('an answer was neither written nor found written');
}

/** The outcome of a step that cannot be answered any more; null for one that can. */
async function settledOutcome(
  deps: StudyDeps,
  given: Answer,
  row: StepRow,
): Promise<AnswerOutcome | null> {
  const { ref } = given;
  const answered = answeredStepOf(ref, row);
  if (answered !== null) {
    if (!row.isSameUpdate) return { kind: 'repeated', step: answered };
    return judgedOutcome(deps, given, row, { ...answered, after: row.card });
  }
  return row.isClosed ? { kind: 'closed', step: stepOf(ref, row) } : null;
}

interface Judged {
  readonly verdict: Verdict;
  /** The choice meant, also when it was typed. */
  readonly reply: Reply;
}

/** The verdict, in which a reply the learner has had credited before is right; only then anything is awaited. */
async function fairly(deps: StudyDeps, given: Answer, row: StepRow): Promise<Judged | null> {
  const judged = judge(row.question, given.reply);
  const isTypedWrong = row.question.form === 'typed' && judged?.verdict.result === 'wrong';
  if (judged === null || !isTypedWrong || judged.reply.kind !== 'text') return judged;
  const verdict = await withAliases(deps, given.learnerId, { row, ...judged });
  return { ...judged, verdict };
}

/** The verdict on a reply; null when the reply does not fit the question. */
function judge(question: Question, reply: Reply): Judged | null {
  if (reply.kind === 'unknown') return { verdict: { result: 'wrong' }, reply };
  if (question.form === 'recall') {
    return reply.kind === 'graded' ? { verdict: { result: reply.result }, reply } : null;
  }
  if (question.form === 'typed') {
    return reply.kind === 'text' ? { verdict: judgeReply(question, reply.text), reply } : null;
  }
  const index = reply.kind === 'text' ? choiceOf(question, reply.text) : null;
  const choice = reply.kind === 'tap' ? reply.choice : index;
  const chosen = choice === null ? undefined : question.choices[choice];
  if (choice === null || chosen === undefined) return null;
  const verdict: Verdict = { result: chosen.correct ? 'correct' : 'wrong' };
  return { verdict, reply: { kind: 'tap', choice } };
}

interface Writing {
  readonly given: Answer;
  readonly row: StepRow;
  readonly judged: Judged;
  readonly rating: Rating;
  readonly after: CardState;
  readonly now: Date;
}

function write(deps: StudyDeps, it: Writing): Promise<boolean> {
  const { given, row, judged, rating, after, now } = it;
  const { verdict, reply } = judged;
  return writeAnswer(deps.db, {
    ...{ learnerId: given.learnerId, ...given.ref, factId: row.factId },
    updateId: given.updateId,
    choice: storedChoice(reply),
    // Postgres takes no NUL in a text, and Telegram lets one through.
    reply: reply.kind === 'text' ? reply.text.replaceAll('\0', '') : null,
    result: verdict.result,
    remark: verdict.remark ?? null,
    rating,
    questionKind: row.question.kind,
    studyDay: row.studyDay,
    before: row.card,
    after,
    cardVersion: row.cardVersion,
    comesBack: verdict.result === 'wrong',
    isLast: nextOf(given.ref, row) === null,
    isTyped: row.question.form === 'typed',
    now,
  });
}

/** Self-grading has three buttons, from everything to little; they are stored like any other choice. */
const GRADES: readonly Result[] = ['correct', 'partial', 'wrong'];

function storedChoice(reply: Reply): number | null {
  if (reply.kind === 'tap') return reply.choice;
  return reply.kind === 'graded' ? GRADES.indexOf(reply.result) : null;
}

async function judgedOutcome(
  deps: StudyDeps,
  given: Answer,
  row: StepRow,
  { after, ...answered }: AnsweredStep & { readonly after: CardState },
): Promise<AnswerOutcome> {
  const isLost = answered.verdict.result === 'wrong' && becameLeech(after);
  const isEased = isLost && (await hasOptions(deps, given, row));
  const step = isEased ? { ...answered, isEased } : answered;
  return { kind: 'judged', step, next: nextOf(given.ref, row) };
}

/** Can the fact be asked with options? Some can only be typed, or graded by oneself. */
async function hasOptions(deps: StudyDeps, given: Answer, row: StepRow): Promise<boolean> {
  if (row.question.form === 'choice') return true;
  const { learnerId, ref } = given;
  const hidden = await hiddenFrom(deps.db, learnerId);
  const left = await questionsLeft(deps, { learnerId, ...ref, factId: row.factId }, hidden);
  return left?.some(({ form }) => form === 'choice') === true;
}

const nextOf = (ref: StepRef, row: StepRow): number | null =>
  ref.position < row.length ? ref.position + 1 : null;
