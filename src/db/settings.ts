/** What a learner has chosen for themselves; each change is one statement. */
import { eq } from 'drizzle-orm';
import type { Database } from './database.js';
import { learners } from './schema/learners.js';

/** Columns of a learner that /settings changes. */
export type LearnerSettings = Partial<
  Pick<typeof learners.$inferInsert, 'dailyGoal' | 'newPerDay' | 'isTyping' | 'isPacing'>
>;

/** Stores what was chosen; a goal that was meant for a pile only ends with a new one. */
export async function saveSettings(
  db: Database,
  learnerId: number,
  settings: LearnerSettings,
): Promise<void> {
  const catchUp = settings.dailyGoal === undefined ? {} : { catchUpGoal: null };
  await db
    .update(learners)
    .set({ ...settings, ...catchUp })
    .where(eq(learners.id, learnerId));
}

/** The study day on which questions come again, ISO; null ends a rest. */
export async function saveRest(
  db: Database,
  learnerId: number,
  restUntil: string | null,
): Promise<void> {
  await db.update(learners).set({ restUntil }).where(eq(learners.id, learnerId));
}
