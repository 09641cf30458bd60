/** Buttons on the way to an exam: when it is, how much of the notes, and back. */
import type { ExamLoad, ExamPlan, ExamScope } from '../study/exam-plan.js';
import type { Keyboard, Row } from './keyboards.js';

/** A date as a button carries it: days since 1970. */
const dayOf = (date: string): number => Math.round(Date.parse(date) / 86_400_000);

/** The date behind a button. */
export const dateOfDay = (day: number): string =>
  new Date(day * 86_400_000).toISOString().slice(0, 10);

/** The nearest dates, and any other by text. */
export const examDatesKeyboard = (deckId: string): Keyboard => [
  [inDays(deckId, 3, 'Через 3 дня'), inDays(deckId, 5, 'Через 5 дней')],
  [inDays(deckId, 7, 'Через неделю'), inDays(deckId, 14, 'Через 2 недели')],
  [otherDate(deckId)],
];

const inDays = (deckId: string, days: number, text: string) =>
  ({ text, tap: { kind: 'examIn', deckId, days } }) as const;

const otherDate = (deckId: string) =>
  ({ text: 'Другая дата', tap: { kind: 'examDate', deckId } }) as const;

/** From a date that is to be typed, back to the dates on buttons. */
export const backToExam = (deckId: string): Row => [
  { text: '‹ Назад', tap: { kind: 'examOf', deckId } },
];

/** How much of the notes; a scope is offered only if it differs from the other one. */
export function examPlanKeyboard(plan: ExamPlan): Keyboard {
  const { deckId, main, all, isNight, chosen } = plan;
  const isMainOffered = main.facts > 0 && main.facts < all.facts;
  return [
    ...(isMainOffered ? [scopeRow(plan, 'main', main)] : []),
    scopeRow(plan, 'all', all),
    [...(isNight ? [firstTen(deckId)] : []), otherDate(deckId)],
    ...(chosen === null
      ? []
      : [[{ text: 'Убрать экзамен', tap: { kind: 'examOff', deckId } } as const]]),
  ];
}

const SCOPES: Readonly<Record<ExamScope, string>> = { main: 'Главное', all: 'Всё' };

const scopeRow = ({ deckId, date, chosen }: ExamPlan, scope: ExamScope, load: ExamLoad): Row => [
  {
    text: `${chosen === scope ? '• ' : ''}${SCOPES[scope]} · ${load.minutes} мин`,
    tap: { kind: 'examPlan', deckId, day: dayOf(date), scope },
  },
];

const firstTen = (deckId: string) =>
  ({ text: 'Первые 10', tap: { kind: 'firstTen', deckId } }) as const;

/** A plan is chosen: begin, now or with the first ten of a sleepless night. */
export const examSetKeyboard = ({ deckId, isNight }: ExamPlan): Keyboard => [
  [isNight ? firstTen(deckId) : { text: 'Начать', tap: { kind: 'portion' } }],
];
