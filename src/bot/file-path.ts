/** Where a file that somebody sent can be fetched. In: the file as Telegram names it. Out: its path for a while. */
import type { Document } from 'grammy/types';
import { classifyTelegramError } from '../telegram/errors.js';
import type { BotContext } from './context.js';

/** Where the file can be fetched; null when Telegram gives no bot a file of this size. */
export async function pathOf(ctx: BotContext, { file_id: id }: Document): Promise<string | null> {
  try {
    const file = await ctx.api.getFile(id);
    return file.file_path ?? null;
  } catch (error) {
    if (classifyTelegramError(error) === 'bad-request') return null;
    throw error;
  }
}
