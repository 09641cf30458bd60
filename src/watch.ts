/**
 * The process as others see it: an HTTP door with its probes and numbers. In: a port and the database; what happens comes
 * to `metrics`. Out: /healthz, /readyz, /metrics, and a way to leave without dropping anybody.
 */
import { setTimeout as pause } from 'node:timers/promises';
import type { Database } from './db/database.js';
import { checkSchema } from './db/migrate.js';
import { pushDueSeconds } from './db/push-numbers.js';
import { countInbox } from './db/set-aside.js';
import type { Log } from './log.js';
import { createMetrics, type Metrics } from './metrics.js';
import { type HttpDoor, openDoor } from './run/http.js';
import type { Inbox } from './run/inbox.js';
import { probes } from './run/probes.js';

export interface Watch {
  readonly door: HttpDoor;
  readonly metrics: Metrics;
  /** Whose queue is shown. */
  lookAt(inbox: Inbox): void;
  /** The process takes work from now on. */
  ready(): void;
  /** The process takes no more work. */
  leaving(): void;
  /** Says so, waits until balancers have noticed, and closes the door behind the last request. */
  leave(): Promise<void>;
  stop(): Promise<void>;
}

/** Balancers look every second or two; Telegram itself needs none of this and is met with an open door meanwhile. */
const noticeMs = 3_000;

/** Opens the door; the process is `starting` until `ready`. */
export async function openWatch(
  port: number,
  { db, log }: { db: Database; log: Log },
): Promise<Watch> {
  const metrics = createMetrics();
  let absence: 'starting' | 'stopping' | null = 'starting';
  let inbox: Inbox | null = null;
  const pool = db.$client;
  metrics.lookAt({
    pool: () => ({ total: pool.totalCount, idle: pool.idleCount, waiting: pool.waitingCount }),
    inboxSize: () => inbox?.size() ?? 0,
    inbox: () => countInbox(db),
    pushDueSeconds: () => pushDueSeconds(db, new Date()),
  });
  const door = await openDoor({ port, log });
  door.serve(
    ...probes({
      checkDatabase: async () => ((await checkSchema(pool)) ? 'ok' : 'schema'),
      absence: () => absence,
      metrics: () => metrics.render(),
    }),
  );
  return {
    ...{ door, metrics },
    lookAt: (next) => void (inbox = next),
    ready: () => void (absence = null),
    leaving: () => void (absence = 'stopping'),
    async leave() {
      absence = 'stopping';
      await pause(noticeMs);
      await door.stop();
    },
    stop: () => door.stop(),
  };
}
