import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { downloads } from '../../src/telegram/download.js';
import { networkFetch, type Fetch } from '../../src/telegram/fetch.js';

let server: Server | undefined;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

/** A server that answers every path with so many bytes, or not at all. */
async function serve(answer: (path: string) => number | null): Promise<string> {
  server = createServer((request, response) => {
    const size = answer(request.url ?? '');
    if (size === null) return;
    response.statusCode = size < 0 ? 404 : 200;
    for (let left = size; left > 0; left -= 1000)
      response.write(Buffer.alloc(Math.min(left, 1000)));
    response.end();
  });
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const settings = { fetch: networkFetch, token: '1:secret', largest: 5000 };

test('a file is fetched from beside the Bot API, whatever its path holds', async () => {
  const asked: string[] = [];
  const apiRoot = await serve((path) => asked.push(path) * 0 + 5000);
  const load = downloads({ ...settings, apiRoot });
  expect(await load('documents/file 1?.txt')).toEqual({ ok: true, bytes: new Uint8Array(5000) });
  expect(asked).toEqual(['/file/bot1:secret/documents/file%201%3F.txt']);
});

test('a file beyond the limit is cut off while it comes', async () => {
  const apiRoot = await serve(() => 50_000_000);
  const before = process.memoryUsage().rss;
  expect(await downloads({ ...settings, apiRoot })('a')).toEqual({ ok: false, reason: 'too-big' });
  expect(process.memoryUsage().rss - before).toBeLessThan(200_000_000);
});

test('a server that has it no more, or says nothing, is unreachable after a second try', async () => {
  let tries = 0;
  const gone = await serve(() => (tries += 1) * 0 - 1);
  expect(await downloads({ ...settings, apiRoot: gone })('a')).toMatchObject({
    reason: 'unreachable',
  });
  expect(tries).toBe(2);
  server?.close();
  const silent = await serve(() => null);
  const load = downloads({ ...settings, apiRoot: silent, timeoutMs: 50 });
  expect(await load('a')).toEqual({ ok: false, reason: 'unreachable' });
});

test('no error holds the token', async () => {
  const fetch: Fetch = async (url) => {
    throw new TypeError(`fetch failed: ${String(url)}`);
  };
  const load = downloads({ ...settings, fetch, apiRoot: 'http://x' });
  expect(JSON.stringify(await load('a'))).not.toContain('secret');
});
