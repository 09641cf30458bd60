/** Two charts of columns: what comes back on the next days, and how well the weeks have remembered. */
import type { StatsWeek } from '../study/statistics.js';
import { CARD, DUE, DUE_TODAY, GRID, INK, KEPT, MUTED } from './palette.js';
import { dashes, rect, text } from './svg.js';

export const COLUMNS_HEIGHT = 206;

const TOP = 68;
const BOTTOM = 178;
const TALLEST = BOTTOM - TOP;

/** What is due on each of the next days, today first. Inside a card of this width. */
export function dueColumns(ahead: readonly number[], today: string, width: number): string[] {
  const most = Math.max(...ahead, 5);
  const step = width / ahead.length;
  return [
    text(0, 26, 'Повторить в эти дни', { size: 26, fill: INK, bold: true }),
    dashes([0, BOTTOM + 1], [width, BOTTOM + 1], GRID),
    ...ahead.flatMap((count, i) => {
      const height = (count / most) * TALLEST;
      const column = { x: i * step + 3, y: BOTTOM - height, width: step - 6, height };
      const middle = (i + 0.5) * step;
      const day = text(middle, BOTTOM + 26, String(dayOfMonth(today, i)), {
        ...{ size: 18, fill: i === 0 ? INK : MUTED, bold: i === 0, anchor: 'middle' },
      });
      const number = text(middle, column.y - 7, String(count), {
        ...{ size: 18, fill: INK, anchor: 'middle' },
      });
      const fill = i === 0 ? DUE_TODAY : DUE;
      return [rect(column, { fill, radius: 5 }), day, ...(count > 0 ? [number] : [])];
    }),
  ];
}

function dayOfMonth(today: string, inDays: number): number {
  const day = new Date(`${today}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() + inDays);
  return day.getUTCDate();
}

/** The chance of recall at which the scheduler brings a fact back. */
const WANTED = 0.9;

/** How many of ten facts asked again were remembered, week by week. Inside a card of this width. */
export function memoryColumns(weeks: readonly StatsWeek[], width: number): string[] {
  const goal = BOTTOM - WANTED * TALLEST;
  const room = width - 74;
  const step = room / weeks.length;
  const title = text(0, 26, 'Помнится из десяти', { size: 26, fill: INK, bold: true });
  if (weeks.every(({ asked }) => asked === 0)) {
    return [title, ...soon(width)];
  }
  return [
    title,
    dashes([0, BOTTOM + 1], [room, BOTTOM + 1], GRID),
    ...weeks.flatMap(({ asked, kept }, i) => {
      const share = asked === 0 ? 0 : kept / asked;
      const height = share * TALLEST;
      const column = { x: i * step + 3, y: BOTTOM - height, width: step - 6, height };
      const number = text((i + 0.5) * step, BOTTOM - 9, String(Math.round(share * 10)), {
        ...{ size: 18, fill: CARD, bold: true, anchor: 'middle' },
      });
      return asked === 0 ? [] : [rect(column, { fill: KEPT, radius: 5 }), number];
    }),
    dashes([0, goal], [room, goal], MUTED),
    text(width, goal + 7, 'цель 9', { size: 20, fill: MUTED, anchor: 'end' }),
    text(0, BOTTOM + 26, `${weeks.length} недель`, { size: 18, fill: MUTED }),
    text(room, BOTTOM + 26, 'эта', { size: 18, fill: INK, anchor: 'end' }),
  ];
}

const soon = (width: number): string[] =>
  ['Появится, когда вопросы', 'начнут возвращаться'].map((line, i) =>
    text(width / 2, 112 + i * 32, line, { size: 22, fill: MUTED, anchor: 'middle' }),
  );
