/** The three numbers at the top: days in a row, what is kept, what was done. */
import { plural } from '../russian/plural.js';
import type { Stats } from '../study/mastery.js';
import { FLAME, INK, MUTED } from './palette.js';
import { shape, text, widthOf } from './svg.js';

export const TILE_HEIGHT = 84;

/** A flame in a box of 40 × 48. */
const FLAME_SHAPE =
  'M20 0c3 9 16 15 16 29 0 11-7 19-16 19S4 40 4 30c0-8 5-13 8-18 1 4 3 6 5 7C18 13 18 6 20 0zm0 26c-4 5-7 8-7 13 0 4 3 6 7 6s7-2 7-6c0-5-3-8-7-13z';

interface Tile {
  readonly number: string;
  readonly words: string;
  readonly below: string;
  readonly isFlame?: boolean;
}

/** What each tile says, in the order of the tiles. */
function tilesOf({ streak, counts, total, answersThisWeek: week, answersToday }: Stats): Tile[] {
  return [
    {
      number: String(streak.days),
      words: plural(streak.days, 'день', 'дня', 'дней'),
      below: streak.record > 0 ? `подряд, рекорд ${streak.record}` : 'подряд',
      isFlame: streak.days > 0,
    },
    {
      number: String(counts.mastered),
      words: `из ${total}`,
      below: `освоено, учится ${counts.learning}`,
    },
    {
      number: String(week),
      words: plural(week, 'вопрос', 'вопроса', 'вопросов'),
      below: `за неделю, сегодня ${answersToday}`,
    },
  ];
}

/** The tiles from their corners on; each as wide as this. */
export function tiles(stats: Stats): readonly (readonly string[])[] {
  return tilesOf(stats).map(({ number, words, below, isFlame = false }) => {
    const left = isFlame ? 48 : 0;
    const after = left + widthOf(number, 54) + 10;
    return [
      ...(isFlame ? [shape(0, -5, FLAME_SHAPE, FLAME)] : []),
      text(left, 42, number, { size: 54, fill: INK, bold: true }),
      text(after, 42, words, { size: 26, fill: INK }),
      text(0, 78, below, { size: 22, fill: MUTED }),
    ];
  });
}
