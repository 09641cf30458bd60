/** What a whole note shows about its author's ways, where a single line would leave room for doubt. */
import type { Shape } from './grammar/shape.js';
import type { Passage } from './grammar/wrapped.js';

/**
 * The line of a last heading that its author left empty: everywhere else such headings stand right above their lines, but
 * below this one there is a blank line and then a few leftovers. Null when the note ends otherwise.
 */
export function leftEmptyAtEnd(passages: readonly Passage[]): number | null {
  const last = passages.findLastIndex(({ shape }) => shape.kind === 'heading');
  const heading = passages[last]?.shape;
  const leftovers = passages.length - 1 - last;
  if (heading?.kind !== 'heading' || leftovers === 0 || leftovers > MOST_LEFTOVERS) return null;
  if (passages[last + 1]?.blanksBefore === 0) return null;
  const others = passages.slice(0, last).flatMap(({ shape }, i) => {
    const after = passages[i + 1];
    const isCompared =
      shape.kind === 'heading' &&
      shape.rank === heading.rank &&
      after &&
      !NO_CONTENT.has(after.shape.kind);
    return isCompared ? [after.blanksBefore === 0] : [];
  });
  const tight = others.filter(Boolean).length;
  const isHabit = tight >= LEAST_TIGHT && tight >= (others.length - tight) * TIGHT_TO_LOOSE;
  return isHabit ? (passages[last]?.lines[0]?.number ?? null) : null;
}

const NO_CONTENT = new Set<Shape['kind']>(['heading', 'ruler', 'mark', 'markup']);
const MOST_LEFTOVERS = 6;
const LEAST_TIGHT = 4;
const TIGHT_TO_LOOSE = 4;

const MANY_DATES = 3;

/** Is the note full of dates, so that a bare year at the start of a line is one, too? */
export const isFullOfDates = (passages: readonly Passage[]): boolean =>
  passages.filter(({ shape }) => shape.kind === 'date').length >= MANY_DATES;
