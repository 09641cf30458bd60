/**
 * The server process of a cluster: started, or found running (a second process of ours, or what a killed one left).
 * It is a session of its own, so Ctrl-C does not reach it while an answer is being saved. It listens on 127.0.0.1 with
 * a random password: unlike a socket that needs no short path, and works the same on every system.
 */
import { closeSync, fstatSync, ftruncateSync, openSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { DatabaseError } from '../database-error.js';
import type { Binaries } from './binaries.js';
import type { Cluster } from './cluster.js';
import { disownStranger, findPostmaster, type Postmaster, readPostmaster } from './postmaster.js';
import { complaint, startProgram } from './program.js';

const LOOK_EVERY_MS = 10;
/** Long enough for a recovery after a crash under load. */
const START_WITHIN_MS = 60_000;
const STOP_WITHIN_MS = 10_000;
const MOST_LAUNCHES = 5;
const PORT_TRIES = 100;
const LARGEST_LOG = 1_000_000;

export interface RunningServer {
  readonly port: number;
  /** It was running before we came. */
  readonly isFound: boolean;
}

/**
 * Finds or starts the server and waits until it takes connections; on the wanted port if nobody else has taken that.
 * Throws `DatabaseError`.
 */
export async function startServer(
  cluster: Cluster,
  binaries: Binaries,
  wantedPort?: number,
): Promise<RunningServer> {
  const deadline = performance.now() + START_WITHIN_MS;
  // After a crash everyone tries the port it had, so that whoever starts it first, the others find it there.
  let port = readPostmaster(cluster.directory)?.port ?? wantedPort ?? (await freePort());
  let launches = 0;
  while (performance.now() < deadline) {
    const running = findPostmaster(cluster.directory);
    if (running?.isReady) return { port: running.port, isFound: true };
    if (running !== null) {
      await pause(LOOK_EVERY_MS);
      continue;
    }
    const failure = await launch(cluster, { binaries, port, deadline });
    if (failure === null) return { port, isFound: false };
    // Backends of a killed server finish their statement first: Postgres waits for them, and so do we.
    const isBusy = /shared memory block .* still in use|lock file .* already exists/.test(failure);
    if (!isBusy && (launches += 1) >= MOST_LAUNCHES) throw notStarted(cluster, failure);
    await pause(isBusy ? LOOK_EVERY_MS : 200);
    if (!isBusy) port = await freePort();
  }
  throw notStarted(cluster, `not ready within ${START_WITHIN_MS / 1000} s`);
}

/** Asks the server to end at once: transactions in flight are undone, acknowledged ones are kept. False: it is still there. */
export async function stopServer(cluster: Cluster): Promise<boolean> {
  const running = findPostmaster(cluster.directory);
  if (running === null) return true;
  process.kill(running.pid, 'SIGINT');
  const deadline = performance.now() + STOP_WITHIN_MS;
  while (performance.now() < deadline) {
    if (findPostmaster(cluster.directory)?.pid !== running.pid) return true;
    await pause(LOOK_EVERY_MS);
  }
  return false;
}

/** Spawns the server once. Null when it is ready, else what it complained of before it ended. */
async function launch(
  cluster: Cluster,
  { binaries, port, deadline }: { binaries: Binaries; port: number; deadline: number },
): Promise<string | null> {
  disownStranger(cluster.directory);
  const log = openSync(cluster.log, 'a', 0o600);
  if (fstatSync(log).size > LARGEST_LOG) ftruncateSync(log);
  const before = fstatSync(log).size;

  let ended: Error | string | null = null;
  const child = startProgram(
    binaries.postgres,
    {
      args: serverArguments(cluster, port),
      account: cluster.account,
      stdio: ['ignore', log, log],
    },
    (error) => (ended = error),
  );
  child.once('exit', (code, signal) => (ended = `it ended with ${code ?? signal}`));
  child.unref();
  closeSync(log);

  const outcome = (): Error | string | null => ended;
  while (performance.now() < deadline) {
    const end = outcome();
    if (end instanceof Error) throw end;
    if (end !== null) return complaint(readFileSync(cluster.log).toString('utf8', before)) ?? end;
    const running: Postmaster | null = readPostmaster(cluster.directory);
    if (running?.pid === child.pid && running?.isReady) return null;
    await pause(LOOK_EVERY_MS);
  }
  return 'it takes too long to start';
}

function serverArguments(cluster: Cluster, port: number): string[] {
  const settings = {
    listen_addresses: '127.0.0.1',
    port,
    unix_socket_directories: '',
    // The log keeps what went wrong and never what was written: rows and values stay out of it.
    log_error_verbosity: 'terse',
    log_min_error_statement: 'panic',
    ...(cluster.isDurable ? {} : { fsync: 'off', full_page_writes: 'off' }),
  };
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  return ['-D', cluster.directory, ...flags];
}

/** A random port below the range systems lend to outgoing connections. */
async function freePort(): Promise<number> {
  for (let tries = 0; tries < PORT_TRIES; tries += 1) {
    const port = 20_000 + Math.floor(Math.random() * 12_000);
    const isFree = await new Promise<boolean>((resolve) => {
      const probe = createServer();
      probe.once('error', () => resolve(false));
      probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
    });
    if (isFree) return port;
  }
  throw new DatabaseError('No port of 127.0.0.1 is free for the embedded PostgreSQL.');
}

function notStarted(cluster: Cluster, why: string): DatabaseError {
  return new DatabaseError(
    `The embedded PostgreSQL in ${cluster.directory} does not start (${why}); its log is ${cluster.log}.`,
  );
}
