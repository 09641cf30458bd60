/**
 * Was a line ended by its editor, at the edge of the page, or by its author? Told by the other lines of the note: what
 * stands whole in a wider line would have been whole here, too.
 */
import type { NoteLine } from '../markup.js';
import { isDangling, lastWord } from './joints.js';
import { isBalanced } from './terms.js';
import { hasFiniteVerb, isInfinitive } from './verbs.js';
import { pattern } from '../../russian/pattern.js';

/** As many wider lines show that an author breaks no line where another one ends. */
const LEAST_WIDER = 2;

/** The widths of the widest lines with Russian words; fewer than it takes to tell anything in a short note. */
export const widthsOf = (lines: readonly NoteLine[]): number[] =>
  lines
    .filter(({ region, text }) => region === 'text' && /\p{Script=Cyrillic}/u.test(text))
    .map(widthOf)
    .sort((a, b) => b - a)
    .slice(0, LEAST_WIDER);

const widthOf = ({ indent, text }: NoteLine): number => indent + text.length;

/** Would the first word of a line have stood on the line above in this author's editor? */
export function hadRoom(
  above: NoteLine | undefined,
  { text }: NoteLine,
  widths: readonly number[],
): boolean {
  const [word = ''] = text.split(' ', 1);
  const needed = (above ? widthOf(above) : 0) + 1 + word.length;
  return widths.length === LEAST_WIDER && widths.every((width) => width > needed);
}

/** Joints that begin the rest of a sentence. */
export const JOINS = pattern(
  /^(?:и|или|а|но|что|чтобы|котор\p{L}+|так как|потому что|поэтому|если|когда|где|при этом|то есть)(?!\p{L})/iu,
);
/** «в древних», «под самую»: what they belong to has not been said yet. */
const WAITING = /(?:ого|его|ому|ему|ыми|ими|ых|их|ую|юю|ый|ий|ые|ие|ая|яя|ое)$/u;
const GOES_ON = pattern(/^(?:ещё|еще|даже|только|лишь|же|ли|бы|как|чем|не|ни)(?!\p{L})/iu);

/** Does the sentence need the next line, or the next line the sentence? */
export function isUnderWay(text: string, next: string): boolean {
  const ending = lastWord(text);
  const opening = /^\p{L}+/u.exec(next)?.[0] ?? '';
  return (
    isDangling(text) ||
    !isBalanced(text) ||
    [JOINS, GOES_ON].some((joint) => joint.test(next)) ||
    WAITING.test(ending) ||
    [ending, opening].some((word) => hasFiniteVerb(word)) ||
    isInfinitive(ending) ||
    /[.!?]$/u.test(next)
  );
}
