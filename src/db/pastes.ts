/** Texts that come in several messages: every part is a row at once, so that a restart in the middle loses none. */
import { and, asc, eq, lt, sql } from 'drizzle-orm';
import type { Database } from './database.js';
import { pasteParts, pastes } from './schema/own-notes.js';

export interface PasteRow {
  readonly learnerId: number;
  readonly id: string;
  readonly isWanted: boolean;
  readonly changedAt: Date;
  /** The message that asks about it; null until it is sent. */
  readonly messageId: number | null;
  /** Number of messages, and the id of the last one. */
  readonly parts: number;
  readonly lastPart: number;
  readonly lastText: string;
}

const pasteRows = (db: Database) =>
  db
    .select({
      ...{ learnerId: pastes.learnerId, id: pastes.id, isWanted: pastes.isWanted },
      ...{ changedAt: pastes.changedAt, messageId: pastes.messageId },
      parts: sql<number>`(select count(*)::int from paste_parts p where p.learner_id = pastes.learner_id)`,
      lastPart: sql<number>`(select max(p.message_id)::float8 from paste_parts p where p.learner_id = pastes.learner_id)`,
      lastText: sql<string>`(select p.text from paste_parts p where p.learner_id = pastes.learner_id order by p.message_id desc limit 1)`,
    })
    .from(pastes);

/** The paste a learner has begun; null without one. */
export async function pasteOf(db: Database, learnerId: number): Promise<PasteRow | null> {
  const [row] = await pasteRows(db).where(eq(pastes.learnerId, learnerId));
  return row ?? null;
}

/** Every paste that waits for silence or an answer, for the timers of a new start. */
export const openPastes = (db: Database): Promise<PasteRow[]> => pasteRows(db);

export interface NewPart {
  readonly learnerId: number;
  readonly pasteId: string;
  readonly messageId: number;
  readonly text: string;
  readonly now: Date;
}

/** Adds a message; the paste takes the id of its newest part. A message that comes again is one part. */
export async function addPart(db: Database, part: NewPart): Promise<void> {
  const { learnerId, pasteId: id, messageId, text, now } = part;
  await db.transaction(async (tx) => {
    await tx
      .insert(pastes)
      .values({ learnerId, id, changedAt: now })
      .onConflictDoUpdate({ target: pastes.learnerId, set: { id, changedAt: now } });
    await tx.insert(pasteParts).values({ learnerId, messageId, text }).onConflictDoNothing();
  });
}

/** The messages of a paste as they were sent. */
export async function partsOf(db: Database, learnerId: number): Promise<string[]> {
  const rows = await db
    .select({ text: pasteParts.text })
    .from(pasteParts)
    .where(eq(pasteParts.learnerId, learnerId))
    .orderBy(asc(pasteParts.messageId));
  return rows.map(({ text }) => text);
}

/** What changes of a paste besides its parts. */
export async function updatePaste(
  db: Database,
  learnerId: number,
  change: { isWanted?: boolean; messageId?: number },
): Promise<void> {
  await db.update(pastes).set(change).where(eq(pastes.learnerId, learnerId));
}

/** Forgets a paste, unless a part has come since (`id`); false then. */
export async function dropPaste(db: Database, learnerId: number, id: string): Promise<boolean> {
  const rows = await db
    .delete(pastes)
    .where(and(eq(pastes.learnerId, learnerId), eq(pastes.id, id)))
    .returning({ id: pastes.id });
  return rows.length > 0;
}

/** Forgets pastes nobody answered for. */
export async function forgetPastes(db: Database, before: Date): Promise<void> {
  await db.delete(pastes).where(lt(pastes.changedAt, before));
}
