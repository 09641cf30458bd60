/** What an import is known by: the update that brought the notes, so that the same update is the same import. */
import type { Context } from 'grammy';

/** Fits the id of a button. */
export const importIdOf = (ctx: Context): string => `u${ctx.update.update_id.toString(36)}`;
