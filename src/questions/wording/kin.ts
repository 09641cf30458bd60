/**
 * Kinship of words: do two stems name the same thing for a reader, across endings and alphabets?
 * «репозитор» is kin of `repository`, «контейнеризац» of «контейнер»; «порт» is not kin of «пост».
 */
import { distance } from '../../russian/distance.js';
import { skeleton } from '../../russian/skeleton.js';

const SHARED_PREFIX = 5;
const LOOSE_FROM = 5;

/** Equal stems, five equal first letters, or skeletons at most one edit apart (equal ones below five letters). */
export function areKin(a: string, b: string): boolean {
  if (a === b) return true;
  if (a.length >= SHARED_PREFIX && b.startsWith(a.slice(0, SHARED_PREFIX))) return true;
  if (a.length < 4 || b.length < 4 || Math.abs(a.length - b.length) > 3) return false;
  const left = skeleton(a);
  const right = skeleton(b);
  if (left === right) return true;
  // Spellings of one foreign word agree in their first letter; asking for it spares most of the distances.
  if (left[0] !== right[0]) return false;
  return Math.min(left.length, right.length) >= LOOSE_FROM && distance(left, right, 1) <= 1;
}

/** Does any of the stems have kin among the others? */
export function hasKin(stem: string, others: Iterable<string>): boolean {
  for (const other of others) if (areKin(stem, other)) return true;
  return false;
}

/** How many of `stems` have kin among `others`. */
export function countKin(stems: Iterable<string>, others: ReadonlySet<string>): number {
  let count = 0;
  for (const stem of stems) if (others.has(stem) || hasKin(stem, others)) count += 1;
  return count;
}
