/**
 * The answer to a flood. In: the first update beyond what one learner may send. Out: one sentence, or a word over the
 * button; what follows it is left without one.
 */
import { type Api, Context } from 'grammy';
import type { Update, UserFromGetMe } from 'grammy/types';
import type { BotLog } from './context.js';
import { classifyTelegramError } from '../telegram/errors.js';
import { say, toast } from './say.js';
import { toasts, tooManyMessage } from './texts/replies.js';

/** Resolves nothing, rejects nothing: whoever floods may well be out of reach. */
export function tooMany(bot: { api: Api; botInfo: UserFromGetMe }, log: BotLog) {
  return (update: Update): void => {
    const ctx = new Context(update, bot.api, bot.botInfo);
    answer(ctx).catch((err: unknown) =>
      log.debug(
        { updateId: update.update_id, kind: classifyTelegramError(err) },
        'a flood was not answered',
      ),
    );
  };
}

async function answer(ctx: Context): Promise<void> {
  if (ctx.callbackQuery !== undefined) await toast(ctx, toasts.tooMany);
  else if (ctx.chat?.type === 'private') await say(ctx, tooManyMessage);
}
