import { visible } from '../../../src/bot/html.js';
import type { Message } from '../../../src/bot/message.js';
import { statsCaption, statsMessage } from '../../../src/bot/texts/stats.js';
import { aStats } from '../../support/stats.js';
import { aStreak } from '../../support/steps.js';

const text = (message: Message) => visible(message.text).replaceAll('\u00a0', ' ');

const beginner = aStats({
  counts: { mastered: 0, learning: 0, new: 48 },
  ...{ answersThisWeek: 0, answersToday: 0, due: 0, weeks: [], ahead: [], days: [] },
  streak: aStreak(),
});

test('the caption says the picture in three sentences', () => {
  expect(text(statsCaption(aStats()))).toBe(
    'Освоено 21 из 48, учится 15, новых 12. Серия — 6 дней, рекорд — 34. На этой неделе 31 вопрос.',
  );
});

test('what is zero is words or nothing', () => {
  expect(text(statsCaption(beginner))).toBe(
    'Всего 48 фактов, все новые. На этой неделе вопросов ещё не было.',
  );
  expect(text(statsCaption(aStats({ streak: aStreak({ record: 34 }) })))).toContain(
    '12. Рекорд серии — 34 дня. На',
  );
  expect(text(statsCaption(aStats({ streak: aStreak({ days: 1, record: 1 }) })))).toContain(
    '12. Серия — 1 день. На',
  );
});

test('a day off and a repaired day are told in the line of the summary', () => {
  const saved = [{ outcome: 'off', isYesterday: true }] as const;
  expect(text(statsCaption(aStats({ streak: aStreak({ days: 6, record: 9, saved }) })))).toMatch(
    /31 вопрос\.\n❄️ Вчера был выходной, серия цела: 6 дней$/u,
  );
});

test('without a picture the same numbers stand in words', () => {
  expect(text(statsMessage(aStats()))).toBe(
    [
      ...['Git', '', 'Освоено 21 из 48, учится 15, новых 12.', 'На этой неделе 31 вопрос.'],
      'Из повторённого на этой неделе помнилось 0 из 10.',
      'К повторению 3 вопроса.',
      'За две недели вернётся ещё 7 вопросов.',
      ...['Серия — 6 дней, рекорд — 34.', '', 'Вопросы — /quiz, разделы — /topics'],
    ].join('\n'),
  );
  expect(text(statsMessage(aStats({ total: 0 })))).toContain('/help');
});

test('whoever has answered nothing is invited to the first questions', () => {
  const message = statsMessage(beginner);
  expect(text(message)).toBe(
    'Git\n\nВсего 48 фактов, все новые. Что освоено, будет видно после первых вопросов.',
  );
  expect(message.keyboard).toEqual([[{ text: 'Начать', tap: { kind: 'home' } }]]);
});

test('whoever has only not answered lately keeps the numbers', () => {
  const { counts, total } = beginner;
  const other = text(statsMessage(aStats({ counts, total, answersThisWeek: 0, due: 0 })));
  expect(other).toContain('На этой неделе вопросов ещё не было.\n');
});

test.each([
  [1, '1 вопрос'],
  [2, '2 вопроса'],
  [5, '5 вопросов'],
  [11, '11 вопросов'],
  [21, '21 вопрос'],
  [101, '101 вопрос'],
])('%i agrees with its noun', (number, words) => {
  const stats = text(statsMessage(aStats({ answersThisWeek: number, due: number })));
  expect(stats).toContain(`На этой неделе ${words}.`);
  expect(stats).toContain(`К повторению ${words}.`);
});

test('a caption fits Telegram', () => {
  expect(text(statsCaption(aStats({ total: 99_999 }))).length).toBeLessThan(1024);
});
