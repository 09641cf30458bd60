/**
 * One process's stay at the embedded server: it comes in (starting the server if nobody has), holds its lease, starts
 * the server again should it die, and leaves (stopping it if nobody else stays).
 */
import { setTimeout as pause } from 'node:timers/promises';
import type { Log } from '../../log.js';
import { DatabaseError } from '../database-error.js';
import type { Binaries } from './binaries.js';
import { type Cluster, connectionTo } from './cluster.js';
import { type Lease, takeLease } from './lease.js';
import { type RunningServer, startServer, stopServer } from './server.js';

const ENTER_WITHIN_MS = 60_000;
const LONGEST_WAIT_MS = 5_000;

export class Tenancy {
  readonly #cluster: Cluster;
  readonly #binaries: Binaries;
  readonly #log: Log;
  #lease: Lease | null = null;
  #isLeaving = false;
  #returning: Promise<void> = Promise.resolve();

  constructor(cluster: Cluster, binaries: Binaries, log: Log) {
    this.#cluster = cluster;
    this.#binaries = binaries;
    this.#log = log;
  }

  /** Starts or finds the server and takes the lease; on a port that others know, if there is one. Throws `DatabaseError`. */
  async enter(wantedPort?: number): Promise<RunningServer> {
    const deadline = performance.now() + ENTER_WITHIN_MS;
    while (performance.now() < deadline) {
      const server = await startServer(this.#cluster, this.#binaries, wantedPort);
      this.#lease = await takeLease(connectionTo(this.#cluster, server.port), () => {
        this.#returning = this.#comeBack(server.port);
      });
      if (this.#lease !== null) return server;
      // Somebody is stopping it: wait until it is gone, then start it anew.
      await pause(20);
    }
    throw new DatabaseError('The embedded PostgreSQL is held by a process that does not stop it.');
  }

  /** Gives the lease up; the last one out stops the server. */
  async leave(): Promise<void> {
    this.#isLeaving = true;
    await this.#returning;
    if (this.#lease === null) return;
    try {
      const isLast = await this.#lease.release();
      if (isLast && !(await stopServer(this.#cluster))) {
        this.#log.warn('the embedded database is still stopping');
      }
    } catch (error) {
      // It died while we were leaving: there is nothing left to stop.
      this.#log.warn({ err: error }, 'the embedded database was gone before it was left');
    }
    await this.#lease.end();
  }

  /** The pool knows one port only, so the server must come back there. */
  async #comeBack(port: number): Promise<void> {
    this.#lease = null;
    let waitMs = 100;
    while (!this.#isLeaving) {
      this.#log.warn('the embedded database is gone, starting it again');
      try {
        const server = await this.enter(port);
        const isSamePort = server.port === port;
        if (isSamePort) this.#log.info(server, 'the embedded database is back');
        else this.#log.error(server, 'the embedded database is back on another port: restart me');
        return;
      } catch (error) {
        this.#log.error({ err: error }, 'the embedded database does not start');
      }
      await pause(waitMs);
      waitMs = Math.min(waitMs * 2, LONGEST_WAIT_MS);
    }
  }
}
