/**
 * One answer: read the step and its card, judge and schedule in memory, write everything in one statement.
 * A step answered meanwhile is read again: its stored verdict is the outcome, nothing counts twice.
 */
import { readStep, writeAnswer, type StepRow } from '../db/answers.js';
import { choiceOf, judgeReply } from '../questions/judge.js';
import type { Question, Result, Verdict } from '../questions/question.js';
import { ratingOf } from '../review/rating.js';
import { rateCard } from '../review/schedule.js';
import type { StudyDeps } from './deps.js';
import { answeredStepOf, stepOf } from './steps.js';
import type { AnswerOutcome, Reply, StepRef } from './study.js';

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
    const settled = settledOutcome(given, row);
    if (settled !== null) return settled;
    const judged = judge(row.question, given.reply);
    if (judged === null) return { kind: 'misfit', step: stepOf(given.ref, row) };
    const isWritten = await write(deps, { given, row, judged, now });
    if (isWritten) return judgedOutcome(given, row, judged);
  }
  throw new Error('an answer was neither written nor found written');
}

/** The outcome of a step that cannot be answered any more; null for one that can. */
function settledOutcome({ ref }: Answer, row: StepRow): AnswerOutcome | null {
  const answered = answeredStepOf(ref, row);
  if (answered !== null) {
    if (!row.isSameUpdate) return { kind: 'repeated', step: answered };
    return { kind: 'judged', step: answered, next: nextOf(ref, row) };
  }
  return row.isClosed ? { kind: 'closed', step: stepOf(ref, row) } : null;
}

interface Judged {
  readonly verdict: Verdict;
  /** The choice meant, also when it was typed. */
  readonly reply: Reply;
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
  readonly now: Date;
}

function write(deps: StudyDeps, { given, row, judged, now }: Writing): Promise<boolean> {
  const { verdict, reply } = judged;
  const rating = ratingOf(verdict.result, row.isHinted);
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
    after: rateCard(row.card, rating, now),
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

function judgedOutcome({ ref }: Answer, row: StepRow, judged: Judged): AnswerOutcome {
  const step = { ...stepOf(ref, row), ...judged };
  return { kind: 'judged', step, next: nextOf(ref, row) };
}

const nextOf = (ref: StepRef, row: StepRow): number | null =>
  ref.position < row.length ? ref.position + 1 : null;
