/**
 * What watchers of the process may ask: /healthz (it lives; asks nothing of the database, whose outage must not restart
 * the bot), /readyz (it can take work: database, schema, not stopping) and /metrics.
 */
import { setTimeout as pause } from 'node:timers/promises';
import type { Route } from './http.js';

export interface ProbeSettings {
  /** Resolves when the database answers and has the schema of this version; what is wrong otherwise. */
  readonly checkDatabase: () => Promise<'ok' | 'schema' | 'away'>;
  /** Why the process takes no work at the moment, if so. */
  readonly absence: () => 'starting' | 'stopping' | null;
  readonly metrics: () => Promise<{ contentType: string; text: string }>;
}

/** A database that takes longer than this is not ready. */
const databaseWithinMs = 500;

export function probes({ checkDatabase, absence, metrics }: ProbeSettings): Route[] {
  async function ready(): Promise<string | null> {
    const reason = absence();
    if (reason !== null) return reason;
    const late = new AbortController();
    const timeout = pause(databaseWithinMs, 'slow' as const, { signal: late.signal, ref: false });
    // Whoever loses the race must not be an unhandled rejection.
    timeout.catch(() => undefined);
    const state = await Promise.race([checkDatabase().catch(() => 'away' as const), timeout]);
    late.abort();
    return state === 'ok' ? null : `database: ${state}`;
  }

  return [
    { method: 'GET', path: '/healthz', handle: () => ({ status: 200 }) },
    {
      method: 'GET',
      path: '/readyz',
      async handle() {
        const trouble = await ready();
        return trouble === null ? { status: 200 } : { status: 503, text: `${trouble}\n` };
      },
    },
    {
      method: 'GET',
      path: '/metrics',
      async handle() {
        return { status: 200, ...(await metrics()) };
      },
    },
  ];
}
