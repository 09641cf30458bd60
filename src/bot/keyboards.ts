/**
 * Rows of buttons under every message. In: steps and screens as data. Out: rows whose labels fit a phone of 360 points:
 * alone in a row 28 signs, two 16, three 10, four 6, five 4; an emoji counts as two.
 */
import type { Choice, ChoiceQuestion, Question, RecallQuestion } from '../questions/question.js';
import type { Step, StepRef } from '../study/step.js';
import type { Tap } from './tap.js';
import { questions } from './count.js';
import { hintOf } from './hint.js';
import { label } from './note-text.js';

export interface Button {
  readonly text: string;
  readonly tap: Tap;
}

export type Row = readonly Button[];
export type Keyboard = readonly Row[];

/** Signs a label may have, by the number of buttons in its row. */
export const WIDTHS: Readonly<Record<number, number>> = { 1: 28, 2: 16, 3: 10, 4: 6, 5: 4 };

const LONGEST_OPTION = 24;
const LONGEST_SHORT_OPTION = 12;
const LETTERS = 'АБВГДЕЖЗ';

/** The letter of an option that stands in the text: А, Б, В, Г. */
export const letterOf = (choice: number): string => LETTERS.charAt(choice);

/** Do the options stand on buttons? Otherwise they stand in the text, and their letters on buttons. */
export function hasOptionButtons(question: ChoiceQuestion): boolean {
  const texts = question.choices.map(({ text }) => text);
  return texts.every((text) => text.length <= LONGEST_OPTION && label(text, LONGEST_OPTION) !== '');
}

/** The buttons of a question that waits for its answer. */
export function questionKeyboard(step: Step): Keyboard {
  const ref = refOf(step);
  const canHint = !step.isHinted && hintOf(step.question) !== null;
  return [
    ...answerRows(step.question, step),
    [
      ...(canHint ? [{ text: 'Подсказка', tap: { kind: 'hint', ...ref } } as const] : []),
      { text: 'Не знаю', tap: { kind: 'unknown', ...ref } },
      opensPush(step)
        ? { text: 'Время', tap: { kind: 'dailyAside' } }
        : { text: 'Стоп', tap: { kind: 'stop', ...ref } },
    ],
  ];
}

/** Is it the question of a push? It stands alone in the chat, with nothing to stop yet. */
export const opensPush = ({ sessionKind, position }: Step): boolean =>
  sessionKind === 'daily' && position === 1;

function answerRows(question: Question, step: Step): Keyboard {
  if (question.form === 'typed') return [];
  if (question.form === 'recall') {
    return [[{ text: 'Показать ответ', tap: { kind: 'reveal', ...refOf(step) } }]];
  }
  const buttons = remainingChoices(question, step.isHinted).map(({ choice, index }) => ({
    text: hasOptionButtons(question) ? label(choice.text, LONGEST_OPTION) : letterOf(index),
    tap: { kind: 'choice', choice: index, ...refOf(step) } as const,
  }));
  return choiceRows(question, buttons);
}

function choiceRows(question: ChoiceQuestion, buttons: Row): Keyboard {
  if (isTruth(question)) return [buttons];
  if (!hasOptionButtons(question)) return inRows(buttons, 4);
  const areShort = buttons.every(({ text }) => text.length <= LONGEST_SHORT_OPTION);
  return inRows(buttons, buttons.length === 4 && areShort ? 2 : 1);
}

/** A truth question has the choices «Верно» and «Неверно». */
export const isTruth = ({ kind }: Question): boolean => kind === 'tf' || kind === 'tfflip';

/** The choices still to choose from, with their places: a hint takes a wrong one away. */
function remainingChoices(
  question: ChoiceQuestion,
  isHinted: boolean,
): { choice: Choice; index: number }[] {
  const hint = isHinted ? hintOf(question) : null;
  const gone = hint?.kind === 'not' ? hint.choice : null;
  return question.choices
    .map((choice, index) => ({ choice, index }))
    .filter(({ index }) => index !== gone);
}

/** What a learner can say about an answer just read: all, at least half, fewer. */
export function gradeKeyboard(question: RecallQuestion, ref: StepRef): Keyboard {
  const [all, some, few] = gradeLabels(question);
  return [
    [
      { text: all, tap: { kind: 'grade', result: 'correct', ...refOf(ref) } },
      { text: some, tap: { kind: 'grade', result: 'partial', ...refOf(ref) } },
      { text: few, tap: { kind: 'grade', result: 'wrong', ...refOf(ref) } },
    ],
  ];
}

function gradeLabels({ items }: RecallQuestion): readonly [string, string, string] {
  if (items.length < 2) return ['Совпало', 'Частично', 'Нет'];
  const [all, some, few] = gradeRanges(items.length);
  return [`Все ${all}`, some, few === '0' ? 'Ни одного' : few];
}

/** «5», «3–4», «0–2» of five. */
export function gradeRanges(items: number): readonly [string, string, string] {
  const half = Math.ceil(items / 2);
  return [String(items), range(half, items - 1), range(0, half - 1)];
}

const range = (from: number, to: number): string => (from === to ? `${to}` : `${from}–${to}`);

/** «Дальше», alone. */
export const nextKeyboard = (ref: StepRef): Keyboard => [
  [{ text: 'Дальше', tap: { kind: 'next', ...refOf(ref) } }],
];

/** The way back to a question that a screen pushed up. */
export const toQuestionRow: Row = [{ text: 'К вопросу', tap: { kind: 'continue' } }];

export const continueKeyboard: Keyboard = [[{ text: 'Продолжить', tap: { kind: 'continue' } }]];

const beginAnew: Button = { text: 'Начать заново', tap: { kind: 'restart' } };

/** On with the open sitting, or something else in its place. */
export const resumeKeyboard = (instead: Button = beginAnew): Keyboard => [
  [{ text: 'Продолжить', tap: { kind: 'continue' } }, instead],
];

export const beginKeyboard: Keyboard = [[{ text: 'Начать', tap: { kind: 'home' } }]];

/** Sizes a learner may ask for. */
export const SIZES: readonly number[] = [5, 10, 20];

/** Buttons for as many questions as there are. */
export function sizeRow(available: number): Row {
  return SIZES.filter((size) => size <= available).map((size) => ({
    text: String(size),
    tap: { kind: 'size', size },
  }));
}

/** «Ещё 5», or the way to the sections when nothing more can be asked. */
export function moreKeyboard(more: number): Keyboard {
  const size = SIZES[0] ?? 5;
  return more >= size
    ? [[{ text: `Ещё ${size}`, tap: { kind: 'size', size } }]]
    : [[{ text: 'По разделам', tap: { kind: 'topics', page: 0 } }]];
}

/** «Начать: 15 вопросов». */
export const beginPortion = (size: number): Row => [
  {
    text: `Начать: ${questions(size)}`,
    tap: { kind: 'portion' },
  },
];

/** Buttons in rows of this many. */
export function inRows(buttons: Row, perRow: number): Keyboard {
  const rows: Row[] = [];
  for (let at = 0; at < buttons.length; at += perRow) rows.push(buttons.slice(at, at + perRow));
  return rows;
}

/** Only what a button needs of a step. */
export const refOf = ({ session, position }: StepRef): StepRef => ({ session, position });

/** «Начать» under a deck: it is the one that is asked from now on. */
export const begin = (deckId: string): Button => ({
  text: 'Начать',
  tap: { kind: 'begin', deckId },
});

/** «Ошибки: 3» of a deck. */
export const mistakesOf = (deckId: string, count: number): Button => ({
  text: `Ошибки: ${count}`,
  tap: { kind: 'mistakes', deckId },
});

/** The way to the decks of one's own. */
export const toMine: Row = [{ text: 'Мои конспекты', tap: { kind: 'mine', page: 0 } }];

/** The way on from a dead end. */
export const toQuestionsKeyboard: Keyboard = [[{ text: 'К вопросам', tap: { kind: 'home' } }]];
