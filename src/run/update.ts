/** An update as the inbox needs it: whose it is, its key, the row it waits in. */
import type { Update } from 'grammy/types';
import type { StoredUpdate, UpdateKey } from './turns.js';

/** Whose turn an update takes: the person's, else the chat's; 0 when it has neither. */
export function learnerIdOf(update: Update): number {
  for (const content of Object.values(update)) {
    if (typeof content !== 'object' || content === null) continue;
    const { from, user, chat } = content as Partial<
      Record<'from' | 'user' | 'chat', { id: number }>
    >;
    const owner = from ?? user ?? chat;
    if (owner !== undefined) return owner.id;
  }
  return 0;
}

/** The number Telegram gave it. */
export function idOf(update: Update): number {
  return update.update_id;
}

/** What tells it from all others. */
export function keyOf(update: Update): UpdateKey {
  return { learnerId: learnerIdOf(update), updateId: update.update_id };
}

/** As it waits in the store. */
export function toStored(update: Update): StoredUpdate {
  return { ...keyOf(update), payload: JSON.stringify(update) };
}
