/** «Вспомните список …»: the learner names the entries silently, looks, and says how many came back. */
import { plural } from '../../russian/plural.js';
import { quoted, withoutAsides } from '../wording/display.js';
import { frame, type Maker, plain, recallQuestion } from './maker.js';

export const recall: Maker = {
  kind: 'recall',
  make: (fact) => {
    if (fact.kind !== 'list' || fact.items.length < 2) return [];
    const items = fact.items.map(bare);
    const base = frame(fact, 'recall', {
      ask: `Вспомните список ${quoted(fact.title)}`,
      material: plain(`В нём ${countOf(items.length)}. Назовите их про себя.`),
      answer: plain(items.join('; ')),
      topic: plain(fact.title),
    });
    return [recallQuestion({ ...base, section: null }, items)];
  },
};

/** An entry without its brackets and the stop at its end; an entry that is nothing but brackets stays. */
const bare = (item: string): string =>
  withoutAsides(item)
    .replace(/[\s;.,]+$/u, '')
    .trim() || item;

const countOf = (count: number): string =>
  `${count} ${plural(count, 'пункт', 'пункта', 'пунктов')}`;
