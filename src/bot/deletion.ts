/**
 * The `deletion` conversation. It says what goes, listens for the one word that means it, and ends; anything else ends it
 * too and is handled as if it had not been there. Taking a copy first is no change of mind, and «да» is not the word.
 */
import type { Conversation } from '@grammyjs/conversations';
import type { Context } from 'grammy';
import type { Study } from '../study/study.js';
import { unpack } from './callbacks.js';
import { learnerOf, type BotContext } from './context.js';
import { giveWay, outside, passOn, stayAndPassOn } from './outside.js';
import { say } from './say.js';
import { isYes, tapSaid } from './spoken.js';
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
    const asking = deleteMessage(followers);
    await say(ctx, asking);
    for (;;) {
      const update = await conversation.waitUntil((next) => !wantsCopy(next), { next: true });
      const text = update.message?.text ?? '';
      const tap = tapSaid(text, asking);
      if (tap?.kind === 'export') await stayAndPassOn(conversation, tap);
      if (tap !== null) return passOn(conversation, tap);
      if (isYes(text)) {
        await say(update, asking);
        continue;
      }
      const farewell = farewellIn(replyIn(update.message) ?? '');
      if (farewell === null) return giveWay(conversation, DELETION);
      const updateId = update.update.update_id;
      await outside(conversation, () => study.ownData.delete(learnerId, { ...farewell, updateId }));
      await say(update, deletedMessage);
      return;
    }
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
