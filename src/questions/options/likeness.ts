/** Do the options of a question look alike? Judged for the whole set, whichever option is right. */

/** One option much longer than the next (1.7×) or much shorter (1/2.2), in texts long enough for the eye to notice. */
export function standsOutByLength(options: readonly { readonly length: number }[]): boolean {
  let shortest = Infinity;
  let second = Infinity;
  let next = 0;
  let longest = 0;
  for (const { length } of options) {
    second = Math.min(second, Math.max(shortest, length));
    shortest = Math.min(shortest, length);
    next = Math.max(next, Math.min(longest, length));
    longest = Math.max(longest, length);
  }
  return (longest > 1.7 * next && longest > 15) || (shortest * 2.2 < second && second > 25);
}

/** One option built in another way than all the others. */
export function hasLoneForm(forms: readonly string[]): boolean {
  const [first] = forms;
  let other: string | undefined;
  let others = 0;
  for (const form of forms) {
    if (form === first) continue;
    if (other !== undefined && form !== other) return false;
    other = form;
    others += 1;
  }
  return others > 0 && (others === 1 || others === forms.length - 1);
}
