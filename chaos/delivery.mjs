/**
 * Telegram's delivery of updates, at its worst: an update goes to any process until one says 200; three of ten are posted
 * to two at once, three of ten once more after they were taken. In: an update. Out: when it is certainly taken.
 */
import http from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';

const agent = new http.Agent({ keepAlive: true, maxSockets: 256 });
const GIVE_UP_MS = 5_000;
/** Telegram is more patient, but here nobody is away for so long. */
const TAKEN_WITHIN_MS = 120_000;
/** Whoever kills a process starts another one at once. */
const DESERTED_MS = 20_000;

/** `replicas.ready()` are those that may be chosen; `random` decides everything. */
export function createDelivery({ replicas, secret, random, copies = 0.3 }) {
  const counts = { posts: 0, taken: 0, refused: 0, broken: 0 };
  const waits = [];

  /** The status of one try; 0 when the connection broke. */
  function post(replica, body) {
    counts.posts += 1;
    return new Promise((resolve) => {
      const request = http.request(replica.url, {
        ...{ method: 'POST', agent, timeout: GIVE_UP_MS },
        headers: {
          'content-type': 'application/json',
          'content-length': Buffer.byteLength(body),
          'x-telegram-bot-api-secret-token': secret,
        },
      });
      request.on('response', (response) => {
        response.resume();
        response.on('end', () => resolve(response.statusCode)).on('error', () => resolve(0));
      });
      request.on('timeout', () => request.destroy());
      request.on('error', () => resolve(0));
      request.end(body);
    });
  }

  async function untilTaken(body) {
    const startedAt = performance.now();
    for (;;) {
      const ready = replicas.ready();
      const waited = performance.now() - startedAt;
      if (replicas.isDeserted() && waited > DESERTED_MS) throw new Error('no process is left');
      if (waited > TAKEN_WITHIN_MS) throw new Error('an update that nobody takes');
      const replica = ready[Math.floor(random() * ready.length)];
      const status = replica === undefined ? null : await post(replica, body);
      if (status === 200) return;
      if (status === 0) counts.broken += 1;
      else if (status !== null) counts.refused += 1;
      await pause(20 + random() * 30);
    }
  }

  return {
    ...{ counts, waits },
    /** Delivers an update, perhaps in copies; resolves when every copy is taken. */
    async deliver(update) {
      const body = JSON.stringify(update);
      const startedAt = performance.now();
      const first = untilTaken(body);
      if (random() < copies) await Promise.all([first, untilTaken(body)]);
      else await first;
      counts.taken += 1;
      waits.push(performance.now() - startedAt);
      if (random() < copies) await untilTaken(body);
    },
    post,
  };
}
