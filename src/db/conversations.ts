/**
 * Where `@grammyjs/conversations` keeps its state: fits the plugin's storage by shape, so that this folder needs no
 * grammY. Keys are `chat:user` as `bot/bot.ts` makes them; any other key is a bug and throws.
 */
import { and, eq, sql } from 'drizzle-orm';
import type { Database } from './database.js';
import { conversations } from './schema/updates.js';

/** Reads, writes and deletes the state of one learner's conversation in one chat. */
export function conversationStore(db: Database, now: () => Date) {
  const at = (key: string) => {
    const { learnerId, chatId } = parseKey(key);
    return and(eq(conversations.learnerId, learnerId), eq(conversations.chatId, chatId));
  };
  return {
    async read(key: string): Promise<unknown> {
      const [row] = await db
        .select({ state: conversations.state })
        .from(conversations)
        .where(at(key));
      return row === undefined ? undefined : JSON.parse(row.state);
    },
    async write(key: string, state: unknown): Promise<void> {
      const row = { ...parseKey(key), state: JSON.stringify(state), updatedAt: now() };
      await db
        .insert(conversations)
        .values(row)
        .onConflictDoUpdate({
          target: [conversations.learnerId, conversations.chatId],
          set: { state: sql`excluded.state`, updatedAt: row.updatedAt },
        });
    },
    async delete(key: string): Promise<void> {
      await db.delete(conversations).where(at(key));
    },
  };
}

function parseKey(key: string): { learnerId: number; chatId: number } {
  const match = /^(-?\d+):(\d+)$/.exec(key);
  if (match === null) throw new Error(`conversation key is not chat:user: ${key}`);
  return { chatId: Number(match[1]), learnerId: Number(match[2]) };
}
