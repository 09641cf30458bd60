/** Buttons that set an answer right, under verdicts and summaries. In: what is shown. Out: their rows. */
import type { Summary } from '../study/sitting.js';
import type { AnsweredStep, AskedQuestion, StepRef } from '../study/step.js';
import { inRows, moreKeyboard, nextKeyboard, refOf, type Keyboard, type Row } from './keyboards.js';
import type { Page } from './pages.js';

/** «Дальше» alone, below it what can be said against the verdict or the question. */
export function verdictKeyboard(step: AnsweredStep): Keyboard {
  if (step.verdict.remark?.kind === 'credited') return nextKeyboard(step);
  const ref = refOf(step);
  const isCreditable =
    step.question.form === 'typed' && step.reply.kind === 'text' && step.verdict.result === 'wrong';
  return [
    ...nextKeyboard(step),
    [
      ...(isCreditable ? [{ text: 'Засчитать', tap: { kind: 'credit', ...ref } } as const] : []),
      { text: BAD, tap: { kind: 'dislike', ...ref } },
    ],
  ];
}

const BAD = '👎 Плохой вопрос';

/** Under a question that will not come again: on, or rather let it come. */
export const dislikedKeyboard = (ref: StepRef): Keyboard => [
  [
    { text: 'Дальше', tap: { kind: 'next', ...refOf(ref) } },
    { text: 'Вернуть', tap: { kind: 'forgive', ...refOf(ref) } },
  ],
];

/** The same for one chosen from the list of a sitting. */
export const dislikedAskedKeyboard = (ref: StepRef): Keyboard => [
  [
    { text: 'Вернуть', tap: { kind: 'forgiveAsked', ...refOf(ref) } },
    { text: '‹ Назад', tap: { kind: 'asked', session: ref.session, page: 0 } },
  ],
];

/** Mistakes first, then more, and the way to the questions that had no buttons of their own. */
export function summaryKeyboard({ session, deckId, mistakes, more, answered }: Summary): Keyboard {
  const [more5 = [], ...others] = moreKeyboard(more);
  const bad: Row = answered > 0 ? [{ text: BAD, tap: { kind: 'asked', session, page: 0 } }] : [];
  return [
    ...(mistakes > 0
      ? [[{ text: `Разобрать ошибки: ${mistakes}`, tap: { kind: 'mistakes', deckId } } as const]]
      : []),
    [...more5, ...bad],
    ...others,
  ];
}

const NUMBERS_PER_ROW = 5;

/** Numbers of the questions on a page, the ways to the pages before and after, and back to the summary. */
export const askedKeyboard = (
  session: string,
  { shown, before, turns }: Page<AskedQuestion>,
): Keyboard => [
  ...inRows(
    shown.map(({ position }, i) => ({
      text: String(before + i + 1),
      tap: { kind: 'dislikeAsked', session, position },
    })),
    NUMBERS_PER_ROW,
  ),
  ...turns,
  [{ text: '‹ Назад', tap: { kind: 'summary', session } }],
];
