/**
 * The `rename` conversation. In: which deck. It asks for a name, listens for one line and ends; anything else ends it
 * too and is handled as if it had not been there.
 */
import type { Conversation } from '@grammyjs/conversations';
import type { Context } from 'grammy';
import type { Study } from '../study/study.js';
import { aside } from './aside.js';
import { learnerOf, type BotContext } from './context.js';
import { giveWay, outside, passOn } from './outside.js';
import { looksLikeNotes } from './paste.js';
import { say } from './say.js';
import { tapSaid } from './spoken.js';
import { noNameMessage, renamingMessage } from './texts/decks.js';
import { reportMessage } from './texts/report.js';
import { replyIn } from './words.js';

/** The conversation over a study; to be registered under the name `rename`. */
export function renameConversation(study: Study) {
  return async (conversation: Conversation<BotContext, Context>, ctx: Context, deckId: string) => {
    const learnerId = learnerOf(ctx);
    const held = await outside(conversation, async () => {
      const decks = await study.ownDecks.held(learnerId);
      return decks.find((deck) => deck.deckId === deckId && deck.isOwn) ?? null;
    });
    if (held === null) return;
    const asking = renamingMessage(held);
    await say(ctx, asking);
    for (;;) {
      const update = await conversation.wait();
      const tap = tapSaid(update.message?.text ?? '', asking);
      if (tap !== null) return passOn(conversation, tap);
      const name = replyIn(update.message);
      if (name === null || looksLikeNotes(name)) return giveWay(conversation, 'rename');
      const renamed = await outside(conversation, async (outer) => {
        if ((await study.ownDecks.rename(learnerId, deckId, name)) === null) return null;
        const report = await study.ownDecks.report(learnerId, deckId);
        return report && aside(outer, study, reportMessage(report));
      });
      if (renamed !== null) {
        await say(update, renamed);
        return;
      }
      await say(update, noNameMessage);
    }
  };
}
