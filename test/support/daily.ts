/** The sender of the daily pushes over an open house, on the house's clock: a round is all that is due by now. */
import { Api } from 'grammy';
import { pushLetters } from '../../src/bot/daily-push.js';
import { pushes } from '../../src/db/schema/daily.js';
import { pushStore } from '../../src/db/pushes.js';
import { pausedUntil, pauseFor } from '../../src/db/telegram-pause.js';
import { createLog } from '../../src/log.js';
import { createSender, type PushOutcome } from '../../src/push/sender.js';
import { createDailyPushes } from '../../src/study/daily-push.js';
import type { OpenHouse } from './open-house.js';

export interface DailySender {
  /** Sends what is due; gives what became of every push, in order. */
  round(): Promise<readonly PushOutcome[]>;
  /** The rows, by date. */
  rows(): Promise<readonly (typeof pushes.$inferSelect)[]>;
}

export function openSender(open: OpenHouse): DailySender {
  const { telegram, house } = open;
  const { db } = house.deps;
  const now = () => open.now();
  let outcomes: PushOutcome[] = [];
  const sender = createSender({
    store: {
      ...pushStore(db, now),
      pausedUntil: () => pausedUntil(db, now()),
      pauseFor: (seconds) => pauseFor(db, seconds, now()),
    },
    begin: pushLetters(
      new Api(telegram.token, { fetch: telegram.fetch as typeof fetch }),
      createDailyPushes(house.deps, now),
    ),
    log: createLog('silent'),
    now: () => now().getTime(),
    sleep: async () => undefined,
    onOutcome: ({ outcome }) => outcomes.push(outcome),
  });
  return {
    async round() {
      outcomes = [];
      await sender.round(new AbortController().signal);
      return outcomes;
    },
    rows: () => db.select().from(pushes).orderBy(pushes.localDate),
  };
}
