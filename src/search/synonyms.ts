/**
 * Words people use for the same thing when they look something up: jargon, nicknames, the Russian and the English name.
 * In: a word of a query. Out: other words under which the notes may have it. Never used to judge an answer:
 * there «ветка» is not `branch`, here whoever asks for one is glad to find the other.
 */
import { aliasOf } from '../russian/aliases.js';
import { ACTIONS } from './meanings/actions.js';
import { CODE } from './meanings/code.js';
import { COMPUTING } from './meanings/computing.js';
import { DEALINGS } from './meanings/dealings.js';
import { LIFE } from './meanings/life.js';
import { MATTER } from './meanings/matter.js';
import { PEOPLE } from './meanings/people.js';
import { SUBJECTS } from './meanings/subjects.js';
import { SYSTEMS } from './meanings/systems.js';
import { rootOf } from './tokens.js';

const MEANINGS = [
  ...ACTIONS,
  ...CODE,
  ...COMPUTING,
  ...DEALINGS,
  ...LIFE,
  ...MATTER,
  ...PEOPLE,
  ...SUBJECTS,
  ...SYSTEMS,
];

const others = new Map<string, Set<string>>();
for (const meaning of MEANINGS) {
  const [said = '', meant = said] = meaning.split(': ');
  for (const word of said.split(' ')) {
    const root = rootOf(word);
    const known = others.get(root) ?? new Set();
    for (const other of meant.split(' ')) if (rootOf(other) !== root) known.add(other);
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
