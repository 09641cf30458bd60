/**
 * One text that a messenger cut into several messages → the text as it was pasted. In: the messages in their order, each
 * trimmed at both ends as Telegram trims them. Out: the whole; a line cut in two is one line again.
 * Telegram cuts at 4096 signs, and its apps look back for an end of a line, then for a space: only a message that is
 * nearly full and has no end of a line near its own end can have been cut inside a line.
 */

const FULL = 4096;
/** How far back from the limit the apps look for a better place to cut. */
const LOOKED_BACK = 300;

/** May there be more of what this message says? Some apps cut at an end of a line anywhere in its second half. */
export const mayBeCut = (part: string): boolean => part.length >= FULL / 2;

/** The messages as one text. */
export function joinParts(parts: readonly string[]): string {
  return parts.reduce(
    (text, part, i) => (i === 0 ? part : text + seam(parts[i - 1] ?? '', part) + part),
    '',
  );
}

/** What stood between two messages. */
function seam(before: string, after: string): '' | ' ' | '\n' {
  const tail = before.slice(before.lastIndexOf('\n') + 1);
  if (before.length < FULL - LOOKED_BACK) return '\n';
  if (before.length < FULL) return tail.length > LOOKED_BACK && goesOn(before, after) ? ' ' : '\n';
  // Full to the last sign: white space at the seam would have been trimmed, so a word may go on.
  if (/\s$/u.test(before) || /^\s/u.test(after)) return '';
  const isWord = /\p{L}$/u.test(before) && /^\p{L}/u.test(after);
  if (isWord && /^\p{Lu}/u.test(after) && !/\p{Lu}$/u.test(before)) return '\n';
  return isWord || goesOn(before, after) ? '' : '\n';
}

/** A sentence under way, and what may be its next word. */
const goesOn = (before: string, after: string): boolean =>
  !/[.!?:;…]["»”)]*$/u.test(before) && !/^[\p{Lu}#>*+•\-–—]|^\d+[.)]/u.test(after);
