/** Do the options of a question look alike? Judged for the whole set, whichever option is right. */
import type { Form } from '../wording/form.js';

/** One option much longer than the next (1.7×) or much shorter (1/2.2), in texts long enough for the eye to notice. */
export function standsOutByLength(texts: readonly string[]): boolean {
  const lengths = texts.map((text) => text.length).sort((a, b) => a - b);
  const [shortest = 0, second = 0] = lengths;
  const [next = 0, longest = 0] = lengths.slice(-2);
  return (longest > 1.7 * next && longest > 15) || (shortest * 2.2 < second && second > 25);
}

/** One option built in another way than all the others. */
export function hasLoneForm(forms: readonly Form[]): boolean {
  const counts = new Map<Form, number>();
  for (const form of forms) counts.set(form, (counts.get(form) ?? 0) + 1);
  return counts.size === 2 && [...counts.values()].includes(1);
}
