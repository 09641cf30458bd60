/**
 * The first connection: waits for a server that is not up yet, and says in one sentence why another one will not do.
 * In: how to connect. Out: nothing, or a `DatabaseError` that names the server without user and password.
 */
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import type { Log } from '../log.js';
import { DatabaseError } from './database-error.js';
import { isDatabaseAway } from './outage.js';

const OLDEST_SERVER = 14;
const TRY_EVERY_MS = 500;
const SPEAK_EVERY_MS = 5_000;

/** Returns as soon as the server answers and is fit for use; tries again for `patienceMs`. */
export async function waitForServer(
  connection: pg.ClientConfig,
  { patienceMs, log }: { patienceMs: number; log: Log },
): Promise<void> {
  const started = performance.now();
  let spokeAt = -Infinity;
  for (;;) {
    const client = new pg.Client({ connectionTimeoutMillis: 3_000, ...connection });
    client.on('error', () => undefined);
    const server = `${client.host}:${client.port}`;
    try {
      await client.connect();
      await requireFitServer(client);
      return;
    } catch (error) {
      if (error instanceof DatabaseError) throw error;
      const waited = performance.now() - started;
      if (!isPassing(error) || waited >= patienceMs) throw unusable(server, error);
      if (waited - spokeAt >= SPEAK_EVERY_MS) {
        log.warn({ server, code: codeOf(error) }, 'waiting for the database');
        spokeAt = waited;
      }
      await pause(TRY_EVERY_MS);
    } finally {
      await client.end().catch(() => undefined);
    }
  }
}

async function requireFitServer(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ version: number; encoding: string }>(
    `select current_setting('server_version_num')::int as version,
      current_setting('server_encoding') as encoding`,
  );
  const { version, encoding } = rows[0] ?? { version: 0, encoding: '' };
  const major = Math.floor(version / 10_000);
  if (major < OLDEST_SERVER) {
    throw new DatabaseError(
      `PostgreSQL ${OLDEST_SERVER} or newer is needed, DATABASE_URL points at ${major}.`,
    );
  }
  if (encoding !== 'UTF8') {
    throw new DatabaseError(
      `The database must be created with the encoding UTF8, DATABASE_URL points at ${encoding}.`,
    );
  }
}

/** May the connection that failed so be had a little later? Also true of whatever the network itself refused. */
export function isPassing(error: unknown): boolean {
  const { message } = error as Error;
  // pg words the timeout of a lone client in its own way.
  return isDatabaseAway(error) || 'syscall' in (error as Error) || message === 'timeout expired';
}

function unusable(server: string, error: unknown): DatabaseError {
  const code = codeOf(error);
  const why = isPassing(error)
    ? `does not answer${code === undefined ? '' : ` (${code})`}`
    : `refuses the connection (${code ?? 'no code'}: ${(error as Error).message})`;
  return new DatabaseError(`The database at ${server} ${why}: check DATABASE_URL.`, {
    cause: error,
  });
}

/** A host with several addresses fails with an AggregateError whose code is that of its first try. */
function codeOf(error: unknown): string | undefined {
  const { code } = error as { code?: unknown };
  return typeof code === 'string' ? code : undefined;
}
