/**
 * /start and /cancel come before the conversations and end whatever one of them was waiting for: its state is taken away. A
 * question that stays open needs none, for a text is judged from the rows as well.
 */
import { Composer } from 'grammy';
import { learnerOf, type BotContext, type ConversationStore } from './context.js';

/** To be mounted before /start and /cancel. */
export function forget(store: ConversationStore): Composer<BotContext> {
  const composer = new Composer<BotContext>();
  composer.command(['start', 'cancel'], async (ctx, next) => {
    await store.delete(`${ctx.chat.id}:${learnerOf(ctx)}`);
    await next();
  });
  return composer;
}
