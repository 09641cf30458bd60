/** Facts get their content key here, and a fact that says what another one already said is refused. */
import { createHash } from 'node:crypto';
import { fold } from '../russian/fold.js';
import { allStems } from '../russian/stem.js';
import type { Fact } from './note.js';

type WithoutId<F> = F extends Fact ? Omit<F, 'id'> : never;

/** A fact that has no key yet. */
export type Draft = WithoutId<Fact>;

/** The facts of one note as they are found. */
export interface FactBook {
  readonly facts: readonly Fact[];
  /** False when the note has said exactly this before. */
  add(draft: Draft): boolean;
}

const KEY_LENGTH = 16;

export function createFactBook(): FactBook {
  const facts: Fact[] = [];
  const sectionOf = new Map<string, string | null>();
  const add = (draft: Draft): boolean => {
    let id = contentKey(draft);
    // The same words under two headings are two facts; only the later one carries its heading in the key, so that
    // moving a line or renaming a heading usually changes no key.
    if (sectionOf.has(id) && sectionOf.get(id) !== draft.section)
      id = contentKey(draft, draft.section ?? '');
    if (sectionOf.has(id)) return false;
    sectionOf.set(id, draft.section);
    facts.push({ ...draft, id });
    return true;
  };
  return { facts, add };
}

/** Hash of kind, stemmed term and stemmed value: white space, case, ё, quotes, dashes and endings do not count. */
function contentKey(draft: Draft, heading = ''): string {
  const [term, value] = termAndValue(draft);
  const content = [draft.kind, term, stems(value), stems(heading)].join('\n');
  return createHash('sha256').update(content).digest('base64url').slice(0, KEY_LENGTH);
}

const stems = (text: string): string => allStems(text).join(' ') || fold(text);

/** `docker ps -a` and `docker ps -A` differ, so commands and code keep their case and signs. */
const literal = (text: string): string => text.replace(/\s+/g, ' ').trim();

function termAndValue(draft: Draft): [term: string, value: string] {
  switch (draft.kind) {
    case 'definition':
      return [stems(draft.term), draft.text];
    case 'command':
      return [literal(draft.command), draft.purpose];
    case 'code':
      return [literal(draft.code), draft.comment];
    case 'explanation':
      return [stems(draft.question), draft.answer];
    case 'date':
      return [fold(draft.date), draft.event];
    case 'statement':
      return ['', draft.text];
    case 'item':
      return [stems(draft.list), draft.text];
    case 'list':
      return [stems(draft.title), draft.items.join('\n')];
  }
}
