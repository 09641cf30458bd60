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

/** So many times the words of another: «кто пишет» beside a sentence. */
const MOST_TIMES_THE_WORDS = 3;

/** What the eye sees of an option before it is read. */
export interface Sight {
  /** Words in it. */
  readonly words: number;
  /** Has it a number? */
  readonly hasFigure: boolean;
  /** Has it a bracket? */
  readonly hasBracket: boolean;
}

/** What is seen of a text at once. */
export const sightOf = (text: string): Sight => ({
  words: text.trim().split(/\s+/u).length,
  hasFigure: /\d/u.test(text),
  hasBracket: text.includes('('),
});

/**
 * Do some options hold figures and others none, or several times the words of another? Of 162 questions «Что такое?» rated
 * by hand four of five were good where the options were even, and little more than half of those where they were not.
 */
export function areUneven(options: readonly Sight[]): boolean {
  let fewest = Infinity;
  let most = 0;
  for (const { words } of options) {
    fewest = Math.min(fewest, words);
    most = Math.max(most, words);
  }
  return most > MOST_TIMES_THE_WORDS * fewest || isMixed(options, 'hasFigure');
}

/** «Руссо (1712–1778)» beside «Квинтилиан»: names of another pattern are seldom of the same kind. */
export const areNamedUnevenly = (options: readonly Sight[]): boolean =>
  isMixed(options, 'hasFigure') || isMixed(options, 'hasBracket');

function isMixed(options: readonly Sight[], mark: 'hasFigure' | 'hasBracket'): boolean {
  for (const option of options) if (option[mark] !== options[0]?.[mark]) return true;
  return false;
}
