/**
 * Telegram's side of the wire, over HTTP in this process: answers every call, remembers which verdicts were shown, and
 * makes trouble when told to. In: what trouble. Out: its address and what it was asked.
 */
import { Buffer } from 'node:buffer';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';

const VERDICT = /^(?:✅|🟡|❌)/u;

/** Opens the server. `trouble(method, params)` gives `{ status, retryAfter }` to refuse a call, `{ afterMs }` to delay it. */
export async function openBotApi() {
  const state = {
    trouble: () => null,
    calls: 0,
    refused: 0,
    verdicts: new Set(),
    messages: 0,
    /** How many messages each chat got. */
    sentTo: new Map(),
    onEdit: () => undefined,
  };

  async function answer(method, params) {
    state.calls += 1;
    const { status = 200, retryAfter, afterMs = 0 } = state.trouble(method, params) ?? {};
    if (afterMs > 0) await pause(afterMs);
    if (status !== 200) {
      state.refused += 1;
      const parameters = retryAfter === undefined ? {} : { retry_after: retryAfter };
      return {
        status,
        body: { ok: false, error_code: status, description: 'trouble', parameters },
      };
    }
    return { status, body: { ok: true, result: resultOf(method, params) } };
  }

  function resultOf(method, { chat_id: chatId, message_id: messageId, text = '' }) {
    if (method === 'editMessageText') state.onEdit(`${chatId}:${messageId}`);
    if (VERDICT.test(text)) state.verdicts.add(`${chatId}:${messageId ?? 'new'}`);
    if (method === 'getMe')
      return { id: 1, is_bot: true, first_name: 'Бот', username: 'chaos_bot' };
    if (!method.startsWith('send')) return true;
    state.messages += 1;
    state.sentTo.set(chatId, (state.sentTo.get(chatId) ?? 0) + 1);
    return {
      message_id: 1_000_000 + state.messages,
      date: 1,
      chat: { id: chatId, type: 'private' },
      text,
    };
  }

  const server = createServer(async (request, response) => {
    try {
      const chunks = [];
      for await (const chunk of request) chunks.push(chunk);
      const method = request.url.slice(request.url.lastIndexOf('/') + 1);
      const sent = chunks.length === 0 ? {} : JSON.parse(Buffer.concat(chunks).toString());
      const { status, body } = await answer(method, sent);
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(JSON.stringify(body));
    } catch {
      // The caller was killed in the middle of its call.
      response.destroy();
    }
  });
  server.keepAliveTimeout = 60_000;
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    state,
    apiRoot: `http://127.0.0.1:${server.address().port}`,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}
