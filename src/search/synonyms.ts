/**
 * Words people use for the same thing when they look something up: jargon, nicknames, the Russian and the English name.
 * In: a word of a query. Out: other words under which the notes may have it. Never used to judge an answer:
 * there «ветка» is not `branch`, here whoever asks for one is glad to find the other.
 */
import { aliasOf } from '../russian/aliases.js';
import { MEANINGS_OF_COMPUTING } from './meanings-of-computing.js';
import { MEANINGS_OF_SUBJECTS } from './meanings-of-subjects.js';
import { rootOf } from './tokens.js';

const others = new Map<string, Set<string>>();
for (const meaning of [...MEANINGS_OF_COMPUTING, ...MEANINGS_OF_SUBJECTS]) {
  const group = meaning.split(' ');
  for (const word of group) {
    const root = rootOf(word);
    const known = others.get(root) ?? new Set();
    for (const other of group) if (rootOf(other) !== root) known.add(other);
    others.set(root, known);
  }
}

const NONE: ReadonlySet<string> = new Set();

/** Other words for the same, in no order; none for a word that is not in the table. */
export function synonymsOf(word: string): ReadonlySet<string> {
  const alias = aliasOf(word);
  const known = others.get(rootOf(word));
  if (alias === undefined) return known ?? NONE;
  return new Set([alias, ...(known ?? []), ...(others.get(rootOf(alias)) ?? [])]);
}
