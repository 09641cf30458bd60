import { gradeKeyboard, gradeRanges, questionKeyboard, WIDTHS } from '../../src/bot/keyboards.js';
import type { Keyboard } from '../../src/bot/keyboards.js';
import {
  aChoice,
  aCommandQuestion,
  aDefinitionQuestion,
  aListQuestion,
  aStep,
  aTruthQuestion,
  aTypedQuestion,
  everyQuestion,
} from '../support/steps.js';

const labels = (keyboard: Keyboard) => keyboard.map((row) => row.map(({ text }) => text));
const BELOW = ['Подсказка', 'Не знаю', 'Стоп'];

test('long options have letters in one row', () => {
  expect(labels(questionKeyboard(aStep(aDefinitionQuestion())))).toEqual([
    ['А', 'Б', 'В', 'Г'],
    BELOW,
  ]);
});

test('short options stand on buttons, one a row', () => {
  expect(labels(questionKeyboard(aStep(aCommandQuestion())))).toEqual([
    ['git log'],
    ['git status'],
    ['git diff'],
    BELOW,
  ]);
});

test('four very short options stand two by two', () => {
  const choices = ['git add', 'git rm', 'git mv', 'git log'].map((text, i) =>
    aChoice(text, { correct: i === 0 }),
  );
  expect(labels(questionKeyboard(aStep(aCommandQuestion({ choices }))))).toEqual([
    ['git add', 'git rm'],
    ['git mv', 'git log'],
    BELOW,
  ]);
});

test('a truth question has no hint, a typed one no answers', () => {
  expect(labels(questionKeyboard(aStep(aTruthQuestion(true))))).toEqual([
    ['Верно', 'Неверно'],
    ['Не знаю', 'Стоп'],
  ]);
  expect(labels(questionKeyboard(aStep(aTypedQuestion())))).toEqual([BELOW]);
});

test('a used hint is gone with the option it ruled out', () => {
  const keyboard = questionKeyboard(aStep(aDefinitionQuestion(), { isHinted: true }));
  expect(labels(keyboard)[0]).toHaveLength(3);
  expect(labels(keyboard)[0]).toContain('Б');
  expect(labels(keyboard)[1]).toEqual(['Не знаю', 'Стоп']);
});

test.each([
  [2, ['2', '1', '0']],
  [3, ['3', '2', '0–1']],
  [5, ['5', '3–4', '0–2']],
  [12, ['12', '6–11', '0–5']],
])('of %i entries the learner remembers all, at least half or fewer', (items, ranges) => {
  expect(gradeRanges(items)).toEqual(ranges);
});

test('zero is words on a button too', () => {
  expect(labels(gradeKeyboard(aListQuestion(2), { session: 's', position: 1 }))).toEqual([
    ['Все 2', '1', 'Ни одного'],
  ]);
});

test('every label of a question fits its row on a phone', () => {
  for (const question of everyQuestion) {
    for (const row of questionKeyboard(aStep(question))) {
      for (const { text } of row) expect(text.length).toBeLessThanOrEqual(WIDTHS[row.length] ?? 0);
    }
  }
});
