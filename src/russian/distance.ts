/**
 * Edit distance of two words: insertions, deletions, substitutions and swaps of neighbours each count one
 * (optimal string alignment, the restricted Damerau–Levenshtein distance).
 */

const SURROGATE = /[\uD800-\uDFFF]/;

/** Distance of a and b; gives up and returns `limit + 1` as soon as it must be more than `limit`. */
export function distance(a: string, b: string, limit = Infinity): number {
  if (limit === 1 && !SURROGATE.test(a) && !SURROGATE.test(b)) return oneEdit(a, b);
  const left = [...a];
  const right = [...b];
  if (Math.abs(left.length - right.length) > limit) return limit + 1;
  let before: number[] = [];
  let previous = Array.from({ length: right.length + 1 }, (_, j) => j);
  for (let i = 1; i <= left.length; i += 1) {
    const current = [i];
    for (let j = 1; j <= right.length; j += 1) {
      const same = left[i - 1] === right[j - 1] ? 0 : 1;
      let best = Math.min(
        (previous[j] ?? 0) + 1,
        (current[j - 1] ?? 0) + 1,
        (previous[j - 1] ?? 0) + same,
      );
      const swapped =
        i > 1 && j > 1 && left[i - 1] === right[j - 2] && left[i - 2] === right[j - 1];
      if (swapped) best = Math.min(best, (before[j - 2] ?? 0) + 1);
      current.push(best);
    }
    if (Math.min(...current) > limit) return limit + 1;
    before = previous;
    previous = current;
  }
  return Math.min(previous[right.length] ?? 0, limit + 1);
}

/** 0, 1 or 2 for more: what is equal at both ends is left out, and what remains can only be one edit. */
function oneEdit(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > 1) return 2;
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start += 1;
  let end = 0;
  const most = Math.min(a.length, b.length) - start;
  while (end < most && a[a.length - 1 - end] === b[b.length - 1 - end]) end += 1;
  const left = a.length - start - end;
  const right = b.length - start - end;
  if (Math.max(left, right) <= 1) return Math.max(left, right);
  const isSwap =
    left === 2 && right === 2 && a[start] === b[start + 1] && a[start + 1] === b[start];
  return isSwap ? 1 : 2;
}
