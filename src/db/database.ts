/**
 * Opens the database: a Postgres of the operator's (`url`) or our own (`embedded`), one code path after that.
 * In: settings and the log. Out: a pool whose schema is that of this version. A server that is still starting is waited
 * for; what cannot work throws `DatabaseError` with one sentence. After that an outage rejects queries, never the process.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { types } from 'node:util';
import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres';
import pg from 'pg';
import type { DatabaseConfig } from '../config.js';
import type { Log } from '../log.js';
import { DatabaseError } from './database-error.js';
import { openEmbedded } from './embedded/embedded.js';
import { migrate } from './migrate.js';
import { waitForServer } from './wait-for-server.js';

/** Drizzle over the pool; `db.$client` is the pool itself, for named prepared statements. */
export type Database = NodePgDatabase & { $client: pg.Pool };

export type Transaction = Parameters<Parameters<Database['transaction']>[0]>[0];

export interface OpenDatabase {
  readonly db: Database;
  /** The same database by connections of its own: what arrives is stored, however busy the others are. */
  readonly doorway: Database;
  readonly pool: pg.Pool;
  /** Waits for queries in flight, not for ever, then lets go of the server; the last process stops an embedded one. */
  close(): Promise<void>;
}

/** More than the database settings themselves; the defaults are for production. */
export type DatabaseSettings = DatabaseConfig & {
  /** Connections of the pool; default 10. */
  readonly poolSize?: number;
  /** How long to wait for a server that does not answer yet, in ms; default 30 s. */
  readonly patienceMs?: number;
  /** How long `close` waits for connections to come back, in ms; default 12 s. */
  readonly closeWithinMs?: number;
};

/** Longer than any query may take. */
const CLOSE_WITHIN_MS = 12_000;

/** For storing, for marking as handled, for keeping turns. */
const DOOR_CONNECTIONS = 3;

/** Opens, waits, checks and migrates. Throws `DatabaseError`. */
export async function openDatabase(settings: DatabaseSettings, log: Log): Promise<OpenDatabase> {
  const server =
    settings.kind === 'embedded'
      ? await openEmbedded({ dataDir: settings.dataDir }, log)
      : { connection: { connectionString: settings.url }, close: async () => undefined };
  try {
    await waitForServer(server.connection, { patienceMs: settings.patienceMs ?? 30_000, log });
    const isElsewhere = settings.kind === 'url' && settings.migrationUrl !== undefined;
    const migrator = isElsewhere ? { connectionString: settings.migrationUrl } : server.connection;
    const migrated = await migrate(migrator);
    if (migrated > 0) log.info({ migrations: migrated }, 'database migrated');
  } catch (error) {
    await server.close();
    throw asDatabaseError(error);
  }

  const pool = openPool(server.connection, { size: settings.poolSize ?? 10, log });
  const doorPool = openPool(server.connection, { size: DOOR_CONNECTIONS, log });
  const close = async () => {
    const inTime = new AbortController();
    const { signal } = inTime;
    // A connection that an outage cut at the wrong moment may never come back to its pool.
    await Promise.race([
      Promise.all([pool.end(), doorPool.end()]),
      pause(settings.closeWithinMs ?? CLOSE_WITHIN_MS, undefined, { signal }),
    ]);
    inTime.abort();
    await server.close();
  };
  return { db: overPool(pool), doorway: overPool(doorPool), pool, close };
}

/** Drizzle over a pool that somebody else opened and will end. */
export function overPool(pool: pg.Pool): Database {
  return drizzle(pool);
}

/**
 * A pool of the bot. Every wait is bounded: for a connection 10 s (also for a free one, when five hundred ask), for a
 * lock 2 s, for a statement 5 s on the server and 10 s here, should the network swallow the answer. Settings in the
 * address win over these.
 */
export function openPool(
  connection: pg.ClientConfig,
  { size, log }: { size: number; log: Log },
): pg.Pool {
  const pool = new pg.Pool({
    application_name: 'konspekt-bot',
    // The hot statements are planned once a connection: planning them anew costs more than running them.
    options: '-c plan_cache_mode=force_generic_plan',
    connectionTimeoutMillis: 10_000,
    lock_timeout: 2_000,
    statement_timeout: 5_000,
    query_timeout: 10_000,
    idle_in_transaction_session_timeout: 10_000,
    keepAlive: true,
    // A new connection prepares its statements again: keep the ones a quiet minute leaves idle.
    idleTimeoutMillis: 5 * 60_000,
    max: size,
    ...connection,
  });
  pool.on('error', (error) => log.warn({ err: error }, 'an idle database connection was lost'));
  // The pool listens to idle connections only; one lost between two queries of a transaction would end the process.
  pool.on('connect', (client) => {
    client.on('error', (error) => log.debug({ err: error }, 'a database connection was lost'));
  });
  return pool;
}

function asDatabaseError(error: unknown): unknown {
  if (error instanceof DatabaseError || !types.isNativeError(error)) return error;
  const root = types.isNativeError(error.cause) ? error.cause : error;
  return new DatabaseError(
    `The database could not be brought to the schema of this version (${root.message}).`,
    { cause: error },
  );
}
