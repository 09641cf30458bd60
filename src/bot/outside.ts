/** The only way out of a conversation: what it knows of the world was asked here, once, and is replayed from then on. */
import type { Conversation } from '@grammyjs/conversations';
import type { Context } from 'grammy';
import type { BotContext } from './context.js';

/** `external` for tasks that may fail: the error arrives as it was thrown, not as a copy without its class. */
export async function outside<T>(
  conversation: Conversation<BotContext, Context>,
  task: (outer: BotContext) => T | Promise<T>,
): Promise<T> {
  let cause: unknown;
  return conversation.external({
    task: async (outer) => {
      try {
        return await task(outer);
      } catch (error) {
        cause = error;
        throw error;
      }
    },
    beforeStoreError: () => null,
    afterLoadError: () => cause,
  });
}
