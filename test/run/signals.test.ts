import { listenToSignals } from '../../src/run/signals.js';

test('the first signal asks for a clean stop, the second ends the process', () => {
  const seen: string[] = [];
  const signals = listenToSignals({
    stop: () => seen.push('stop'),
    exit: (code) => seen.push(`exit ${code}`),
  });
  process.emit('SIGTERM');
  signals.interrupt();
  process.emit('SIGINT');
  signals.release();
  expect(seen).toEqual(['stop', 'exit 130', 'exit 130']);
  expect(process.listenerCount('SIGTERM')).toBe(0);
});
