/**
 * `npm run build && node docs/picture/stats.mjs` draws the picture of /stats for three learners of `notes/docker.txt`: on
 * the first day, after half a year, and back after a break. They answer real questions over a database that is thrown
 * away, day by day; clock and chance are fixed, so the same code and notes give the same pictures.
 */
import { writeFile } from 'node:fs/promises';
import { drawStats } from '../../dist/picture/draw.js';
import { createPictures } from '../../dist/picture/pictures.js';
import { playDays } from './days.mjs';

const DAY_ONE = '2025-11-27';
const TODAY = '2026-05-20';

/** Which days of the way somebody studies, how much, and how often they are right. */
const learners = {
  new: { from: TODAY, right: 0.8, studies: () => true },
  steady: { from: '2026-01-12', right: 0.9, studies: (_, random) => random() < 0.93 },
  returning: {
    from: DAY_ONE,
    right: 0.85,
    studies: (day, random) => day === TODAY || (day < '2026-04-24' && random() < 0.95),
  },
};

const pictures = createPictures({ patienceMs: 60_000 });
for (const [name, learner] of Object.entries(learners)) {
  const stats = await playDays({ ...learner, name, until: TODAY });
  const png = await pictures.render(drawStats(stats));
  await writeFile(new URL(`../stats-${name}.png`, import.meta.url), png);
  console.log(`docs/stats-${name}.png: ${png.length} bytes, ${stats.streak.days} days in a row`);
}
await pictures.close();
