/** A stored step as the bot sees it. */
import type { StepRow } from '../db/answers.js';
import type { AnsweredStep, Reply, Step, StepRef } from './step.js';

/** The question of a step. */
export function stepOf(ref: StepRef, row: StepRow): Step {
  return {
    session: ref.session,
    position: ref.position,
    length: row.length,
    sessionKind: row.sessionKind,
    question: row.question,
    isHinted: row.isHinted,
    deckTitle: row.deckTitle,
    isPaced: row.isPaced,
    messageId: row.messageId,
  };
}

/** The step with its stored verdict; null while it is unanswered. */
export function answeredStepOf(ref: StepRef, row: StepRow): AnsweredStep | null {
  if (!row.isAnswered || row.result === null) return null;
  const { result, remark } = row;
  const verdict = remark === null ? { result } : { result, remark };
  return { ...stepOf(ref, row), reply: replyOf(row), verdict, isFirstEver: row.isFirstEver };
}

/** What was sent, as `answering.ts` stores it: «Не знаю» leaves neither a choice nor a text. */
function replyOf(row: StepRow): Reply {
  if (row.reply !== null) return { kind: 'text', text: row.reply };
  if (row.choice === null || row.result === null) return { kind: 'unknown' };
  if (row.question.form === 'recall') return { kind: 'graded', result: row.result };
  return { kind: 'tap', choice: row.choice };
}
