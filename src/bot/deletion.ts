/**
 * The `deletion` conversation. It says what goes, listens for the one word that means it, and ends; anything else ends it
 * too and is handled as if it had not been there. Taking a copy first is no change of mind.
 */
import type { Conversation } from '@grammyjs/conversations';
import type { Context } from 'grammy';
import type { Study } from '../study/study.js';
import { unpack } from './callbacks.js';
import { learnerOf, type BotContext } from './context.js';
import { outside } from './outside.js';
import { say } from './say.js';
import { deletedMessage, deleteMessage, nothingStoredMessage } from './texts/own-data.js';
import { replyIn } from './words.js';

/** The name under which the conversation is registered. */
export const DELETION = 'deletion';

/** The conversation over a study. */
export function deletionConversation(study: Study) {
  return async (conversation: Conversation<BotContext, Context>, ctx: Context) => {
    const learnerId = learnerOf(ctx);
    const followers = await outside(conversation, async () =>
      (await study.ownData.isKnown(learnerId)) ? study.ownData.followers(learnerId) : null,
    );
    if (followers === null) return void (await say(ctx, nothingStoredMessage));
    await say(ctx, deleteMessage(followers));
    const update = await conversation.waitUntil((next) => !wantsCopy(next), { next: true });
    const farewell = farewellIn(replyIn(update.message) ?? '');
    if (farewell === null) return conversation.halt({ next: true });
    const updateId = update.update.update_id;
    await outside(conversation, () => study.ownData.delete(learnerId, { ...farewell, updateId }));
    await say(update, deletedMessage);
  };
}

const wantsCopy = ({ callbackQuery }: Context): boolean =>
  unpack(callbackQuery?.data ?? '')?.kind === 'export';

/** What is to become of decks that others study, in words that delete everything; null for all other words. */
export function farewellIn(text: string): { readonly leave: boolean } | null {
  const words = text
    .toLowerCase()
    .replace(/[^\p{L}]+/gu, ' ')
    .trim();
  if (words === 'удалить') return { leave: true };
  return words === 'удалить везде' ? { leave: false } : null;
}
