/** The use cases of one's own data, bound to what they stand on. */
import { deleteBelongings, followersOf } from '../db/belongings.js';
import { learnerToday } from '../db/learners.js';
import { copyOf } from './copy.js';
import type { StudyDeps } from './deps.js';
import type { OwnData } from './own-data.js';
import { restore } from './restore.js';

export function createOwnData(deps: StudyDeps): OwnData {
  const { db, now } = deps;
  const isKnown = async (id: number) => (await learnerToday(db, id, now())) !== null;
  return {
    isKnown,
    copy: async (learnerId) => ((await isKnown(learnerId)) ? copyOf(deps, learnerId) : null),
    restore: (learnerId, sent) => restore(deps, learnerId, sent),
    followers: (learnerId) => followersOf(db, learnerId),
    delete: (learnerId, farewell) => deleteBelongings(db, learnerId, { ...farewell, now: now() }),
  };
}
