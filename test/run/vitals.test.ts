import { createVitals } from '../../src/run/vitals.js';

test('trouble is counted by its kind, the latest first', () => {
  let now = 1_000;
  const vitals = createVitals(() => now);
  vitals.mishap('flood');
  now += 5_000;
  vitals.mishap('server');
  vitals.mishap('flood');
  now += 2_000;
  expect(vitals.mishaps()).toEqual([
    { kind: 'flood', times: 2, secondsAgo: 2 },
    { kind: 'server', times: 1, secondsAgo: 2 },
  ]);
  expect(vitals.upSeconds()).toBe(7);
  expect(vitals.version).toMatch(/^\d+\.\d+\.\d+$/u);
});
