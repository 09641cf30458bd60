/**
 * The boundary: whatever a handler throws ends here. Telegram's ordinary refusals are dropped; a database or a network
 * that is away is thrown on, for the inbox to handle the update again; a bug of ours is told to the learner and logged
 * without any text.
 */
import type { Middleware } from 'grammy';
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

/** To be mounted first. */
export function boundary({ log, isDatabaseAway }: BotDeps): Middleware<BotContext> {
  const told = new Set<number>();
  return async (ctx, next) => {
    const updateId = ctx.update.update_id;
    try {
      await next();
      told.delete(updateId);
    } catch (error) {
      const kind = classifyTelegramError(error);
      if (kind !== null && ordinary.has(kind)) {
        log.debug({ updateId, kind }, 'Telegram refused, as it may');
        return;
      }
      if (isDatabaseAway(error)) {
        if (!told.has(updateId)) await tellNotSaved(ctx, log);
        remember(told, updateId);
        throw error;
      }
      if (kind !== null && kind !== 'bad-request') throw error;
      log.error({ updateId, err: error }, 'an update failed');
      await tell(log, () => answerWith(ctx, brokenMessage));
    }
  };
}

const tellNotSaved = (ctx: BotContext, log: BotDeps['log']): Promise<void> =>
  tell(log, () =>
    ctx.callbackQuery === undefined
      ? answerWith(ctx, notSavedMessage)
      : toast(ctx, toasts.notSaved),
  );

async function answerWith(ctx: BotContext, message: Message): Promise<void> {
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

function remember(ids: Set<number>, id: number): void {
  ids.add(id);
  const [oldest] = ids;
  if (ids.size > REMEMBERED && oldest !== undefined) ids.delete(oldest);
}
