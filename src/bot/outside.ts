/** The only ways out of a conversation: what it knows of the world was asked here, once, and is replayed from then on. */
import type { Conversation } from '@grammyjs/conversations';
import type { Context } from 'grammy';
import type { Tap } from './tap.js';
import type { Awaited, BotContext } from './context.js';
import type { Keyboard } from './keyboards.js';

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

/** A text that stands for a tap on these rows goes on as that tap; the conversation that heard it is over. */
export async function passOn(
  conversation: Conversation<BotContext, Context>,
  tap: Tap,
  rows: Keyboard = [],
): Promise<never> {
  await outside(conversation, (outer) => {
    outer.tap = tap;
    outer.saidTo = rows;
  });
  return conversation.halt({ next: true });
}

/** The same, and the conversation goes on waiting. */
export async function stayAndPassOn(
  conversation: Conversation<BotContext, Context>,
  tap: Tap,
): Promise<never> {
  await outside(conversation, (outer) => void (outer.tap = tap));
  return conversation.skip({ next: true });
}

/** Nothing is waited for any more: whoever handles the update is told what it was. */
export async function giveWay(
  conversation: Conversation<BotContext, Context>,
  ended: Awaited,
): Promise<never> {
  await outside(conversation, (outer) => void (outer.ended = ended));
  return conversation.halt({ next: true });
}
