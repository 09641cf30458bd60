import { visible } from '../../../src/bot/html.js';
import { WIDTHS } from '../../../src/bot/keyboards.js';
import type { Message } from '../../../src/bot/message.js';
import { canRest, restingMessage, restMessage } from '../../../src/bot/texts/rest.js';
import { chooseMessage, isOffered, settingsMessage } from '../../../src/bot/texts/settings.js';
import type { Settings } from '../../../src/study/settings.js';

const settings = (changes: Partial<Settings> = {}): Settings => ({
  ...{ dailyGoal: 8, newPerDay: 5, isTyping: true, isPacing: false },
  ...{ deckTitle: 'Docker', daily: null, exam: null, restUntil: null },
  ...changes,
});

const text = (message: Message) => visible(message.text).replaceAll('\u00a0', ' ');
const labels = ({ keyboard = [] }: Message) =>
  keyboard.map((row) => row.map((button) => button.text.replaceAll('\u00a0', ' ')));

test('the screen says how everything is set', () => {
  expect(labels(settingsMessage(settings())).flat()).toEqual(
    expect.arrayContaining([
      ...['Вопросов в день: 8', 'Новых в день: 5', 'Ответы: кнопки и текст'],
      ...['Пауза: после ошибок', 'Каждый день: нет', '📅 Экзамен: нет'],
      ...['Конспект: Docker', 'Отдохнуть'],
    ]),
  );
  const turned = labels(settingsMessage(settings({ isTyping: false, isPacing: true }))).flat();
  expect(turned).toEqual(expect.arrayContaining(['Ответы: только кнопки', 'Пауза: всегда']));
});

test('the hour, the exam and the rest are said where there are any', () => {
  const daily = { time: '9:00', weekdays: 127, stepDays: 1 };
  const set = settings({ daily, exam: '2026-05-28', restUntil: '2026-05-30' });
  expect(labels(settingsMessage(set)).flat()).toEqual(
    expect.arrayContaining(['Каждый день в 9:00', '📅 Экзамен: 28 мая', 'Отдых до 30 мая']),
  );
  const weekly = settings({ daily: { ...daily, stepDays: 7 } });
  expect(labels(settingsMessage(weekly)).flat()).toContain('Раз в неделю в 9:00');
  const some = settings({ daily: { ...daily, weekdays: 31 } });
  expect(labels(settingsMessage(some)).flat()).toContain('По дням недели в 9:00');
});

test('a button that turns something over carries what it will be', () => {
  const taps = (message: Message) => (message.keyboard ?? []).flat().map(({ tap }) => tap);
  expect(taps(settingsMessage(settings()))).toContainEqual({
    ...{ kind: 'set', setting: 'pacing', value: 1 },
  });
});

test('numbers are chosen from a few, the present one marked', () => {
  expect(labels(chooseMessage('goal', settings()))).toEqual([
    ['5', '• 8', '10'],
    ['15', '20', '30'],
    ['‹ Назад'],
  ]);
  expect(isOffered({ setting: 'goal', value: 8 })).toBe(true);
  expect(isOffered({ setting: 'goal', value: 0 })).toBe(false);
  expect(isOffered({ setting: 'new', value: 0 })).toBe(true);
});

test('every label fits its row', () => {
  const deckTitle = 'Очень длинное название конспекта по биологии';
  for (const message of [
    settingsMessage(settings({ deckTitle, dailyGoal: 30, exam: '2026-09-28' })),
    chooseMessage('new', settings()),
    restingMessage(settings(), { isScreen: true }),
    restMessage(settings({ restUntil: '2026-05-30' })),
  ]) {
    for (const row of labels(message)) {
      for (const label of row) expect(label.length).toBeLessThanOrEqual(WIDTHS[row.length] ?? 0);
    }
  }
});

test('a rest says until when, and that the streak waits', () => {
  expect(text(restMessage(settings({ restUntil: '2026-05-30' })))).toBe(
    'Отдыхайте до 30 мая: вопросов не будет, серия подождёт.',
  );
  expect(labels(restMessage(settings({ restUntil: '2026-05-30' })))).toEqual([
    ['Вернуться раньше'],
  ]);
  expect(labels(restingMessage(settings(), { isScreen: false }))).toEqual([
    ['3 дня', '7 дней', '14 дней'],
  ]);
});

test.each([
  [0, false],
  [1, true],
  [60, true],
  [61, false],
  [NaN, false],
])('a rest of %p days: %p', (days, can) => {
  expect(canRest(days)).toBe(can);
});
