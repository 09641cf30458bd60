/**
 * A process's claim on the embedded server: an advisory lock on a connection of its own, shared with other processes.
 * It ends with the process, however that ends. Whoever leaves and gets the lock exclusively was the last and stops the
 * server; a process that comes at that moment is refused the shared lock, and starts the server anew.
 */
import pg from 'pg';
import { SERVER_LEASE } from '../lock-keys.js';
import { isPassing } from '../wait-for-server.js';

export interface Lease {
  /** Gives the claim up. True: nobody else has one and nobody can get one until `end`. */
  release(): Promise<boolean>;
  /** Closes the connection. */
  end(): Promise<void>;
}

/** Claims the server; null when it is being stopped or is gone. `onLost`: the connection broke (not after `release`). */
export async function takeLease(
  connection: pg.ClientConfig,
  onLost: () => void,
): Promise<Lease | null> {
  const client = new pg.Client({
    ...connection,
    application_name: 'konspekt-bot lease',
    connectionTimeoutMillis: 3_000,
  });
  let isHeld = false;
  client.on('error', () => undefined);
  client.on('end', () => {
    if (isHeld) onLost();
  });
  const end = async () => client.end().catch(() => undefined);
  try {
    await client.connect();
    isHeld = await ask(client, 'pg_try_advisory_lock_shared');
  } catch (error) {
    await end();
    if (isPassing(error)) return null;
    throw error;
  }
  if (!isHeld) {
    await end();
    return null;
  }
  const release = async () => {
    isHeld = false;
    await ask(client, 'pg_advisory_unlock_shared');
    return ask(client, 'pg_try_advisory_lock');
  };
  return { release, end };
}

async function ask(client: pg.Client, lock: string): Promise<boolean> {
  const sql = `select ${lock}($1, $2) as "isDone"`;
  const { rows } = await client.query<{ isDone: boolean }>(sql, [...SERVER_LEASE]);
  return rows[0]?.isDone === true;
}
