/**
 * The HTTP door of the process, on Node's own server: a handful of fixed addresses do not need a framework, and every
 * request here is paid for by a learner who waits. In: handlers by method and path. Out: a server that listens.
 * Invariant: a body is never larger than its handler allows, a request never takes for ever, a bug is a 500 and a log line.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Log } from '../log.js';
import { RunError } from './run-error.js';

export interface Reply {
  readonly status: number;
  readonly text?: string;
  readonly contentType?: string;
  /** Seconds after which the caller may come again. */
  readonly retryAfter?: number;
}

export interface Route {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  /** Refuses by the headers alone, before a body is read; null lets the request pass. */
  readonly refuse?: (headers: IncomingMessage['headers']) => Reply | null;
  readonly handle: (body: Buffer) => Reply | Promise<Reply>;
}

export interface HttpDoor {
  /** The port in use; differs from the wanted one only for 0. */
  readonly port: number;
  /** Answers these addresses too from now on. */
  serve(...routes: Route[]): void;
  /** Takes no new connections; requests under way are answered. */
  stop(): Promise<void>;
}

export interface HttpSettings {
  readonly port: number;
  readonly log: Log;
}

/** Telegram's updates have at most 64 KiB; nobody else sends a body here. */
export const largestBody = 256 * 1024;

const requestTimeoutMs = 30_000;
/** Longer than proxies keep idle connections, or they would send into a closing one. */
const keepAliveMs = 75_000;

/** Listens on a port. Rejects with a RunError when the port is taken or forbidden. */
export async function openDoor({ port, log }: HttpSettings): Promise<HttpDoor> {
  const routes: Route[] = [];
  let isStopping = false;
  const server = createServer((request, response) => {
    if (isStopping) response.setHeader('connection', 'close');
    answer(request, routes)
      .catch((err: unknown): Reply => {
        log.error({ err }, 'a request failed');
        return { status: 500 };
      })
      .then((reply) => send(response, reply))
      .catch((err: unknown) => log.debug({ err }, 'a caller did not wait for the answer'));
  });
  server.requestTimeout = requestTimeoutMs;
  server.headersTimeout = requestTimeoutMs;
  server.keepAliveTimeout = keepAliveMs;
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(whyNot(error, port)));
    server.listen(port, resolve);
  });
  const address = server.address();
  return {
    port: typeof address === 'object' && address !== null ? address.port : port,
    serve: (...more) => void routes.push(...more),
    async stop() {
      isStopping = true;
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeIdleConnections();
      const guard = setTimeout(() => server.closeAllConnections(), requestTimeoutMs);
      await closed;
      clearTimeout(guard);
    },
  };
}

async function answer(request: IncomingMessage, routes: readonly Route[]): Promise<Reply> {
  const path = request.url?.split('?', 1)[0];
  const here = routes.filter((route) => route.path === path);
  // A HEAD is a GET whose body Node itself leaves out.
  const method = request.method === 'HEAD' ? 'GET' : request.method;
  const route = here.find((it) => it.method === method);
  if (route === undefined) return refused(request, { status: here.length > 0 ? 405 : 404 });
  const refusal = route.refuse?.(request.headers) ?? null;
  if (refusal !== null) return refused(request, refusal);
  const body = await read(request);
  return body === null ? refused(request, { status: 413 }) : route.handle(body);
}

/** The rest of the body is of no interest: it must not keep the connection busy. */
function refused(request: IncomingMessage, reply: Reply): Reply {
  request.unpipe();
  request.resume();
  return reply;
}

/** The body; null when it is too large. */
async function read(request: IncomingMessage): Promise<Buffer | null> {
  if (Number(request.headers['content-length'] ?? 0) > largestBody) return null;
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += (chunk as Buffer).length;
    if (size > largestBody) return null;
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks);
}

function send(response: ServerResponse, reply: Reply): void {
  const { status, text = `${STATUS[status] ?? status}\n`, retryAfter } = reply;
  // Who is refused with a body on its way would otherwise go on sending it.
  if (status === 413) response.setHeader('connection', 'close');
  response.writeHead(status, {
    'content-type': reply.contentType ?? 'text/plain; charset=utf-8',
    'content-length': Buffer.byteLength(text),
    ...(retryAfter !== undefined && { 'retry-after': String(retryAfter) }),
  });
  response.end(text);
}

const STATUS: Readonly<Record<number, string>> = {
  200: 'ok',
  400: 'bad request',
  401: 'unauthorized',
  404: 'not found',
  405: 'method not allowed',
  413: 'too large',
  500: 'failed',
  503: 'not now',
};

function whyNot(error: NodeJS.ErrnoException, port: number): Error {
  if (error.code === 'EADDRINUSE') return new RunError(`PORT ${port} is taken by another program.`);
  if (error.code === 'EACCES')
    return new RunError(`PORT ${port} needs privileges this process does not have.`);
  return error;
}
