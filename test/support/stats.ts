/** Numbers of /stats for texts and pictures; tests change what they are about. */
import { seededRandom } from '../../src/questions/random.js';
import type { Stats, TopicRow } from '../../src/study/mastery.js';
import type { StatsDay } from '../../src/study/statistics.js';
import { aStreak, nothingUpcoming } from './steps.js';

export const TODAY = '2026-05-20';

export function aTopic(title: string, changes: Partial<TopicRow> = {}): TopicRow {
  return {
    ...{ index: 0, title, line: 1, isEmpty: false, due: 0 },
    ...{ mastered: 0, learning: 0, new: 0 },
    ...changes,
  };
}

/** Half a year up to a Wednesday, drawn by a seed. */
export function someDays(seed: string): StatsDay[] {
  const random = seededRandom(seed);
  const first = Date.parse('2025-11-24');
  const count = (Date.parse(TODAY) - first) / 86_400_000 + 1;
  return Array.from({ length: count }, (_, i) => ({
    day: new Date(first + i * 86_400_000).toISOString().slice(0, 10),
    answers: Math.floor(random() * 20),
    outcome: i === count - 1 ? null : 'studied',
  }));
}

export function aStats(changes: Partial<Stats> = {}): Stats {
  return {
    deckTitle: 'Git',
    counts: { mastered: 21, learning: 15, new: 12 },
    ...{ total: 48, answersThisWeek: 31, answersToday: 5, rightToday: 4, due: 3 },
    upcoming: nothingUpcoming,
    streak: aStreak({ days: 6, record: 34 }),
    ...{ today: TODAY, days: someDays('git') },
    topics: [
      aTopic('Ветки', { mastered: 4, learning: 2, new: 1 }),
      aTopic('Недостатки', { isEmpty: true }),
    ],
    ahead: [3, 0, 5, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2],
    weeks: Array.from({ length: 12 }, (_, i) => ({ monday: TODAY, asked: 10, kept: i % 11 })),
    ...changes,
  };
}
