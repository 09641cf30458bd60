/**
 * What whoever runs the bot can see and do from a chat. In: who asks, by which update. Out: numbers, or what was done.
 * Invariant: whatever is done here stands in the audit, also when it failed; an update that a crash brings again writes the
 * same row. Words of other people's notes do not leave this file.
 */
import { writeAudit } from '../db/audit.js';
import type { Database } from '../db/database.js';
import { worstQuestions, type QuestionHealth } from '../db/health.js';
import { mostMissed, type MissingQuery } from '../db/missing.js';
import { pushBacklog } from '../db/push-numbers.js';
import type { AdminAction } from '../db/schema/audit.js';
import { countInbox, listSetAside, replaySetAside } from '../db/set-aside.js';
import {
  beginAdminPause,
  endAdminPause,
  isPausedByAdmin,
  pausedUntil,
} from '../db/telegram-pause.js';

/** Who asks, and the update that brought it. */
export interface By {
  readonly adminId: number;
  readonly updateId: number;
}

/** The process that answers; `run/vitals.ts` fits by shape. */
export interface ProcessVitals {
  readonly version: string;
  upSeconds(): number;
  mishaps(): readonly {
    readonly kind: string;
    readonly times: number;
    readonly secondsAgo: number;
  }[];
}

export interface BotStatus {
  readonly version: string;
  readonly upSeconds: number;
  /** What went wrong in this process, the latest first. */
  readonly mishaps: ReturnType<ProcessVitals['mishaps']>;
  /** How long the database took to answer. */
  readonly databaseMs: number;
  /** Connections of this process. */
  readonly pool: { readonly busy: number; readonly most: number; readonly waiting: number };
  readonly inbox: { readonly waiting: number; readonly setAside: number };
  readonly pushes: {
    readonly due: number;
    readonly lateSeconds: number;
    /** Who has stopped them; `seconds`: for how long still. */
    readonly pause:
      { readonly by: 'admin' } | { readonly by: 'telegram'; readonly seconds: number } | null;
  };
}

/** Questions that fare badly. Those of people's own notes are only counted. */
export interface Worst {
  readonly shown: readonly QuestionHealth[];
  readonly private: number;
}

/** Updates that could not be handled. */
export interface SetAsideList {
  readonly total: number;
  /** The newest first. */
  readonly updates: readonly {
    readonly updateId: number;
    readonly error: string | null;
    readonly secondsAgo: number;
  }[];
}

export interface AdminDesk {
  status(by: By): Promise<BotStatus>;
  worst(by: By): Promise<Worst>;
  missed(by: By): Promise<readonly MissingQuery[]>;
  setAside(by: By): Promise<SetAsideList>;
  /** Lets updates be handled once more; gives how many. */
  replay(by: By, target: number | 'all'): Promise<number>;
  /** Stops the daily questions of everybody. `askedAt`: when the admin was asked back; false when that is too long ago. */
  pausePushes(by: By, askedAt: Date): Promise<boolean>;
  /** False when they were not stopped. */
  resumePushes(by: By): Promise<boolean>;
}

const MISSED_SHOWN = 20;
const SET_ASIDE_SHOWN = 5;
/** More than are shown: some are of notes that are nobody else's business. */
const WORST_LOOKED_AT = 30;
const WORST_SHOWN = 5;
/** A button that destroys is not to be found again days later by a thumb. */
const CONFIRM_WITHIN_MS = 10 * 60_000;

interface AdminDeps {
  readonly db: Database;
  readonly now: () => Date;
  readonly vitals: ProcessVitals;
}

/** The desk over a database and a process. */
export function createAdminDesk(deps: AdminDeps): AdminDesk {
  const { db, now } = deps;

  /** Does something and writes it down; `outcomeOf` says in a word how it ended. */
  async function audited<T>(
    by: By,
    { action, target = null }: { action: AdminAction; target?: string | null },
    task: () => Promise<T>,
    outcomeOf: (result: T) => string = () => 'done',
  ): Promise<T> {
    const write = (outcome: string) =>
      writeAudit(db, { ...by, at: now(), action, target, outcome });
    let result: T;
    try {
      result = await task();
    } catch (error) {
      // With a database that is away nothing was done either, and the update comes again.
      await write('failed').catch(() => undefined);
      throw error;
    }
    await write(outcomeOf(result));
    return result;
  }

  return {
    status: (by) => audited(by, { action: 'status' }, () => readStatus(deps)),

    worst: (by) =>
      audited(by, { action: 'health' }, async () => {
        const found = await worstQuestions(db, WORST_LOOKED_AT);
        const shared = found.filter(({ isPrivate }) => !isPrivate);
        return { shown: shared.slice(0, WORST_SHOWN), private: found.length - shared.length };
      }),

    missed: (by) => audited(by, { action: 'missing' }, () => mostMissed(db, MISSED_SHOWN)),

    setAside: (by) => audited(by, { action: 'set-aside' }, () => readSetAside(deps)),

    replay: (by, target) =>
      audited(
        by,
        { action: 'replay', target: String(target) },
        () => replaySetAside(db, target === 'all' ? 'all' : [target]),
        String,
      ),

    pausePushes: (by, askedAt) =>
      audited(
        by,
        { action: 'pause-pushes' },
        async () => {
          if (now().getTime() - askedAt.getTime() > CONFIRM_WITHIN_MS) return false;
          await beginAdminPause(db);
          return true;
        },
        (isDone) => (isDone ? 'done' : 'too late'),
      ),

    resumePushes: (by) =>
      audited(
        by,
        { action: 'resume-pushes' },
        () => endAdminPause(db),
        (isDone) => (isDone ? 'done' : 'nothing to do'),
      ),
  };
}

async function readStatus({ db, now, vitals }: AdminDeps): Promise<BotStatus> {
  const at = now();
  const askedAt = performance.now();
  await db.$client.query('select 1');
  const databaseMs = performance.now() - askedAt;
  const { totalCount, idleCount, waitingCount, options } = db.$client;
  const pool = { busy: totalCount - idleCount, most: options.max, waiting: waitingCount };
  const [inbox, backlog, isByAdmin, until] = await Promise.all([
    countInbox(db),
    pushBacklog(db, at),
    isPausedByAdmin(db),
    pausedUntil(db, at),
  ]);
  const seconds = ((until?.getTime() ?? 0) - at.getTime()) / 1000;
  const telegrams = until === null ? null : ({ by: 'telegram', seconds } as const);
  return {
    ...{ version: vitals.version, upSeconds: vitals.upSeconds(), mishaps: vitals.mishaps() },
    ...{ databaseMs, pool },
    // The update that asks is still being handled.
    inbox: { ...inbox, waiting: Math.max(0, inbox.waiting - 1) },
    pushes: { ...backlog, pause: isByAdmin ? { by: 'admin' } : telegrams },
  };
}

async function readSetAside({ db, now }: AdminDeps): Promise<SetAsideList> {
  const at = now().getTime();
  const [{ setAside: total }, rows] = await Promise.all([
    countInbox(db),
    listSetAside(db, SET_ASIDE_SHOWN),
  ]);
  const updates = rows.map(({ updateId, error, failedAt }) => ({
    ...{ updateId, error },
    secondsAgo: (at - failedAt.getTime()) / 1000,
  }));
  return { total, updates };
}
