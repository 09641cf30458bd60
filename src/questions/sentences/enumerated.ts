/**
 * Which foreign names are of one class: those the notes list together («Windows, Mac или Linux»)
 * and a few that everybody knows.
 * In: the deck. Out: a label for each listed name, equal for names that share a list, directly or through others.
 */
import { pattern } from '../../russian/pattern.js';
import type { DeckIndex } from '../deck-index.js';

const ONE = '[A-Z][A-Za-z0-9+#.]*[A-Za-z0-9+#](?: [A-Z][a-z][A-Za-z0-9]*)*';
const JOINT = '(?:, ?(?:и |или |and |or )?| и | или | and | or | ?/ ?)';
const LISTED = pattern(
  new RegExp(`(?<![\\p{L}\\p{N}/.@<-])${ONE}(?:${JOINT}${ONE})+(?![\\p{L}\\p{N}-])`, 'gu'),
);
const JOINTS = new RegExp(JOINT, 'u');

/** Classes everybody knows, so that one name of them in the notes finds the others. */
const KNOWN: readonly (readonly string[])[] = [
  'linux windows mac macos android ios unix ubuntu debian centos'.split(' '),
  'mysql mongodb postgresql postgres sqlite redis oracle mariadb'.split(' '),
  'python java javascript typescript kotlin swift php ruby rust'.split(' '),
];

/** The label of a name's class; undefined for a name that stands in no list. */
export const classOfListed = (name: string, deck: DeckIndex): string | undefined =>
  deck.memo('listed-names', () => classes(deck)).get(name.toLowerCase());

function classes(deck: DeckIndex): ReadonlyMap<string, string> {
  const labels = new Map(KNOWN.flatMap((names) => names.map((name) => [name, names[0] ?? name])));
  for (const { source } of deck.facts) {
    for (const [list] of source.matchAll(LISTED)) {
      const names = list.split(JOINTS).map((name) => name.toLowerCase());
      const known = new Set(names.flatMap((name) => labels.get(name) ?? []));
      const [label = names[0] ?? ''] = known;
      for (const name of names) labels.set(name, label);
      for (const [name, old] of labels)
        if (old !== label && known.has(old)) labels.set(name, label);
    }
  }
  return labels;
}
