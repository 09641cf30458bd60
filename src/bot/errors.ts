/**
 * The boundary: whatever a handler throws ends here. Telegram's ordinary refusals are dropped; a database or a network
 * that is away is thrown on, for the inbox to handle the update again; so is a bug of ours, and told to the learner when
 * trying again has not helped either.
 */
import type { Context, Middleware } from 'grammy';
import { classifyTelegramError, type TelegramErrorKind } from '../telegram/errors.js';
import type { BotContext, BotDeps } from './context.js';
import type { Message } from './message.js';
import { say, toast } from './say.js';
import { brokenMessage, notSavedMessage, toasts } from './texts/replies.js';

const ordinary: ReadonlySet<TelegramErrorKind> = new Set([
  ...(['not-modified', 'query-too-old', 'message-gone', 'blocked', 'chat-gone'] as const),
]);

/** Updates whose trouble has been told lately; they come back until they succeed. */
const REMEMBERED = 1000;

/** How often an update is tried before it is set aside; the inbox counts the same. */
const TRIES = 3;

/** To be mounted first. */
export function boundary({ log, isDatabaseAway }: BotDeps): Middleware<BotContext> {
  const told = new Map<number, true>();
  const failed = new Map<number, number>();
  return async (ctx, next) => {
    const updateId = ctx.update.update_id;
    try {
      await next();
      told.delete(updateId);
      failed.delete(updateId);
    } catch (error) {
      const kind = classifyTelegramError(error);
      if (kind !== null && ordinary.has(kind)) {
        log.debug({ updateId, kind }, 'Telegram refused, as it may');
        return;
      }
      if (isDatabaseAway(error)) {
        if (!told.has(updateId)) await tellNotSaved(ctx, log);
        told.set(updateId, true);
        forgetOldest(told);
        throw error;
      }
      if (kind !== null && kind !== 'bad-request') throw error;
      // It is tried again: only who is not helped by that hears of it.
      const failures = (failed.get(updateId) ?? 0) + 1;
      failed.set(updateId, failures);
      forgetOldest(failed);
      if (failures === TRIES) await tell(log, () => answerWith(ctx, brokenMessage));
      throw error;
    }
  };
}

/** Says that an answer was not saved; a learner out of reach is an entry of the log. */
export const tellNotSaved = (ctx: Context, log: BotDeps['log']): Promise<void> =>
  tell(log, () =>
    ctx.callbackQuery === undefined
      ? answerWith(ctx, notSavedMessage)
      : toast(ctx, toasts.notSaved),
  );

async function answerWith(ctx: Context, message: Message): Promise<void> {
  await toast(ctx);
  if (ctx.chat?.type === 'private') await say(ctx, message);
}

/** The learner may be out of reach as well; the first error is the one that counts. */
async function tell(log: BotDeps['log'], speak: () => Promise<void>): Promise<void> {
  try {
    await speak();
  } catch (error) {
    log.warn({ err: error }, 'the learner could not be told about an error');
  }
}

function forgetOldest(updates: Map<number, unknown>): void {
  const [oldest] = updates.keys();
  if (updates.size > REMEMBERED && oldest !== undefined) updates.delete(oldest);
}
