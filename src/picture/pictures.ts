/**
 * DOOR pictures beside the bot. In: a drawing as SVG. Out: a PNG, rendered by a thread of its own, or kept from the last
 * time the same was drawn. Throws when it cannot be rendered or takes too long; whoever asks has the numbers in words.
 * Invariant: the thread that talks to learners never renders; an idle bot keeps no thread.
 */
import { createHash } from 'node:crypto';
import { Worker } from 'node:worker_threads';
import type { RenderReply, RenderRequest } from './worker.js';

export interface Pictures {
  /** The PNG of a drawing. */
  render(svg: string): Promise<Uint8Array>;
  /** Ends the thread, if there is one. */
  close(): Promise<void>;
}

export interface PictureSettings {
  /** Milliseconds one picture may take, the start of the thread included. */
  readonly patienceMs?: number;
  /** Milliseconds the thread waits for the next picture before it ends. */
  readonly idleMs?: number;
  readonly worker?: URL;
}

/** Both `src/` and `dist/` are one step below the root: sources run by tests take the built worker as well. */
const WORKER = new URL('../../dist/picture/worker.js', import.meta.url);

/** Pictures kept, some 80 kB each: a tap on the same screen again costs nothing. */
const KEPT = 32;

interface Waiting {
  readonly resolve: (png: Uint8Array) => void;
  readonly reject: (error: Error) => void;
}

/** A renderer whose thread starts with the first picture. */
export function createPictures(settings: PictureSettings = {}): Pictures {
  const { patienceMs = 5_000, idleMs = 5 * 60_000, worker: entry = WORKER } = settings;
  const kept = new Map<string, Promise<Uint8Array>>();
  const waiting = new Map<number, Waiting>();
  let thread: Worker | null = null;
  let idle: NodeJS.Timeout | undefined;
  let count = 0;

  async function end(reason: Error): Promise<void> {
    const ended = thread;
    thread = null;
    clearTimeout(idle);
    for (const { reject } of waiting.values()) reject(reason);
    waiting.clear();
    await ended?.terminate();
  }

  function start(): Worker {
    const started = new Worker(entry, { execArgv: [], env: {} });
    const fail = (error: Error) => (started === thread ? void end(error) : undefined);
    started.on('message', settle);
    started.on('error', fail);
    started.on('exit', () => fail(new Error('the thread that draws has ended')));
    // Last: whoever begins to listen to a thread makes the process wait for it again.
    started.unref();
    return started;
  }

  function settle(reply: RenderReply): void {
    const asked = waiting.get(reply.id);
    waiting.delete(reply.id);
    if ('png' in reply) asked?.resolve(reply.png);
    else asked?.reject(new Error(reply.error));
  }

  async function renderNow(svg: string): Promise<Uint8Array> {
    thread ??= start();
    clearTimeout(idle);
    const request: RenderRequest = { id: (count += 1), svg };
    let timer: NodeJS.Timeout | undefined;
    try {
      return await new Promise<Uint8Array>((resolve, reject) => {
        waiting.set(request.id, { resolve, reject });
        timer = setTimeout(() => void end(new Error('the picture took too long')), patienceMs);
        thread?.postMessage(request);
      });
    } finally {
      clearTimeout(timer);
      idle = setTimeout(() => void end(new Error('idle')), idleMs).unref();
    }
  }

  return {
    render(svg) {
      const key = createHash('sha256').update(svg).digest('base64url');
      const known = kept.get(key) ?? renderNow(svg);
      // What was asked for last is kept longest; a failure is tried again.
      kept.delete(key);
      kept.set(key, known);
      known.catch(() => kept.delete(key));
      const [oldest] = kept.keys();
      if (kept.size > KEPT && oldest !== undefined) kept.delete(oldest);
      return known;
    },
    close: () => end(new Error('the bot is stopping')),
  };
}
