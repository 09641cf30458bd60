/** Whose a general label is: the term it stands below, told by the indent, the capitals and the neighbours. */
import { isAspect } from './grammar/general.js';
import type { Passage } from './grammar/wrapped.js';

/** Lines between a term and what is said of it. */
const FARTHEST = 8;

export interface Parent {
  readonly term: string;
  /** The label stands further in. */
  readonly isAround: boolean;
}

/**
 * The term above that the label at this place belongs to; null where another one could be meant. A term is meant that the
 * label stands further in than, that begins its block, or that has a capital over labels in small letters.
 */
export function parentOf(passages: readonly Passage[], at: number): Parent | null {
  const own = passages[at];
  for (let i = at - 1; own && i >= Math.max(0, at - FARTHEST); i -= 1) {
    const above = passages[i];
    if (!above || (passages[i + 1]?.blanksBefore ?? 0) > 0) return null;
    if (above.indent > own.indent) continue;
    const term = termOf(above);
    if (term !== null && above.indent < own.indent) return { term, isAround: true };
    if (isLabelled(above) || (term !== null && isAspect(term))) continue;
    if (term === null) return null;
    const isAbove = /^\p{Lu}/u.test(term) && /^\p{Ll}/u.test(own.text);
    return isAbove || beginsBlock(passages, i) ? { term, isAround: false } : null;
  }
  return null;
}

const termOf = ({ shape }: Passage): string | null =>
  shape.kind === 'definition' || shape.kind === 'pair' || shape.kind === 'what' ? shape.term : null;

/** «критерии: a, b, c», «виды:» */
const isLabelled = ({ shape, text }: Passage): boolean =>
  shape.kind === 'enumeration' ||
  (shape.kind === 'prose' && isAspect(/^([^:]{1,40}):\s/u.exec(text)?.[1] ?? ''));

/** Does nothing stand above the passage that it goes on with? */
function beginsBlock(passages: readonly Passage[], at: number): boolean {
  const [before, passage] = [passages[at - 1], passages[at]];
  return (
    before === undefined ||
    passage === undefined ||
    passage.blanksBefore > 0 ||
    ['heading', 'ruler', 'markup'].includes(before.shape.kind) ||
    before.indent < passage.indent
  );
}
