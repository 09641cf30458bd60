import { inSlices } from '../../src/study/in-slices.js';

/** Work of so many milliseconds in steps of one; it counts its steps. */
function* work(steps: number, done: { steps: number }): Generator<void, string> {
  for (; done.steps < steps; done.steps += 1) {
    const until = performance.now() + 1;
    while (performance.now() < until);
    yield;
  }
  return 'done';
}

test('long work is done to its end, and others have their turn before that', async () => {
  const done = { steps: 0 };
  let seen: number | null = null;
  setImmediate(() => (seen ??= done.steps));
  await expect(inSlices(work(60, done))).resolves.toBe('done');
  expect(done.steps).toBe(60);
  expect(seen).not.toBeNull();
  expect(seen).toBeLessThan(60);
});

test('what throws inside is thrown outside', async () => {
  // eslint-disable-next-line require-yield -- the work fails before its first step
  function* broken(): Generator<void, never> {
    throw new Error('no deck');
  }
  await expect(inSlices(broken())).rejects.toThrow('no deck');
});
