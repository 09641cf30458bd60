/** Pairs of lines that only join two things («земля → рента»): asked under their heading, which says what joins them. */
import type { Definition, Item, Statement } from '../../notes/note.js';
import { termKey, type DeckIndex } from '../deck-index.js';
import { isBareMatch, type Relation, relationOf } from '../sentences/relations.js';
import { plain } from '../kinds/maker.js';
import type { Prompt } from './option-sets.js';
import { quoted } from '../wording/display.js';
import type { Pair } from './pairs.js';

/** Fewer lines of one sort under a heading are no table to learn. */
const LEAST_IN_SECTION = 3;
const LONGEST_HEADING = 40;

/** A pair with what joins its sides. */
export interface RelationPair extends Pair {
  readonly fact: Definition | Item | Statement;
  readonly relation: Relation['kind'];
}

/** Everything under headings that have a few such lines. */
export const relationPairs = (deck: DeckIndex): readonly RelationPair[] =>
  deck.memo('relation-pairs', () => {
    const sections = new Map<string, RelationPair[]>();
    const facts = [
      ...deck.ofKind('definition'),
      ...deck.ofKind('item'),
      ...deck.ofKind('statement'),
    ];
    for (const fact of facts) {
      const relation = headingOf(fact) === null ? null : relationIn(fact);
      if (!relation) continue;
      const key = sortOf({ fact, relation: relation.kind });
      sections.set(key, [...(sections.get(key) ?? []), pairOf(fact, relation)]);
    }
    return [...sections.values()]
      .filter((pairs) => pairs.length >= LEAST_IN_SECTION)
      .flat()
      .sort((a, b) => a.fact.line - b.fact.line);
  });

const relationIn = (fact: RelationPair['fact']): Relation | null => {
  if (fact.kind !== 'definition') return relationOf(fact.text);
  return isBareMatch(fact.text) ? { kind: 'match', name: fact.term, text: fact.text } : null;
};

const pairOf = (fact: RelationPair['fact'], { kind, name, text }: Relation): RelationPair => ({
  ...{ fact, name, text, relation: kind, code: false, signature: '' },
  key: termKey(name),
});

export const isRelation = (pair: Pair): pair is RelationPair => 'relation' in pair;

/** Such pairs stand beside those of their own heading only. */
export const sortOf = ({ fact, relation }: Pick<RelationPair, 'fact' | 'relation'>): string =>
  `${relation} ${fact.section ?? ''}`;

function headingOf({ section }: RelationPair['fact']): string | null {
  const title = section?.replace(/\s*\([^()]*\)/gu, '').trim() ?? '';
  return title.length > 0 && title.length <= LONGEST_HEADING ? title : null;
}

/** One side of the pair is shown, the other is looked for. */
export function promptOfRelation(pair: RelationPair, shown: 'name' | 'text'): Prompt {
  const material = plain(quoted(pair[shown]));
  if (pair.relation === 'match')
    return { ask: `${headingOf(pair.fact) ?? ''}: что в паре?`, material };
  return { ask: shown === 'name' ? 'Какая формула подходит?' : 'Для чего эта формула?', material };
}
