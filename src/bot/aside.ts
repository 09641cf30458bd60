/**
 * What is said while a question is open pushes it up: such a message ends in a way back to it.
 * In: a message as it would be otherwise. Out: the same with «К вопросу», when a question stands on the screen.
 */
import type { Study } from '../study/study.js';
import { learnerOf, type BotContext } from './context.js';
import { toQuestionRow } from './keyboards.js';
import type { Message } from './message.js';

/** Adds «К вопросу» where there is a question to go back to. */
export async function aside(ctx: BotContext, study: Study, message: Message): Promise<Message> {
  const open = await study.awaiting(learnerOf(ctx), ctx.update.update_id);
  if (open === null) return message;
  return { ...message, keyboard: [...(message.keyboard ?? []), toQuestionRow] };
}
