/**
 * What is said while a question is open pushes it up: such a message ends in a way back to it.
 * In: a message as it would be otherwise. Out: the same with «К вопросу», when a question stands on the screen.
 */
import type { Study } from '../study/study.js';
import { learnerOf, type BotContext } from './context.js';
import { toQuestionRow, toQuestionsKeyboard } from './keyboards.js';
import type { Message } from './message.js';
import { show, type Speaker } from './say.js';

/** Whoever speaks, in answer to an update or of the bot's own accord. */
type Aside = Speaker & { readonly update?: { readonly update_id: number } };

/** No update has this number. */
const NO_UPDATE = -1;

/** Adds «К вопросу» where there is a question to go back to. */
export async function aside(ctx: Aside, study: Study, message: Message): Promise<Message> {
  const open = await study.awaiting(learnerOf(ctx), ctx.update?.update_id ?? NO_UPDATE);
  if (open === null) return message;
  return { ...message, keyboard: [...(message.keyboard ?? []), toQuestionRow] };
}

/** Another screen in place of this one, with the same way back to the question. */
export const turnTo = async (ctx: BotContext, study: Study, screen: Message): Promise<void> =>
  show(ctx, await aside(ctx, study, screen));

/** The same for what would be a dead end: where no question waits, the way to new ones. */
export async function wayOn(ctx: Aside, study: Study, message: Message): Promise<Message> {
  const whole = await aside(ctx, study, message);
  return whole.keyboard === undefined ? { ...whole, keyboard: toQuestionsKeyboard } : whole;
}
