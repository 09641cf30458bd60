/**
 * DOOR the picture of /stats. In: a learner's numbers. Out: an SVG of a size Telegram shows without shrinking it (1280 at
 * most), the same for the same numbers. Everything stays in its card however long the names of the sections are.
 */
import type { Stats } from '../study/mastery.js';
import { COLUMNS_HEIGHT, dueColumns, memoryColumns } from './columns.js';
import { HEAT_MAP_HEIGHT, heatMap } from './heat-map.js';
import { CARD, INK, PAPER } from './palette.js';
import { drawing, fit, rect, text, type Box } from './svg.js';
import { tiles, TILE_HEIGHT } from './tiles.js';
import { topicBars, topicBarsHeight } from './topic-bars.js';

const WIDTH = 960;
const MARGIN = 24;
const GAP = 16;
const PADDING = 20;
const TITLE_HEIGHT = 56;
const INNER = WIDTH - 2 * MARGIN;

/** Draws a learner's numbers. */
export function drawStats(stats: Stats): string {
  const parts = [title(stats.deckTitle ?? '')];
  let y = MARGIN + TITLE_HEIGHT;
  const row = (height: number, cells: readonly ((width: number) => readonly string[])[]) => {
    const width = (INNER - GAP * (cells.length - 1)) / cells.length;
    for (const [i, draw] of cells.entries()) {
      const box = { x: MARGIN + i * (width + GAP), y, width, height: height + 2 * PADDING };
      parts.push(card(box, draw(width - 2 * PADDING)));
    }
    y += height + 2 * PADDING + GAP;
  };
  row(
    TILE_HEIGHT,
    tiles(stats).map((tile) => () => tile),
  );
  row(HEAT_MAP_HEIGHT, [(width) => heatMap(stats.days, width)]);
  if (stats.topics.length > 0) {
    row(topicBarsHeight(stats.topics), [(width) => topicBars(stats.topics, width)]);
  }
  row(COLUMNS_HEIGHT, [
    (width) => dueColumns(stats.ahead, stats.today, width),
    (width) => memoryColumns(stats.weeks, width),
  ]);
  const height = y - GAP + MARGIN;
  const paper = rect({ x: 0, y: 0, width: WIDTH, height }, { fill: PAPER });
  return drawing(WIDTH, height, [paper, ...parts]);
}

const title = (words: string): string =>
  text(MARGIN + 4, MARGIN + 34, fit(words, INNER - 8, 40), { size: 40, fill: INK, bold: true });

function card(box: Box, parts: readonly string[]): string {
  const paper = rect(box, { fill: CARD, radius: 24 });
  const inside = `translate(${box.x + PADDING} ${box.y + PADDING})`;
  return `${paper}<g transform="${inside}">${parts.join('')}</g>`;
}
