/**
 * The `question` conversation. In: which step to put. It puts that one question, whatever its kind, and, when the answer
 * must be typed, listens for it and ends with the verdict. The next question is a fresh entry, so replay cost and stored
 * state never grow. Everything it knows of the world comes through `outside`; taps are judged elsewhere, without it.
 */
import type { Conversation } from '@grammyjs/conversations';
import type { Context } from 'grammy';
import type { Study } from '../study/study.js';
import { answerText, type TextOutcome } from './answering.js';
import { learnerOf, type BotContext, type Placement } from './context.js';
import type { Message } from './message.js';
import { outside } from './outside.js';
import { say } from './say.js';
import { questionMessage } from './texts/question.js';
import { replyMessage } from './texts/verdict.js';
import { replyIn } from './words.js';

/**
 * Stored states of another version are forgotten. To be raised with every change of this file: replaying an old log
 * with new code takes one question's answer for another's.
 */
export const QUESTION_VERSION = 4;

type QuestionConversation = Conversation<BotContext, Context>;

/** The conversation over a study; to be registered under the name `question`. */
export function questionConversation(study: Study) {
  return async (conversation: QuestionConversation, ctx: Context, placement: Placement) => {
    const learnerId = learnerOf(ctx);
    const shown = await outside(conversation, (outer) => prepare(study, outer, placement));
    if (shown === null) return;
    const messageId = await say(ctx, shown.message);
    await outside(conversation, () => study.markAsked(learnerId, placement, messageId));
    if (!shown.isTyped) return;

    const update = await conversation.wait();
    const text = replyIn(update.message);
    if (text === null) return conversation.skip({ next: true });
    const updateId = update.update.update_id;
    const outcome = await outside(conversation, () =>
      answerText(study, { learnerId, text, updateId }),
    );
    if (outcome === null) return conversation.halt({ next: true });
    await say(update, replyMessage(outcome));
    await outside(conversation, (outer) => leave(outer, outcome));
    return conversation.halt({ next: true });
  };
}

interface Shown {
  readonly message: Message;
  readonly isTyped: boolean;
}

/** The message to send; null when the step is settled, or stands on the screen already. */
async function prepare(study: Study, outer: BotContext, at: Placement): Promise<Shown | null> {
  const seen = await study.step(learnerOf(outer), at);
  if (seen === null || !seen.isOpen) return null;
  const { step } = seen;
  if (step.messageId !== null && !at.isAgain) return null;
  outer.oldCopy = step.messageId;
  return { message: questionMessage(step), isTyped: step.question.form === 'typed' };
}

/** For `put`, which goes on from here. */
function leave(outer: BotContext, outcome: TextOutcome): void {
  if (outcome.kind === 'judged') outer.judged = outcome;
}
