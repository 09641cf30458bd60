import fc from 'fast-check';
import { prose } from '../../src/bot/html.js';
import type { Keyboard } from '../../src/bot/keyboards.js';
import { isScreen, tapSaid } from '../../src/bot/spoken.js';
import { pasteMessage } from '../../src/bot/texts/paste.js';
import { verdictMessage } from '../../src/bot/texts/verdict.js';
import { aCommandQuestion, anAnswer } from '../support/steps.js';

const keyboard: Keyboard = [
  [{ text: 'Начать', tap: { kind: 'portion' } }],
  [
    { text: '5', tap: { kind: 'size', size: 5 } },
    { text: '10', tap: { kind: 'size', size: 10 } },
  ],
  [{ text: 'Ошибки: 3', tap: { kind: 'mistakes', deckId: 'd1' } }],
  [{ text: '📅 Экзамен: нет', tap: { kind: 'exam' } }],
  [{ text: 'Главное · 25 мин', tap: { kind: 'hurry' } }],
  [{ text: '‹ Назад', tap: { kind: 'home' } }],
];

test.each([
  ['начать', 'portion'],
  ['«Начать»!', 'portion'],
  ['10', 'size'],
  ['ошибки', 'mistakes'],
  ['Ошибки: 3', 'mistakes'],
  ['экзамен', 'exam'],
  ['главное', 'hurry'],
  ['назад', 'home'],
  ['‹ Назад', 'home'],
])('«%s» is the button', (text, kind) => {
  expect(tapSaid(text, { keyboard })?.kind).toBe(kind);
});

test.each(['', '…', '7', 'начать с ошибок', 'нет', 'да', 'мин'])('«%s» is no button', (text) => {
  expect(tapSaid(text, { keyboard })).toBeNull();
});

test('«да» and «нет» are what the message takes them for, unless a button says them', () => {
  const yes = { kind: 'dailyYes' } as const;
  const no = { kind: 'dailyNo' } as const;
  expect(tapSaid('Да.', { keyboard, listens: { yes, no } })).toBe(yes);
  expect(tapSaid('не надо', { keyboard, listens: { yes, no } })).toBe(no);
  const button = [[{ text: 'Нет', tap: { kind: 'keep' } as const }]];
  expect(tapSaid('нет', { keyboard: button, listens: { no } })).toEqual({ kind: 'keep' });
});

test('of two buttons that say the same none is meant', () => {
  const twice = [keyboard[0] ?? [], [{ text: 'Начать', tap: { kind: 'restart' } as const }]];
  expect(tapSaid('начать', { keyboard: twice })).toBeNull();
});

test('every label is its own button, in any case and with any end', () => {
  const buttons = keyboard.flat();
  const label = fc.constantFrom(...buttons);
  fc.assert(
    fc.property(label, fc.constantFrom('', '.', '!', ' '), fc.boolean(), (button, end, isLoud) => {
      const text = (isLoud ? button.text.toUpperCase() : button.text) + end;
      expect(tapSaid(text, { keyboard })).toBe(button.tap);
    }),
  );
});

test('a verdict is no screen, nor is what nobody else understands', () => {
  const step = anAnswer(aCommandQuestion(), { reply: { kind: 'unknown' }, result: 'wrong' });
  expect(isScreen(verdictMessage(step))).toBe(false);
  const paste = {
    id: 'p1',
    learnerId: 1,
    parts: 1,
    messageId: null,
    lastPart: 1,
    isWanted: false,
    quietIn: 0,
  };
  expect(isScreen(pasteMessage(paste))).toBe(false);
  expect(
    isScreen({ text: prose`Помощь`, keyboard: [[{ text: 'К вопросам', tap: { kind: 'home' } }]] }),
  ).toBe(false);
  expect(isScreen({ text: prose`Сколько?`, keyboard })).toBe(true);
});
