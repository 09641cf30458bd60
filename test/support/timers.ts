/** Time that passes only when a test says so. */
import type { BotDeps } from '../../src/bot/context.js';
import type { Later } from '../../src/bot/later.js';

export interface Timers {
  readonly later: Later;
  /** Does what is due within so many milliseconds, the earliest first. */
  pass(ms: number): void;
}

export function createTimers(): Timers {
  const planned = new Set<{ at: number; task: () => void }>();
  let now = 0;
  return {
    later(task, ms) {
      const entry = { at: now + ms, task };
      planned.add(entry);
      return () => void planned.delete(entry);
    },
    pass(ms) {
      const end = now + ms;
      for (;;) {
        const [next] = [...planned].filter(({ at }) => at <= end).sort((a, b) => a.at - b.at);
        if (next === undefined) break;
        planned.delete(next);
        now = next.at;
        next.task();
      }
      now = end;
    },
  };
}

/** A bot to which nobody sends notes. */
export const withoutNotes: Pick<BotDeps, 'files' | 'pastes'> = {
  files: { largest: 0, load: () => Promise.resolve({ ok: false, reason: 'unreachable' }) },
  pastes: { expect: () => undefined, resume: () => Promise.resolve() },
};
