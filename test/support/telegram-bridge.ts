/**
 * The local Telegram over real HTTP, for bots in processes of their own. In: a local Telegram; out: its address and a
 * way to meddle with calls on their way. A bot that dies with a call under way leaves the call to Telegram, as it would.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { LocalTelegram } from '../../src/telegram/local/local-telegram.js';

/** When a call is seen: before it takes effect, or after that and before it is answered. */
export type Stage = 'asked' | 'done';

export interface BridgedCall {
  readonly method: string;
  readonly stage: Stage;
  /** The chat it is about; null for calls about none. */
  readonly chatId: number | null;
}

/** Sees every call twice, and may hold it by waiting. */
export type Meddler = (call: BridgedCall) => void | Promise<void>;

export interface TelegramBridge {
  /** For TELEGRAM_API_ROOT. */
  readonly apiRoot: string;
  /** Replaces whoever meddled before. */
  meddle(meddler: Meddler): void;
  close(): Promise<void>;
}

export async function openBridge(telegram: LocalTelegram): Promise<TelegramBridge> {
  let meddler: Meddler = () => undefined;

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks);
    const url = `http://telegram${request.url ?? '/'}`;
    const method = url.slice(url.lastIndexOf('/') + 1);
    const gone = new AbortController();
    response.once('close', () => gone.abort());
    const call = { method, chatId: chatOf(body) };
    await meddler({ ...call, stage: 'asked' });
    const answer = await telegram.fetch(url, {
      method: request.method ?? 'GET',
      headers: { 'content-type': request.headers['content-type'] ?? 'application/json' },
      ...{ body, signal: gone.signal },
    });
    await meddler({ ...call, stage: 'done' });
    response.writeHead(answer.status, { 'content-type': 'application/json' });
    response.end(await answer.text());
  }

  const server = createServer((request, response) => {
    // A meddler that throws, or a bot that is gone: the connection breaks and nothing else happens.
    serve(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    apiRoot: `http://127.0.0.1:${port}`,
    meddle: (next) => void (meddler = next),
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function chatOf(body: Buffer): number | null {
  try {
    const { chat_id: chatId } = JSON.parse(body.toString()) as { chat_id?: number };
    return chatId ?? null;
  } catch {
    return null;
  }
}
