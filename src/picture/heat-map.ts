/** The calendar of study days: a column a week, a row a weekday; how much was answered, and what cost no streak. */
import type { StatsDay } from '../study/statistics.js';
import { HEAT, INK, MUTED, SPARED } from './palette.js';
import { rect, text } from './svg.js';

const CELL = 26;
const STEP = 31;
const LEFT = 66;
const TOP = 76;
const WEEKDAYS = ['Пн', '', 'Ср', '', 'Пт', '', 'Вс'];
const MONTHS = [
  ...['янв', 'фев', 'мар', 'апр', 'май', 'июн'],
  ...['июл', 'авг', 'сен', 'окт', 'ноя', 'дек'],
];
/** Columns a month's name takes. */
const NAME_COLUMNS = 2;

export const HEAT_MAP_HEIGHT = TOP + 7 * STEP;

/** Inside a card of this width, from its corner on. */
export function heatMap(days: readonly StatsDay[], width: number): string[] {
  return [
    text(0, 28, 'Дни занятий', { size: 28, fill: INK, bold: true }),
    ...legend(days, width),
    ...monthNames(days),
    ...WEEKDAYS.map((name, row) => text(0, TOP + row * STEP + 20, name, { size: 20, fill: MUTED })),
    ...days.map((day, i) => cell(day, i, i === days.length - 1)),
  ];
}

function cell(day: StatsDay, index: number, isToday: boolean): string {
  const fill = isSpared(day) ? SPARED : (HEAT[levelOf(day)] ?? HEAT[0]);
  const place = {
    x: LEFT + Math.floor(index / 7) * STEP,
    y: TOP + (index % 7) * STEP,
    ...{ width: CELL, height: CELL },
  };
  return rect(place, { fill, radius: 7, ...(isToday && { stroke: INK }) });
}

/** Without an answer, and without loss. */
const isSpared = ({ answers, outcome }: StatsDay): boolean =>
  answers === 0 && outcome !== null && outcome !== 'missed';

/** From 0, nothing, to 4. A day that counts is never pale, however little was due. */
export function levelOf({ answers, outcome }: Pick<StatsDay, 'answers' | 'outcome'>): number {
  if (answers < 5 && outcome !== 'studied') return answers > 0 ? 1 : 0;
  if (answers < 12) return 2;
  return answers < 25 ? 3 : 4;
}

/** Over the week a month begins in; the first one over the beginning, where the next leaves room for it. */
function monthNames(days: readonly StatsDay[]): string[] {
  const places = days.flatMap(({ day }, i) =>
    i === 0 || day.endsWith('-01') ? [{ day, column: Math.floor(i / 7) }] : [],
  );
  return places.flatMap(({ day, column }, i) => {
    const next = places[i + 1]?.column ?? Infinity;
    if (next - column < NAME_COLUMNS) return [];
    const month = MONTHS[Number(day.slice(5, 7)) - 1] ?? '';
    return [text(LEFT + column * STEP, TOP - 12, month, { size: 20, fill: MUTED })];
  });
}

/** «меньше ▢▢▢▢▢ больше», and the colour of days without loss. */
function legend(days: readonly StatsDay[], width: number): string[] {
  const style = { size: 20, fill: MUTED };
  const from = width - 5 * 28 - 84;
  const spared = [
    rect({ x: from - 272, y: 8, width: 22, height: 22 }, { fill: SPARED, radius: 6 }),
    text(from - 242, 26, 'выходной', style),
  ];
  return [
    ...(days.some(isSpared) ? spared : []),
    text(from - 12, 26, 'меньше', { ...style, anchor: 'end' }),
    ...HEAT.map((fill, i) =>
      rect({ x: from + i * 28, y: 8, width: 22, height: 22 }, { fill, radius: 6 }),
    ),
    text(width, 26, 'больше', { ...style, anchor: 'end' }),
  ];
}
