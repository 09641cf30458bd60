/** The book of what admins did from a chat: who, what, when, and how it ended. */
import type { Database } from './database.js';
import { audit } from './schema/audit.js';

export type AuditEntry = typeof audit.$inferInsert;

/** Writes down an action; the same update again replaces what it said. */
export async function writeAudit(db: Database, entry: AuditEntry): Promise<void> {
  const { adminId, updateId, ...rest } = entry;
  await db
    .insert(audit)
    .values(entry)
    .onConflictDoUpdate({ target: [audit.adminId, audit.updateId], set: rest });
}
