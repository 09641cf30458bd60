/** Outside the private chat: a command gets one line with the way to it, a tap is answered, all else is overheard and left alone. */
import type { Middleware } from 'grammy';
import type { BotContext } from './context.js';
import { say, toast } from './say.js';
import { groupMessage, toasts } from './texts/replies.js';
import { isCommand } from './words.js';

/** Lets only updates of a person in their private chat pass. */
export const privateOnly: Middleware<BotContext> = async (ctx, next) => {
  if (ctx.chat?.type === 'private' && ctx.from !== undefined) return next();
  if (ctx.callbackQuery !== undefined) return toast(ctx, toasts.dead);
  if (isForUs(ctx)) await say(ctx, groupMessage(ctx.me.username));
};

/** A command of a group may be meant for another bot: `/start@other_bot`. */
function isForUs({ message, me }: BotContext): boolean {
  if (!isCommand(message)) return false;
  const address = /^\/\w+@(\w+)/.exec(message?.text ?? '')?.[1];
  return address === undefined || address.toLowerCase() === me.username.toLowerCase();
}
