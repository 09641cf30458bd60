/**
 * The picture of /stats: how long until there is a PNG, drawing included, and how large it is. Numbers of a busy half year,
 * another one each round, so that nothing is taken from what was kept. The first picture starts the thread that renders.
 */
import { drawStats } from '../dist/picture/draw.js';
import { createPictures } from '../dist/picture/pictures.js';
import { median, timed } from './measure.mjs';

const ROUNDS = 20;
const STARTS = 5;
const DAYS = 180;
const DAY_MS = 86_400_000;
const FIRST_DAY = Date.parse('2025-11-24');

/** The rows of the table. */
export async function picture() {
  const first = [];
  for (let round = 0; round < STARTS; round += 1) {
    const pictures = createPictures({ patienceMs: 60_000 });
    first.push(await timed(() => pictures.render(drawStats(numbers(round)))));
    await pictures.close();
  }
  const pictures = createPictures({ patienceMs: 60_000 });
  const sizes = [];
  const times = [];
  for (let round = 0; round <= ROUNDS; round += 1) {
    const draw = async () => sizes.push((await pictures.render(drawStats(numbers(round)))).length);
    times.push(await timed(draw));
  }
  const kept = await timed(() => pictures.render(drawStats(numbers(ROUNDS))));
  await pictures.close();
  const reach = { projectAtMost: 300 };
  return [
    { what: 'picture of /stats', unit: 'ms', project: median(times.slice(1)), reach },
    { what: 'the first one after a quiet time', unit: 'ms', project: median(first), reach },
    { what: 'the same once more', unit: 'ms', project: kept },
    {
      ...{ what: 'its size', unit: 'kB', project: Math.max(...sizes) / 1000 },
      reach: { projectAtMost: 150 },
    },
  ];
}

function numbers(round) {
  const counts = { mastered: 60 + round, learning: 30, new: 20 };
  return {
    deckTitle: 'Хранилища и ветки',
    ...{ counts, total: 110 + round, answersThisWeek: 40 + round, answersToday: 10 },
    streak: { days: 20 + round, record: 90, saved: [] },
    today: dayOf(DAYS - 1),
    days: Array.from({ length: DAYS }, (_, i) => ({
      ...{ day: dayOf(i), answers: (i * 7 + round) % 30 },
      outcome: i % 9 === 0 ? 'off' : 'studied',
    })),
    topics: Array.from({ length: 12 }, (_, i) => ({
      ...{ title: `Раздел с довольно длинным названием ${i}`, isEmpty: i % 5 === 4 },
      ...(i % 5 === 4
        ? { mastered: 0, learning: 0, new: 0 }
        : { mastered: i, learning: 4, new: 3 }),
    })),
    ahead: Array.from({ length: 14 }, (_, i) => (i * 5 + round) % 17),
    weeks: Array.from({ length: 12 }, (_, i) => ({ asked: 50, kept: 38 + i })),
  };
}

const dayOf = (index) => new Date(FIRST_DAY + index * DAY_MS).toISOString().slice(0, 10);
