/** How far every section is: one bar each, empty sections as an outline. */
import type { TopicRow } from '../study/mastery.js';
import { EMPTY, INK, LEARNING, MASTERED, MUTED, NEW } from './palette.js';
import { fit, rect, text, widthOf } from './svg.js';

const ROW = 40;
const TOP = 54;
const BAR = 20;
const NAME = 470;
const COUNT = 100;
/** Rows that leave room for everything else. */
const MOST_ROWS = 8;

/** What is drawn: sections in the order of the notes, and how many are left out. */
interface Rows {
  readonly shown: readonly TopicRow[];
  readonly rest: number;
}

export const topicBarsHeight = (topics: readonly TopicRow[]): number => {
  const { shown, rest } = rowsOf(topics);
  return TOP + (shown.length + (rest > 0 ? 1 : 0)) * ROW;
};

/** Inside a card of this width, from its corner on. */
export function topicBars(topics: readonly TopicRow[], width: number): string[] {
  const { shown, rest } = rowsOf(topics);
  const more = text(0, TOP + shown.length * ROW + 24, `и ещё ${rest} — в /topics`, {
    ...{ size: 22, fill: MUTED },
  });
  return [
    text(0, 28, 'Разделы', { size: 28, fill: INK, bold: true }),
    ...legend(width),
    ...shown.flatMap((row, i) => rowOf(row, TOP + i * ROW, width)),
    ...(rest > 0 ? [more] : []),
  ];
}

/** Sections with facts first, for they are what was worked on; a little room is always left to the empty ones. */
function rowsOf(topics: readonly TopicRow[]): Rows {
  const filled = topics.filter((row) => totalOf(row) > 0);
  const empty = topics.filter((row) => row.isEmpty);
  const all = filled.length + empty.length;
  const room = all > MOST_ROWS ? MOST_ROWS - 1 : MOST_ROWS;
  const forEmpty = Math.min(empty.length, Math.max(room - filled.length, 2));
  const shown = new Set([...filled.slice(0, room - forEmpty), ...empty.slice(0, forEmpty)]);
  return { shown: topics.filter((row) => shown.has(row)), rest: all - shown.size };
}

const totalOf = ({ mastered, learning, new: fresh }: TopicRow): number =>
  mastered + learning + fresh;

function rowOf(row: TopicRow, y: number, width: number): string[] {
  const bar = { x: NAME, y: y + 6, width: width - NAME - COUNT, height: BAR };
  const name = text(0, y + 24, fit(row.title ?? 'Без раздела', NAME - 20, 24), {
    ...{ size: 24, fill: row.isEmpty ? MUTED : INK },
  });
  const total = totalOf(row);
  if (total === 0) {
    const outline = { fill: 'none', stroke: EMPTY, radius: 8, dashed: true };
    return [name, rect(bar, outline), count('пусто', y, width)];
  }
  const parts = [
    [row.mastered, MASTERED],
    [row.learning, LEARNING],
    [row.new, NEW],
  ] as const;
  return [name, ...segments(bar, parts, total), count(`${row.mastered} из ${total}`, y, width)];
}

const count = (words: string, y: number, width: number): string =>
  text(width, y + 24, words, { size: 22, fill: MUTED, anchor: 'end' });

function segments(
  bar: { x: number; y: number; width: number; height: number },
  parts: readonly (readonly [number, string])[],
  total: number,
): string[] {
  const gap = 3;
  const present = parts.filter(([number]) => number > 0);
  const room = bar.width - gap * (present.length - 1);
  let { x } = bar;
  return present.map(([number, fill]) => {
    const width = (number / total) * room;
    const drawn = rect({ ...bar, x, width }, { fill, radius: 6 });
    x += width + gap;
    return drawn;
  });
}

/** From the right: the last name ends at the edge of the card. */
function legend(width: number): string[] {
  const names = [
    ['освоено', MASTERED],
    ['учится', LEARNING],
    ['новое', NEW],
  ] as const;
  let right = width;
  return names.toReversed().flatMap(([name, fill]) => {
    const x = right - widthOf(name, 20);
    const parts = [
      rect({ x: x - 30, y: 8, width: 22, height: 22 }, { fill, radius: 6 }),
      text(x, 26, name, { size: 20, fill: MUTED }),
    ];
    right = x - 52;
    return parts;
  });
}
