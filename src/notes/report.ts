/**
 * What the author of a note should know about it: empty headings, lines that gave nothing, terms defined twice.
 * In: a parsed note. Out: data; whoever shows it finds the words.
 */
import { allStems, contentStems, stemOverlap } from '../russian/stem.js';
import type { Definition, Gap, Note, UnusedLine } from './note.js';

export interface NoteReport {
  readonly facts: number;
  readonly gaps: readonly Gap[];
  /** Lines the author can do something about. */
  readonly unclear: readonly UnusedLine[];
  readonly conflicts: readonly Conflict[];
}

/** One term with definitions that say different things. */
export interface Conflict {
  readonly term: string;
  readonly definitions: readonly { readonly line: number; readonly text: string }[];
}

const NO_FAULT = new Set(['ruler', 'mark', 'markup']);
const SAME_MEANING = 0.6;

/** The report on a note. */
export function reportOn(note: Note): NoteReport {
  return {
    facts: note.facts.length,
    gaps: note.gaps,
    unclear: note.unused.filter(({ reason }) => !NO_FAULT.has(reason)),
    conflicts: conflictsIn(note),
  };
}

function conflictsIn(note: Note): Conflict[] {
  const byTerm = new Map<string, Definition[]>();
  for (const fact of note.facts) {
    if (fact.kind !== 'definition') continue;
    const key = allStems(fact.term).join(' ');
    const same = byTerm.get(key);
    if (same) same.push(fact);
    else byTerm.set(key, [fact]);
  }
  return [...byTerm.values()].flatMap((definitions) => {
    const [first] = definitions;
    // Two definitions on one line are the author's own „in other words“.
    const others = definitions.filter(
      (other) => first && other.line !== first.line && differ(first, other),
    );
    if (!first || others.length === 0) return [];
    return [
      {
        term: first.term,
        definitions: [first, ...others].map(({ line, text }) => ({ line, text })),
      },
    ];
  });
}

/** Different unless one says what the other says, or all of it and more. */
function differ(a: Definition, b: Definition): boolean {
  const left = new Set(contentStems(a.text));
  const right = new Set(contentStems(b.text));
  const [less, more] = left.size < right.size ? [left, right] : [right, left];
  if (less.size > 0 && [...less].every((item) => more.has(item))) return false;
  return stemOverlap(left, right) < SAME_MEANING;
}
