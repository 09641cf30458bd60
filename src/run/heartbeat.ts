/**
 * Says once a minute that the bot works: a long silence is an outage of ours, which costs nobody a day of their streak.
 * In: how to say it. Out: nothing before it was said once, so that an outage is known before the first update after it.
 */
import type { Log } from '../log.js';
import { sleep as defaultSleep, untilDone, type Sleep } from './patience.js';

const EVERY_MS = 60_000;

export interface HeartbeatSettings {
  readonly beat: () => Promise<void>;
  readonly log: Pick<Log, 'debug' | 'warn'>;
  /** Ends it. */
  readonly stop: AbortSignal;
  readonly sleep?: Sleep;
}

/** Resolves with the first beat; the others go on beside it. */
export async function startHeartbeat(settings: HeartbeatSettings): Promise<void> {
  const { beat, log, stop, sleep = defaultSleep } = settings;
  const onFailure = (err: unknown) => log.warn({ err }, 'the heartbeat waits for the database');
  await untilDone(beat, { signal: stop, sleep, onFailure });
  const goOn = async () => {
    for (;;) {
      await sleep(EVERY_MS, stop);
      // A beat that fails is part of the outage it would have denied.
      await beat().catch((err: unknown) => log.debug({ err }, 'a heartbeat was not written'));
    }
  };
  void goOn().catch((err: unknown) => {
    if (!stop.aborted) log.warn({ err }, 'the heartbeat has stopped');
  });
}
