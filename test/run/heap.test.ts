import { execFileSync } from 'node:child_process';

/** The most heap a process has had, in times of what it holds on to, while it makes garbage that lives for a while. */
const CHURN = `
  import { keepHeapSmall } from './dist/run/heap.js';
  if (process.argv[1] === 'small') keepHeapSmall();
  const held = Array.from({ length: 300_000 }, (_, i) => ({ text: 'строка ' + i, at: [i, i + 1] }));
  gc();
  const living = process.memoryUsage().heapUsed;
  const passing = [];
  let most = 0;
  for (let i = 0; i < 6_000_000; i += 1) {
    passing[i % 100_000] = { i, next: [i] };
    if (i % 10_000 === 0) most = Math.max(most, process.memoryUsage().heapUsed);
  }
  console.log(held.length > 0 ? most / living : 0);
`;

const growthOf = (kind: string) =>
  Number(
    execFileSync(
      process.execPath,
      // The heap a machine with memory to spare gives, whatever this one has.
      ['--expose-gc', '--max-old-space-size=4096', '--input-type=module', '-e', CHURN, kind],
      { encoding: 'utf8' },
    ),
  );

test('a process keeps less garbage on its heap than Node would let it', () => {
  expect(growthOf('small')).toBeLessThan(growthOf('large'));
});
