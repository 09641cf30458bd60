/**
 * The `reply` conversation. In: the screen that has just been shown. It listens for one text: what a button of that screen
 * says counts as a tap on it, and some screens take more, a time or a city. Anything else ends it and is handled as if it
 * had not been there.
 */
import type { Conversation } from '@grammyjs/conversations';
import type { Context, Middleware } from 'grammy';
import type { Study } from '../study/study.js';
import { learnerOf, type BotContext } from './context.js';
import { clockSaid, timeSaid } from './daily.js';
import { dateSaid } from './exam.js';
import type { Hearing, Message } from './message.js';
import { outside, passOn } from './outside.js';
import { looksLikeNotes } from './paste.js';
import { say } from './say.js';
import { isAnswerable, tapSaid, type Sayable } from './spoken.js';
import { leadsToSettings, withWayBack } from './way-back.js';
import { isCommand } from './words.js';

/** The name under which the conversation is registered. */
export const REPLY = 'reply';

interface Asked extends Sayable {
  readonly messageId: number;
}

/** The conversation over a study. */
export function replyConversation(study: Study) {
  return async (conversation: Conversation<BotContext, Context>, ctx: Context, asked: Asked) => {
    const learnerId = learnerOf(ctx);
    const update = await conversation.wait();
    const text = update.message?.text;
    if (text === undefined || isCommand(update.message) || looksLikeNotes(text)) {
      return conversation.halt({ next: true });
    }
    const hears = asked.listens?.hears;
    const tap = tapSaid(text, asked);
    if (tap === null && hears === undefined) return conversation.halt({ next: true });
    const isPushedUp = await outside(conversation, async () => {
      const question = await study.awaiting(learnerId, update.update.update_id);
      return (question?.messageId ?? 0) > asked.messageId;
    });
    if (isPushedUp) return conversation.halt({ next: true });
    if (tap !== null) return passOn(conversation, tap, asked.keyboard);
    const answer = await outside(conversation, () =>
      hears === undefined ? null : answerTo(study, { learnerId, text, hears }),
    );
    if (answer === null) return conversation.halt({ next: true });
    const message = leadsToSettings(asked.keyboard) ? withWayBack(answer) : answer;
    const messageId = await say(update, message);
    await outside(conversation, (outer) => void (outer.onScreen = { message, messageId }));
  };
}

function answerTo(
  study: Study,
  { learnerId, text, hears }: { learnerId: number; text: string; hears: Hearing },
): Promise<Message | null> {
  switch (hears.kind) {
    case 'time':
      return timeSaid(study, learnerId, text);
    case 'clock':
      return clockSaid(study, learnerId, text);
    case 'exam':
      return dateSaid(study, learnerId, { deckId: hears.deckId, text });
  }
}

/** To be mounted around everything that shows screens: listens for what is said to the last one. */
export const hearing: Middleware<BotContext> = async (ctx, next) => {
  await next();
  const { onScreen } = ctx;
  if (ctx.upNext !== undefined || onScreen === undefined || !isAnswerable(onScreen.message)) return;
  if (Object.keys(ctx.conversation.active()).length > 0) return;
  const { keyboard, listens } = onScreen.message;
  await ctx.conversation.enter(REPLY, { keyboard, listens, messageId: onScreen.messageId });
};
