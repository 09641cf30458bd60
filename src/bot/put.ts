/**
 * Puts the question that a handler asked for, whoever it was: taps and /start in front of the conversations, everything
 * behind this middleware, or the conversation that has just judged a typed answer.
 */
import type { Middleware } from 'grammy';
import type { Study } from '../study/study.js';
import { afterText } from './answering.js';
import type { BotContext } from './context.js';
import { takeButtons } from './say.js';

/** To be mounted right after the `question` conversation. */
export function put(study: Study): Middleware<BotContext> {
  return async (ctx, next) => {
    if (ctx.judged !== undefined) await afterText(ctx, study, ctx.judged);
    else if (ctx.upNext === undefined && ctx.onScreen === undefined) await next();
    if (ctx.upNext === undefined) return;
    await ctx.conversation.exitAll();
    await ctx.conversation.enter('question', ctx.upNext);
    await takeButtons(ctx, ctx.oldCopy);
  };
}
