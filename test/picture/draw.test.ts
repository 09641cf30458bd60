import fc from 'fast-check';
import { drawStats } from '../../src/picture/draw.js';
import { levelOf } from '../../src/picture/heat-map.js';
import { fit, widthOf } from '../../src/picture/svg.js';
import { aStats, aTopic } from '../support/stats.js';

/** Words of the drawing, in its order. */
const wordsOf = (svg: string): string[] =>
  [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/gu)].map(([, words]) => words ?? '');

const sizeOf = (svg: string) => {
  const [, width, height] = /^<svg[^>]* width="(\d+)" height="(\d+)"/u.exec(svg) ?? [];
  return { width: Number(width), height: Number(height) };
};

test('the same numbers give the same picture', () => {
  expect(drawStats(aStats())).toBe(drawStats(aStats()));
  expect(drawStats(aStats())).not.toBe(drawStats(aStats({ answersToday: 6 })));
});

test('the numbers stand in the picture', () => {
  const words = wordsOf(drawStats(aStats()));
  expect(words).toEqual(expect.arrayContaining(['Git', '6', 'дней', 'подряд, рекорд 34']));
  expect(words).toEqual(expect.arrayContaining(['21', 'из 48', 'освоено, учится 15']));
  expect(words).toEqual(expect.arrayContaining(['31', 'вопрос', 'за неделю, сегодня 5']));
  expect(words).toEqual(expect.arrayContaining(['Ветки', '4 из 7', 'Недостатки', 'пусто']));
});

test('many sections leave room for all the rest, empty ones are never all left out', () => {
  const topics = Array.from({ length: 60 }, (_, i) =>
    aTopic(`Раздел ${i}`, i % 5 === 4 ? { isEmpty: true } : { new: 3 }),
  );
  const svg = drawStats(aStats({ topics }));
  expect(sizeOf(svg).height).toBeLessThanOrEqual(1280);
  expect(wordsOf(svg)).toContain('и ещё 53 — в /topics');
  expect(wordsOf(svg).filter((words) => words === 'пусто')).toHaveLength(2);
});

test('somebody else’s words are escaped, and what the font has no sign for is left out', () => {
  const svg = drawStats(aStats({ deckTitle: '<b>&\u0000 🔥 Git</b>' }));
  expect(wordsOf(svg)[0]).toBe('&lt;b&gt;&amp; Git&lt;/b&gt;');
});

test('a learner who has done nothing yet gets a picture too', () => {
  const counts = { mastered: 0, learning: 0, new: 3 };
  const svg = drawStats(aStats({ counts, weeks: [], ahead: [], days: [], topics: [] }));
  expect(wordsOf(svg)).toContain('Появится, когда вопросы');
});

test('whatever the numbers and names are, no coordinate is broken', () => {
  const number = fc.nat({ max: 5000 });
  const topic = fc
    .record({ title: fc.string(), mastered: number, learning: number, new: number })
    .map(({ title, ...counts }) => aTopic(title, counts));
  fc.assert(
    fc.property(
      fc.array(topic, { maxLength: 12 }),
      fc.array(number, { minLength: 14, maxLength: 14 }),
      (topics, ahead) => {
        const svg = drawStats(aStats({ topics, ahead }));
        expect(svg).not.toMatch(/NaN|Infinity|undefined/u);
        expect(sizeOf(svg)).toMatchObject({ width: 960 });
      },
    ),
  );
});

test('a name is cut to its room', () => {
  expect(fit('Ветки', 400, 24)).toBe('Ветки');
  expect(fit('Очень длинное название раздела о ветках', 200, 24)).toMatch(/^Очень .*[^ ]…$/u);
  fc.assert(
    fc.property(fc.string(), fc.integer({ min: 60, max: 500 }), (words, width) => {
      expect(widthOf(fit(words, width, 24), 24)).toBeLessThanOrEqual(width);
    }),
  );
});

test.each([
  [0, null, 0],
  [1, 'idle', 1],
  [4, 'missed', 1],
  [2, 'studied', 2],
  [5, null, 2],
  [12, 'studied', 3],
  [25, 'studied', 4],
] as const)('%i answers on a day that was %s are shade %i', (answers, outcome, level) => {
  expect(levelOf({ answers, outcome })).toBe(level);
});
