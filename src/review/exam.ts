/**
 * Preparing for an exam. In: its date and how much is new. Out: how many new facts a day takes. Dates are ISO, days are
 * counted between them; the day before the exam only repeats, so nothing new is planned for it.
 */

/** What is new before an exam: the definitions and what the author stressed, or everything. */
export type ExamScope = 'main' | 'all';

export interface Exam {
  readonly date: string;
  readonly scope: ExamScope;
  /** The first study day of the plan. */
  readonly startsOn: string;
}

/** Whole days from one date to another. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);

/** The date so many days later. */
export const daysAfter = (date: string, days: number): string =>
  new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 10);

/** Is the plan on: begun, and the exam not over? */
export const isUnderWay = (exam: Exam, today: string): boolean =>
  exam.startsOn <= today && today <= exam.date;

/** Days for new facts from `today` on, the day before the exam not counted. */
export const daysToLearn = (examDate: string, today: string): number =>
  Math.max(0, daysBetween(today, examDate) - 1);

/**
 * How many more new facts today takes so that the rest is spread evenly; what was not done yesterday is spread again.
 * A plan made the day before the exam or on it has no other day left: everything is for today.
 */
export function newFactsToday(
  exam: Exam,
  today: string,
  facts: { readonly unanswered: number; readonly newToday: number },
): number {
  const days = daysToLearn(exam.date, today);
  if (days === 0) return daysToLearn(exam.date, exam.startsOn) === 0 ? facts.unanswered : 0;
  const perDay = Math.ceil((facts.unanswered + facts.newToday) / days);
  return Math.max(0, perDay - facts.newToday);
}
