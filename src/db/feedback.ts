/** «👎 Плохой вопрос»: questions a learner never wants to see again. The facts behind them stay. */
import { and, eq, sql } from 'drizzle-orm';
import type { Question, QuestionKind } from '../questions/question.js';
import type { StepKey } from './answers.js';
import type { Database } from './database.js';
import { hiddenQuestions } from './schema/memory.js';

export interface HiddenQuestion {
  readonly learnerId: number;
  readonly questionId: string;
  readonly factId: string;
  readonly questionKind: QuestionKind;
  /** Content key of the fact when nothing is left to ask of it; null while there is another question. */
  readonly silencedKey: string | null;
  readonly hiddenAt: Date;
}

/** Hides a question from a learner; hiding it again changes nothing. */
export async function hideQuestion(db: Database, hidden: HiddenQuestion): Promise<void> {
  await db.insert(hiddenQuestions).values(hidden).onConflictDoNothing();
}

/** Brings a question back. */
export async function unhideQuestion(
  db: Database,
  learnerId: number,
  questionId: string,
): Promise<void> {
  await db
    .delete(hiddenQuestions)
    .where(
      and(eq(hiddenQuestions.learnerId, learnerId), eq(hiddenQuestions.questionId, questionId)),
    );
}

/** Ids of the questions this learner has hidden. */
export async function hiddenFrom(db: Database, learnerId: number): Promise<ReadonlySet<string>> {
  const rows = await db
    .select({ questionId: hiddenQuestions.questionId })
    .from(hiddenQuestions)
    .where(eq(hiddenQuestions.learnerId, learnerId));
  return new Set(rows.map((row) => row.questionId));
}

/** A mistake about to return with this very question does not: what was planned in its place comes instead. */
export async function dropReturn(db: Database, key: StepKey, questionId: string): Promise<void> {
  await db.execute(sql`
    update steps s set fact_id = s.displaced_fact_id, displaced_fact_id = null, repeats = null
    from steps o
    where o.learner_id = s.learner_id and o.session_id = s.session_id and o.position = s.repeats
      and s.learner_id = ${key.learnerId} and s.session_id = ${key.session} and s.asked_at is null
      and s.displaced_fact_id is not null and o.again ->> 'id' = ${questionId}`);
}

/** Puts other questions in place of those of an unanswered step; of a mistake's return only what it asks now. */
export async function replaceQuestion(
  db: Database,
  { learnerId, session, position }: StepKey,
  { question, again }: { question: Question; again: Question },
): Promise<void> {
  await db.execute(sql`
    update steps s set question = case when t.repeats is null then ${JSON.stringify(question)}::jsonb else s.question end,
      again = case when t.repeats is null then ${JSON.stringify(again)}::jsonb else ${JSON.stringify(question)}::jsonb end
    from steps t
    where t.learner_id = ${learnerId} and t.session_id = ${session} and t.position = ${position} and t.answered_at is null
      and s.learner_id = t.learner_id and s.session_id = t.session_id and s.position = coalesce(t.repeats, t.position)`);
}
