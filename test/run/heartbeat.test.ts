import { startHeartbeat } from '../../src/run/heartbeat.js';

const log = { debug: () => undefined, warn: () => undefined };

/** A heart whose minutes pass when the test lets them. */
function heart(beat: () => Promise<void>) {
  const stopping = new AbortController();
  let pass = (): void => undefined;
  const sleep = (_ms: number, signal: AbortSignal) =>
    new Promise<void>((resolve, reject) => {
      pass = resolve;
      signal.addEventListener('abort', () => reject(new Error('stopped')));
    });
  const minute = async () => {
    pass();
    await new Promise(setImmediate);
  };
  const started = startHeartbeat({ beat, log, stop: stopping.signal, sleep });
  return { started, minute, stop: () => stopping.abort() };
}

test('it beats before anything else begins, and every minute until it is stopped', async () => {
  let beats = 0;
  const { started, minute, stop } = heart(async () => void (beats += 1));
  await started;
  expect(beats).toBe(1);
  await minute();
  await minute();
  expect(beats).toBe(3);
  stop();
  await minute();
  expect(beats).toBe(3);
});

test('a beat that fails is left out; the next one is tried', async () => {
  let beats = 0;
  const { started, minute, stop } = heart(async () => {
    beats += 1;
    if (beats === 2) throw new Error('the database is away');
  });
  await started;
  await minute();
  await minute();
  expect(beats).toBe(3);
  stop();
});
