/** What learners sent and what came of it: how often they may, and what is said again when an update comes again. */
import { and, asc, eq, gt, isNotNull, sql } from 'drizzle-orm';
import type { Database, Transaction } from './database.js';
import { imports, type ImportOutcome } from './schema/own-notes.js';

export interface ImportKey {
  readonly learnerId: number;
  readonly id: string;
}

export interface ImportRow {
  readonly id: string;
  readonly title: string;
  /** The notes, while their owner is asked what they are. */
  readonly text: string | null;
  readonly outcome: ImportOutcome;
}

const isThis = ({ learnerId, id }: ImportKey) =>
  and(eq(imports.learnerId, learnerId), eq(imports.id, id));

/** One import of a learner; null when there was none. */
export async function importOf(
  db: Database | Transaction,
  key: ImportKey,
): Promise<ImportRow | null> {
  const [row] = await db
    .select({
      ...{ id: imports.id, title: imports.title },
      ...{ text: imports.text, outcome: imports.outcome },
    })
    .from(imports)
    .where(isThis(key));
  return row ?? null;
}

/** Seen at a glance to be no notes: nothing was parsed. */
const AT_A_GLANCE = sql`${imports.outcome} ->> 'reason' in ('too-big', 'binary', 'empty')`;

/** When the learner's imports since an instant came, the oldest first, and which of them took reading. */
export async function importsSince(
  db: Database,
  learnerId: number,
  since: Date,
): Promise<{ at: Date; isRead: boolean }[]> {
  return db
    .select({
      at: imports.receivedAt,
      isRead: sql<boolean>`not coalesce(${AT_A_GLANCE}, false)`,
    })
    .from(imports)
    .where(and(eq(imports.learnerId, learnerId), gt(imports.receivedAt, since)))
    .orderBy(asc(imports.receivedAt));
}

/** Writes down an import; of two with one key the first one stays. */
export async function insertImport(
  db: Database | Transaction,
  row: typeof imports.$inferInsert,
): Promise<void> {
  await db.insert(imports).values(row).onConflictDoNothing();
}

/** The owner has said what the notes are; false when that was settled before. */
export async function settleImport(
  tx: Transaction,
  key: ImportKey,
  outcome: ImportOutcome,
): Promise<boolean> {
  const rows = await tx
    .update(imports)
    .set({ outcome, text: null })
    .where(and(isThis(key), isNotNull(imports.text)))
    .returning({ id: imports.id });
  return rows.length > 0;
}
