import { visible } from '../../../src/bot/html.js';
import { WIDTHS } from '../../../src/bot/keyboards.js';
import type { Message } from '../../../src/bot/message.js';
import { pack, unpack } from '../../../src/bot/callbacks.js';
import {
  askPlaceMessage,
  askTimeMessage,
  confirmMessage,
  dailyMessage,
  daysMessage,
  declinedMessage,
  farewellMessage,
  offerMessage,
  settledMessage,
  sizesMessage,
  unknownPlaceMessage,
  unreadTimeMessage,
} from '../../../src/bot/texts/daily.js';
import { questionMessage } from '../../../src/bot/texts/question.js';
import type { Daily } from '../../../src/study/daily.js';
import { fitsPush, LONGEST_PUSH } from '../../../src/study/daily-push.js';
import { aDefinitionQuestion, aStep, everyQuestion } from '../../support/steps.js';

const daily = (changes: Partial<Daily> = {}): Daily => ({
  ...{ isOn: true, time: '9:00', weekdays: 127, stepDays: 1, place: 'Екатеринбург' },
  ...{ clock: '14:05', isZoneConfirmed: true, goal: 8, restUntil: null, silence: null },
  ...changes,
});

const text = (message: Message) => visible(message.text).replaceAll('\u00a0', ' ');
const labels = ({ keyboard = [] }: Message) => keyboard.map((row) => row.map((it) => it.text));

test('the screen says when, where and how many', () => {
  expect(text(dailyMessage(daily()))).toBe(
    '☀️ Каждый день в 9:00 · Екатеринбург, сейчас 14:05, 8 вопросов, все дни',
  );
  expect(labels(dailyMessage(daily()))).toEqual([
    ['8:00', '• 9:00', '13:00', '20:00'],
    ['Другое время', 'Дни недели'],
    ['Другой город', 'Вопросов: 8'],
    ['Выключить'],
  ]);
});

test.each([
  [
    { weekdays: 0b0011111 },
    '☀️ Вопросы в 9:00 · Екатеринбург, сейчас 14:05, 8 вопросов, по будням',
  ],
  [
    { weekdays: 0b1100000 },
    '☀️ Вопросы в 9:00 · Екатеринбург, сейчас 14:05, 8 вопросов, по выходным',
  ],
  [
    { weekdays: 0b0010101 },
    '☀️ Вопросы в 9:00 · Екатеринбург, сейчас 14:05, 8 вопросов, пн, ср, пт',
  ],
  [{ stepDays: 7, goal: 1 }, '☀️ Раз в неделю в 9:00 · Екатеринбург, сейчас 14:05, 1 вопрос'],
  [
    { restUntil: '2026-05-30', goal: 21 },
    '☀️ Каждый день в 9:00 · Екатеринбург, сейчас 14:05, 21 вопрос, все дни\nОтдых: вопросов не будет до 30 мая.',
  ],
  [
    { isOn: false },
    '☀️ Ежедневные вопросы выключены · Екатеринбург, сейчас 14:05\nВо сколько присылать?',
  ],
])('%p', (changes, words) => expect(text(dailyMessage(daily(changes)))).toBe(words));

test('the clock is asked for in the words of the place', () => {
  const moscow = daily({ place: 'Москва', time: '20:00' });
  expect(text(confirmMessage(moscow))).toBe(
    '☀️ Каждый день в 20:00 по Москве. Сейчас у вас 14:05?',
  );
  expect(text(settledMessage(daily({ stepDays: 7 })))).toBe(
    '☀️ Раз в неделю в 9:00, Екатеринбург. Поменять — /daily',
  );
});

test('an offer names the zone that is assumed', () => {
  expect(text(offerMessage({ kind: 'first', daily: daily() }))).toBe(
    'Присылать вопросы каждый день? Пара минут. Часовой пояс: Екатеринбург, его можно поменять.',
  );
  expect(text(offerMessage({ kind: 'return', daily: daily() }))).toBe('Вернуть вопросы в 9:00?');
});

test('one day of the week at least: the last one has a button that switches off nothing', () => {
  const { keyboard = [] } = daysMessage(daily({ weekdays: 0b0000001 }));
  expect(keyboard[0]?.[0]).toEqual({ text: '• пн', tap: { kind: 'dailyWeekdays', weekdays: 0 } });
});

const everyMessage: readonly Message[] = [
  ...[askPlaceMessage, askTimeMessage, declinedMessage, farewellMessage],
  ...[unknownPlaceMessage, unreadTimeMessage],
  ...['8:00', '9:00', '13:00', '20:00', '23:59'].flatMap((time) =>
    [1, 7].flatMap((stepDays) => [
      dailyMessage(daily({ time, stepDays, goal: 30 })),
      confirmMessage(daily({ time, stepDays })),
      sizesMessage(daily({ time, goal: 30 })),
      daysMessage(daily({ time })),
      offerMessage({ kind: 'return', daily: daily({ time }) }),
    ]),
  ),
  offerMessage({ kind: 'first', daily: daily() }),
];

test('every label fits its row, every button survives the way to Telegram and back', () => {
  for (const { keyboard = [] } of everyMessage) {
    for (const row of keyboard) {
      for (const { text: label, tap } of row) {
        expect([label, label.length <= (WIDTHS[row.length] ?? 0)]).toEqual([label, true]);
        expect(unpack(pack(tap))).toEqual(tap);
        expect(pack(tap).length).toBeLessThanOrEqual(64);
      }
    }
  }
});

test('forged times, zones and days are nobody’s buttons', () => {
  for (const data of ['1Dt:1440', '1Dw:128', '1Dr:2', '1Dz:a b', '1Dx:both', '1Dz:']) {
    expect(unpack(data)).toBeNull();
  }
});

test('the question of a push has its own header and the way to its time', () => {
  const step = aStep(aDefinitionQuestion({ section: 'Ветки' }), {
    ...{ sessionKind: 'daily', position: 1, length: 6 },
  });
  const message = questionMessage(step);
  expect(text(message)).toMatch(/^☀️ Вопрос 1 из 6 · 2 мин\n\nЧто такое «Ветка»\?\n/);
  expect(labels(message).at(-1)).toEqual(['Подсказка', 'Не знаю', 'Время']);
  const second = questionMessage({ ...step, position: 2 });
  expect(text(second)).toMatch(/^Вопрос 2 из 6 · Ветки\n/);
  expect(labels(second).at(-1)).toContain('Стоп');
});

test('what fits a push fits a lock screen', () => {
  const options = [10, 20, 30, 45, 60, 70, 80].flatMap((length) => {
    const choices = aDefinitionQuestion({}).choices.map((choice, i) => ({
      ...choice,
      text: `${i}${'ю'.repeat(length)}`,
    }));
    return [2, 3, 4].map((count) => aDefinitionQuestion({ choices: choices.slice(0, count) }));
  });
  const fitting = [...options, ...everyQuestion].filter(fitsPush);
  expect(fitting.length).toBeGreaterThan(10);
  expect(fitting.length).toBeLessThan(options.length + everyQuestion.length);
  for (const question of fitting) {
    const step = aStep(question, { sessionKind: 'daily', position: 1, length: 50 });
    expect(visible(questionMessage(step).text).length).toBeLessThanOrEqual(LONGEST_PUSH);
  }
});
