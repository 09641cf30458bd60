import fc from 'fast-check';
import { gathered } from '../../src/run/gathered.js';

test('every caller’s items are done once and in order, never two pieces at a time', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(fc.nat(), { minLength: 1, maxLength: 5 }), { maxLength: 20 }),
      fc.scheduler(),
      async (calls, scheduler) => {
        let working = 0;
        const pieces: number[][] = [];
        const ask = gathered<number>(6, async (items) => {
          expect((working += 1)).toBe(1);
          pieces.push([...items]);
          await scheduler.schedule(Promise.resolve());
          working -= 1;
        });
        await scheduler.waitFor(Promise.all(calls.map((items) => ask(items))));
        expect(pieces.flat()).toEqual(calls.flat());
        expect(pieces.every((piece) => piece.length <= 6)).toBe(true);
      },
    ),
  );
});

test('a piece that fails is heard of by its callers alone', async () => {
  const ask = gathered<string>(1, async ([item]) => {
    if (item === 'bad') throw new Error('bad');
  });
  const outcomes = await Promise.allSettled([ask(['good']), ask(['bad']), ask(['good'])]);
  expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
});
