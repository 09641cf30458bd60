import { visible } from '../../../src/bot/html.js';
import { streakText } from '../../../src/bot/texts/streak.js';
import type { StreakNow } from '../../../src/review/streak.js';
import { aStreak } from '../../support/steps.js';

function told(changes: Partial<StreakNow>): string | null {
  const line = streakText(aStreak(changes));
  return line && visible(line).replaceAll('\u00a0', ' ');
}

const off = { outcome: 'off', isYesterday: true } as const;
const repaired = { outcome: 'repaired', isYesterday: true } as const;

test.each<[Partial<StreakNow>, string | null]>([
  [{ days: 0, record: 34 }, null],
  [{ days: 6, record: 6 }, '🔥 6 дней подряд'],
  [{ days: 21, record: 40 }, '🔥 21 день подряд'],
  [{ days: 102, record: 102 }, '🔥 102 дня подряд'],
  [{ days: 7, record: 7, isDayOffEarned: true }, '🔥 7 дней подряд, +1 выходной в запасе'],
  [{ days: 6, record: 6, saved: [off] }, '❄️ Вчера был выходной, серия цела: 6 дней'],
  [{ days: 6, saved: [{ ...off, isYesterday: false }] }, '❄️ Был выходной, серия цела: 6 дней'],
  [{ days: 6, saved: [off, off] }, '❄️ Выходных было 2, серия цела: 6 дней'],
  [{ days: 6, saved: [repaired] }, '🔥 6 дней подряд. Вчера бот не работал, день засчитан'],
  [
    { days: 6, saved: [repaired, repaired] },
    '🔥 6 дней подряд. Бот не работал 2 дня, они засчитаны',
  ],
  [{ days: 1, record: 34 }, '🔥 День первый. Рекорд — 34 дня — остаётся за вами'],
  [{ days: 1, record: 1 }, '🔥 День первый'],
  [{ days: 1, record: 1, isTodayDone: false }, null],
])('%j', (streak, words) => {
  expect(told(streak)).toBe(words);
});
