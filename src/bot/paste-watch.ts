/**
 * Silence after the messages of a paste. In: pastes as they grow, those of the last run. Out: whatever is due when nothing
 * has come for a while. The rows decide: a timer only looks again, so a restart, or a second process, changes nothing.
 */
import type { Api } from 'grammy';
import { classifyTelegramError } from '../telegram/errors.js';
import type { BotDeps, PasteWatch } from './context.js';
import type { Later } from './later.js';
import { concludePaste } from './paste.js';

export interface PasteWatchSettings extends Pick<BotDeps, 'study' | 'files'> {
  readonly later: Later;
  readonly log: { warn(details: object, message: string): void };
  /** Aborted, nothing is looked at any more: the rows wait for the next start. */
  readonly stop: AbortSignal;
}

/** Another process that took a part and died leaves its paste to whoever looks next. */
const ROUND_MS = 60_000;
/** A database or a Telegram that is away. */
const RETRY_MS = 15_000;

/** A watch with its own timers, one a learner. */
export function createPasteWatch(settings: PasteWatchSettings): PasteWatch {
  const { study, later, log, stop } = settings;
  const timers = new Map<number, () => void>();
  stop.addEventListener('abort', () => {
    for (const cancel of timers.values()) cancel();
    timers.clear();
  });

  function lookIn(ms: number, api: Api, learnerId: number): void {
    if (stop.aborted) return;
    timers.get(learnerId)?.();
    timers.set(
      learnerId,
      later(() => void look(api, learnerId), ms),
    );
  }

  async function look(api: Api, learnerId: number): Promise<void> {
    timers.delete(learnerId);
    try {
      const paste = await study.ownDecks.paste(learnerId);
      if (paste === null) return;
      if (paste.quietIn > 0) return lookIn(paste.quietIn, api, learnerId);
      await concludePaste({ api, from: { id: learnerId } }, settings, paste);
    } catch (err) {
      const kind = classifyTelegramError(err);
      if (kind === 'blocked' || kind === 'chat-gone') return;
      log.warn({ err }, 'a paste could not be closed yet');
      lookIn(RETRY_MS, api, learnerId);
    }
  }

  async function resume(api: Api): Promise<void> {
    if (stop.aborted) return;
    try {
      for (const paste of await study.ownDecks.openPastes()) {
        if (!timers.has(paste.learnerId)) lookIn(paste.quietIn, api, paste.learnerId);
      }
    } catch (err) {
      log.warn({ err }, 'pastes of the last run not taken up yet');
    }
    later(() => void resume(api), ROUND_MS);
  }

  return {
    expect: (api, paste) => lookIn(paste.quietIn, api, paste.learnerId),
    resume,
  };
}
