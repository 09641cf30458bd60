/** How often a learner may send what takes reading: notes and copies count together. */
import { importsSince } from '../db/imports.js';
import type { StudyDeps } from './deps.js';

const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;
/** What is refused at a glance costs little, and is counted apart: so many times as much of it. */
const GLANCES = 6;

/** Why somebody has to wait. */
interface Wait {
  /** Files an hour. */
  readonly most: number;
  /** Until the next one. */
  readonly minutes: number;
}

/** How long the learner has to wait; null when they need not. */
export async function waitOf(deps: StudyDeps, learnerId: number): Promise<Wait | null> {
  const { importsPerHour: most } = deps.limits;
  const now = deps.now().getTime();
  const lately = await importsSince(deps.db, learnerId, new Date(now - HOUR_MS));
  const read = lately.filter(({ isRead }) => isRead);
  const first = read.at(-most) ?? lately.at(-most * GLANCES);
  if (first === undefined) return null;
  return { most, minutes: Math.ceil((first.at.getTime() + HOUR_MS - now) / MINUTE_MS) };
}
