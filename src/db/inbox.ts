/**
 * The rows behind `run/inbox.ts`: updates that were received and not yet handled. Fits its store by shape.
 * A handled row keeps its id, so that a redelivery is still recognised, and loses its payload: what people write is not
 * kept longer than it takes to answer.
 */
import { asc, eq, inArray, lt, or, sql } from 'drizzle-orm';
import type { Database } from './database.js';
import { inbox } from './schema.js';

export interface InboxRow {
  readonly updateId: number;
  /** Whose turn it takes; null for an update without a person or a chat. */
  readonly learnerId: number | null;
  /** The update as JSON. */
  readonly payload: string;
}

const isWaiting = sql`${inbox.handledAt} is null and ${inbox.failedAt} is null`;

/** Statements over the inbox. Every instant comes from the caller. */
export function inboxStore(db: Database) {
  return {
    /** Stores what is new in one statement; gives the ids among these that wait to be handled, known or new. */
    async add(rows: readonly InboxRow[], receivedAt: Date): Promise<number[]> {
      const waiting = await db
        .insert(inbox)
        .values(rows.map((row) => ({ ...row, receivedAt })))
        // Touching a known row is how `returning` comes to speak of it.
        .onConflictDoUpdate({
          target: inbox.updateId,
          set: { attempts: sql`${inbox.attempts}` },
          setWhere: isWaiting,
        })
        .returning({ updateId: inbox.updateId });
      return waiting.map(({ updateId }) => updateId);
    },

    /** Everything left unhandled, oldest first, with the attempts counted so far; this start counts as one. */
    async takeOver(): Promise<(InboxRow & { attempts: number })[]> {
      await db
        .update(inbox)
        .set({ attempts: sql`${inbox.attempts} + 1` })
        .where(isWaiting);
      const { updateId, learnerId, payload, attempts } = inbox;
      return db
        .select({ updateId, learnerId, payload, attempts })
        .from(inbox)
        .where(isWaiting)
        .orderBy(asc(inbox.receivedAt), asc(inbox.updateId));
    },

    async markHandled(updateIds: readonly number[], handledAt: Date): Promise<void> {
      await db
        .update(inbox)
        .set({ handledAt, payload: '' })
        .where(inArray(inbox.updateId, [...updateIds]));
    },

    /** An update that cannot be handled: kept whole for whoever looks into it. */
    async setAside(updateId: number, error: string, failedAt: Date): Promise<void> {
      await db.update(inbox).set({ failedAt, error }).where(eq(inbox.updateId, updateId));
    },

    /** Forgets rows done with before an instant. Telegram redelivers for a day at most. */
    async forget(before: Date): Promise<void> {
      await db.delete(inbox).where(or(lt(inbox.handledAt, before), lt(inbox.failedAt, before)));
    },
  };
}
