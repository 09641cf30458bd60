import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Bot } from 'grammy';
import { connectionCode } from '../../src/telegram/errors.js';
import { networkFetch } from '../../src/telegram/fetch.js';
import { createLocalTelegram } from '../../src/telegram/local/local-telegram.js';

type Listener = (request: IncomingMessage, response: ServerResponse) => unknown;

/** An HTTP server for one test; gives its address. */
async function withServer(listener: Listener, use: (root: string) => Promise<void>): Promise<void> {
  const server = createServer((request, response) => void listener(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    await use(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  } finally {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
}

test('a bot talks to a Bot API server over HTTP, on one connection', async () => {
  const telegram = createLocalTelegram();
  const ports = new Set<number | undefined>();
  const serve: Listener = async (request, response) => {
    ports.add(request.socket.remotePort);
    const body = Buffer.concat(await request.toArray());
    const headers = { 'content-type': request.headers['content-type'] ?? '' };
    const answer = await telegram.fetch(`http://local${request.url}`, {
      method: 'POST',
      headers,
      body,
    });
    response.writeHead(answer.status).end(await answer.text());
  };
  await withServer(serve, async (apiRoot) => {
    const bot = new Bot(telegram.token, { client: { fetch: networkFetch, apiRoot } });
    const { id } = telegram.person().user;
    await bot.api.sendMessage(id, 'Привет 👋');
    await expect(bot.api.sendMessage(404, 'кому')).rejects.toMatchObject({ error_code: 400 });
    await bot.api.sendMessage(id, 'я'.repeat(4096));
    expect(telegram.messagesOf(id).map(({ text }) => text?.length)).toEqual([9, 4096]);
    expect(ports.size).toBe(1);
  });
});

test('a refused connection is named', async () => {
  let root = '';
  await withServer(
    () => undefined,
    async (address) => void (root = address),
  );
  const refused = await networkFetch(`${root}/bot1:x/getMe`).catch((error: unknown) => error);
  expect(connectionCode(refused)).toBe('ECONNREFUSED');
});

test('an answer cut in the middle is a failure, not a short answer', async () => {
  const cut: Listener = (_, response) => {
    response.writeHead(200, { 'content-length': 100 });
    response.write('{"ok":true', () => response.destroy());
  };
  await withServer(cut, async (root) => {
    await expect(networkFetch(`${root}/bot1:x/getMe`)).rejects.toThrow();
  });
});

test('an abort ends a call that hangs', async () => {
  const controller = new AbortController();
  await withServer(
    () => controller.abort(),
    async (root) => {
      await expect(networkFetch(root, { signal: controller.signal })).rejects.toThrow('aborted');
      await expect(networkFetch(root, { signal: controller.signal })).rejects.toThrow('aborted');
    },
  );
});
