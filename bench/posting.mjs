/**
 * How updates reach a webhook. As Telegram's own Bot API server posts them: over 40 connections, unless the bot asks for
 * another number, and those of one chat one after the other, the next when the last is answered (taps have an order of
 * their own, by the person). Or all at once over as many connections, which it never does.
 */
import { Buffer } from 'node:buffer';
import http from 'node:http';

const CONNECTIONS = 40;

export function openPosting(port) {
  const openAgent = () => new http.Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  const [telegram, flood] = [openAgent(), openAgent()];
  const lastOf = new Map();
  return {
    inOrder(update) {
      const { callback_query: tap, message } = update;
      const queue = tap === undefined ? `chat ${message.chat.id}` : `taps of ${tap.from.id}`;
      const last = lastOf.get(queue) ?? Promise.resolve();
      const posted = last.then(() => post({ port, agent: telegram }, update));
      lastOf.set(queue, posted);
      return posted;
    },
    // Nobody's tap is to wait for a connection on this side.
    atOnce: (update) => post({ port, agent: flood }, update),
    close() {
      telegram.destroy();
      flood.destroy();
    },
  };
}

function post({ port, agent }, update) {
  const body = JSON.stringify(update);
  const headers = {
    'x-telegram-bot-api-secret-token': 'bench-secret',
    'content-length': Buffer.byteLength(body),
  };
  return new Promise((resolve, reject) => {
    const request = http.request({
      ...{ port, host: '127.0.0.1', path: '/', method: 'POST', agent, headers },
    });
    request.on('response', (response) => {
      response.resume().on('end', () => {
        const { statusCode } = response;
        if (statusCode === 200) resolve();
        else reject(new Error(`a post was answered ${statusCode}`));
      });
    });
    request.on('error', (cause) => reject(new Error('a post broke off', { cause })));
    request.end(body);
  });
}
