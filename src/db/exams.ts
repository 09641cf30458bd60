/** Exams: which deck, when, and how much of it. A row whose date has passed means nothing any more. */
import { and, eq, gte } from 'drizzle-orm';
import type { Exam } from '../review/exam.js';
import type { Database } from './database.js';
import { exams } from './schema/memory.js';

/** The exam ahead in this deck, as of the study day; null when there is none. */
export async function examAhead(
  db: Database,
  { learnerId, deckId, today }: { learnerId: number; deckId: string; today: string },
): Promise<Exam | null> {
  const [row] = await db
    .select({ date: exams.examDate, scope: exams.scope, startsOn: exams.startsOn })
    .from(exams)
    .where(
      and(eq(exams.learnerId, learnerId), eq(exams.deckId, deckId), gte(exams.examDate, today)),
    );
  return row ?? null;
}

/** Sets the exam of a deck, or moves it. */
export async function saveExam(
  db: Database,
  { learnerId, deckId }: { learnerId: number; deckId: string },
  exam: Exam,
): Promise<void> {
  const values = { examDate: exam.date, scope: exam.scope, startsOn: exam.startsOn };
  await db
    .insert(exams)
    .values({ learnerId, deckId, ...values })
    .onConflictDoUpdate({ target: [exams.learnerId, exams.deckId], set: values });
}

/** There is no exam in this deck any more. */
export async function deleteExam(
  db: Database,
  { learnerId, deckId }: { learnerId: number; deckId: string },
): Promise<void> {
  await db.delete(exams).where(and(eq(exams.learnerId, learnerId), eq(exams.deckId, deckId)));
}
