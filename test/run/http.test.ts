import { createLog } from '../../src/log.js';
import { type HttpDoor, openDoor } from '../../src/run/http.js';
import { probes } from '../../src/run/probes.js';
import { RunError } from '../../src/run/run-error.js';

const log = createLog('silent');

let door: HttpDoor;
beforeEach(async () => void (door = await openDoor({ port: 0, log })));
afterEach(() => door.stop());

const get = (path: string, init: RequestInit = {}) =>
  fetch(`http://127.0.0.1:${door.port}${path}`, init);
const statusOf = async (path: string, init: RequestInit = {}) => (await get(path, init)).status;

describe('the door', () => {
  beforeEach(() =>
    door.serve({
      ...{ method: 'POST', path: '/in' },
      refuse: (headers) => (headers['x-key'] === 'right' ? null : { status: 401 }),
      handle: (body) => {
        if (body.toString() === 'bug') throw new Error('a bug');
        return { status: 200, text: String(body.length) };
      },
    }),
  );
  const post = (body: string, headers: Record<string, string> = { 'x-key': 'right' }) =>
    statusOf('/in', { method: 'POST', body, headers });

  test('takes what fits, refuses the rest', async () => {
    expect(await post('x'.repeat(256 * 1024))).toBe(200);
    expect(await post('x'.repeat(256 * 1024 + 1))).toBe(413);
    expect(await post('x', {})).toBe(401);
    expect(await statusOf('/in')).toBe(405);
    expect(await statusOf('/else')).toBe(404);
    expect(await post('bug')).toBe(500);
    expect(await post('after all that')).toBe(200);
  });

  test('a body without an announced length is counted as it comes', async () => {
    const body = new ReadableStream({
      start(controller) {
        for (let i = 0; i < 300; i += 1) controller.enqueue(new Uint8Array(1024));
        controller.close();
      },
    });
    const request = { method: 'POST', body, headers: { 'x-key': 'right' }, duplex: 'half' };
    // The connection may be gone before the answer is read: both are a refusal.
    const said = await statusOf('/in', request as RequestInit).catch(() => 413);
    expect(said).toBe(413);
  });
});

test('a taken port is one sentence', async () => {
  await expect(openDoor({ port: door.port, log })).rejects.toThrow(
    new RunError(`PORT ${door.port} is taken by another program.`),
  );
});

test('a closed door is closed', async () => {
  const { port } = door;
  await door.stop();
  await expect(fetch(`http://127.0.0.1:${port}/`)).rejects.toThrow();
  door = await openDoor({ port: 0, log });
});

test('probes tell alive from ready', async () => {
  let absence: 'starting' | 'stopping' | null = 'starting';
  let database: () => Promise<'ok' | 'schema'> = async () => 'ok';
  door.serve(
    ...probes({
      absence: () => absence,
      checkDatabase: () => database(),
      metrics: async () => ({ contentType: 'text/plain', text: 'a 1\n' }),
    }),
  );
  const ready = async () => (await get('/readyz')).text();
  expect(await ready()).toBe('starting\n');
  absence = null;
  expect([await ready(), await statusOf('/readyz', { method: 'HEAD' })]).toEqual(['ok\n', 200]);
  database = async () => 'schema';
  expect([await ready(), await statusOf('/readyz')]).toEqual(['database: schema\n', 503]);
  database = () => Promise.reject(new Error('no database'));
  expect(await ready()).toBe('database: away\n');
  database = () => new Promise(() => undefined);
  expect(await ready()).toBe('database: slow\n');
  absence = 'stopping';
  expect(await ready()).toBe('stopping\n');
  expect(await statusOf('/healthz')).toBe(200);
  expect(await (await get('/metrics')).text()).toBe('a 1\n');
});
