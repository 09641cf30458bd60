import { startHealth } from '../../src/run/health.js';
import { RunError } from '../../src/run/run-error.js';

test('the process says that it is alive, and nothing else', async () => {
  const health = await startHealth(0);
  const get = async (path: string) =>
    (await fetch(`http://127.0.0.1:${health.port}${path}`)).status;
  expect([await get('/healthz'), await get('/'), await get('/healthz/x')]).toEqual([200, 404, 404]);
  await health.stop();
  await expect(get('/healthz')).rejects.toThrow();
});

test('a taken port is one sentence', async () => {
  const first = await startHealth(0);
  await expect(startHealth(first.port)).rejects.toThrow(
    new RunError(`PORT ${first.port} is taken by another program.`),
  );
  await first.stop();
});
