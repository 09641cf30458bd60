import { visible } from '../../../src/bot/html.js';
import { WIDTHS } from '../../../src/bot/keyboards.js';
import type { Message } from '../../../src/bot/message.js';
import {
  examDatesMessage,
  examOffMessage,
  examPlanMessage,
  examSetMessage,
} from '../../../src/bot/texts/exam.js';
import type { ExamLoad, ExamPlan } from '../../../src/study/exam-plan.js';

const aLoad = (changes: Partial<ExamLoad> = {}): ExamLoad => ({
  ...{ facts: 160, fresh: 160, perDay: 40, minutes: 25 },
  ...changes,
});

const aPlan = (changes: Partial<ExamPlan> = {}): ExamPlan => ({
  ...{ deckId: 'd1', deckTitle: null, date: '2026-05-28', inDays: 5, days: 4, isNight: true },
  main: aLoad(),
  all: aLoad({ facts: 486, fresh: 486, perDay: 122, minutes: 70 }),
  chosen: null,
  ...changes,
});

const text = (message: Message) => visible(message.text).replaceAll('\u00a0', ' ');
const labels = ({ keyboard = [] }: Message) => keyboard.map((row) => row.map((it) => it.text));

test('what it takes is said for the main facts and for all of them', () => {
  expect(text(examPlanMessage(aPlan()))).toBe(
    [
      '📅 Экзамен 28 мая. Последний день — только повторение, до него 4 дня.',
      'Главное: 160 фактов (определения и «ВАЖНО»), по 40 в день, 25 мин.',
      'Всё: 486 фактов, по 122 в день, 70 мин.',
      'План начнётся утром. Не спится — вот первые 10.',
    ].join('\n'),
  );
  expect(labels(examPlanMessage(aPlan()))).toEqual([
    ['Главное · 25 мин'],
    ['Всё · 70 мин'],
    ['Первые 10', 'Другая дата'],
  ]);
});

test('by day the plan begins at once', () => {
  const message = examPlanMessage(aPlan({ isNight: false }));
  expect(text(message)).not.toContain('утром');
  expect(labels(message).at(-1)).toEqual(['Другая дата']);
});

test('where everything is main there is one choice', () => {
  const all = aLoad();
  expect(labels(examPlanMessage(aPlan({ main: all, all })))[0]).toEqual(['Всё · 25 мин']);
  expect(labels(examPlanMessage(aPlan({ main: aLoad({ facts: 0 }) })))).toHaveLength(2);
});

test('facts already answered are repeated, not learned', () => {
  const main = aLoad({ fresh: 120, perDay: 30, minutes: 20 });
  expect(text(examPlanMessage(aPlan({ main })))).toContain(
    'Главное: 160 фактов (определения и «ВАЖНО»), новых 120, по 30 в день, 20 мин.',
  );
  expect(text(examPlanMessage(aPlan({ main: aLoad({ fresh: 0 }) })))).toContain(
    'Главное: 160 фактов (определения и «ВАЖНО»), новых нет — только повторение.',
  );
});

test.each([
  [0, '📅 Экзамен сегодня. Новое и повторение — всё сегодня.'],
  [1, '📅 Экзамен завтра. Новое и повторение — всё сегодня.'],
])('%i days before nothing is promised for later', (inDays, words) => {
  const shown = text(examPlanMessage(aPlan({ inDays, days: 0, isNight: false })));
  expect(shown.split('\n')[0]).toBe(words);
  expect(shown).toContain('всё за день');
});

test.each([
  [1, 'до него 1 день.'],
  [2, 'до него 2 дня.'],
  [5, 'до него 5 дней.'],
  [11, 'до него 11 дней.'],
  [21, 'до него 21 день.'],
  [101, 'до него 101 день.'],
])('%i days agree', (days, words) => {
  expect(text(examPlanMessage(aPlan({ days, inDays: days + 1 })))).toContain(words);
});

test('a chosen plan says what it is and leads on; it can be dropped', () => {
  const set = examSetMessage(aPlan({ chosen: 'main', isNight: false }));
  expect(text(set)).toBe(
    '📅 Экзамен 28 мая. Последний день — только повторение, до него 4 дня.\nПлан: главное, по 40 новых в день.',
  );
  expect(labels(set)).toEqual([['Начать']]);
  expect(labels(examSetMessage(aPlan({ chosen: 'all' })))).toEqual([['Первые 10']]);
  const shown = labels(examPlanMessage(aPlan({ chosen: 'main' })));
  expect(shown[0]).toEqual(['• Главное · 25 мин']);
  expect(shown.at(-1)).toEqual(['Убрать экзамен']);
});

test('with several notes the question says which', () => {
  expect(text(examDatesMessage('d1', 'Биология'))).toBe('📅 Когда экзамен? Конспект: Биология.');
  expect(text(examDatesMessage('d1', null))).toBe('📅 Когда экзамен?');
});

test('every label fits its row on a phone', () => {
  const plan = aPlan({ chosen: 'main', main: aLoad({ minutes: 1440 }) });
  const messages = [examPlanMessage(plan), examSetMessage(plan), examOffMessage('d1')];
  for (const row of messages.flatMap(labels)) {
    for (const label of row) expect(label.length).toBeLessThanOrEqual(WIDTHS[row.length] ?? 0);
  }
});
