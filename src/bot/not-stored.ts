/**
 * Updates that the database did not even take: they come again by themselves, but whoever sent one should not be met with
 * silence meanwhile. In: such updates, as often as they come. Out: one word to each sender.
 */
import { type Api, Context } from 'grammy';
import type { Update, UserFromGetMe } from 'grammy/types';
import type { BotLog } from './context.js';
import { tellNotSaved } from './errors.js';

/** Updates told of lately; more than can wait at Telegram's door at once. */
const REMEMBERED = 1000;

/** Tells of each update once; resolves nothing, rejects nothing: it is a courtesy. */
export function notStored(bot: { api: Api; botInfo: UserFromGetMe }, log: BotLog) {
  const told = new Set<number>();
  return (updates: readonly Update[]): void => {
    for (const update of updates) {
      if (told.has(update.update_id)) continue;
      told.add(update.update_id);
      const [oldest] = told;
      if (told.size > REMEMBERED && oldest !== undefined) told.delete(oldest);
      if (update.message !== undefined || update.callback_query !== undefined)
        void tellNotSaved(new Context(update, bot.api, bot.botInfo), log);
    }
  };
}
