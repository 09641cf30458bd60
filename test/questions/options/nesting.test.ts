import type { Definition } from '../../../src/notes/note.js';
import { indexDeck } from '../../../src/questions/deck-index.js';
import { areCompany } from '../../../src/questions/options/company.js';
import { parentOf } from '../../../src/questions/options/nesting.js';
import { definitionPairs } from '../../../src/questions/options/pairs.js';
import { definition } from '../deck.js';

/** Definitions as the lines of one section, with the indents and bullets they have there. */
function read(...lines: readonly string[]) {
  const facts = lines.flatMap((source, i): Definition[] => {
    const [term = '', text] = source
      .replace(/^[ \t]*[-•] /, '')
      .trim()
      .split(' — ');
    return text === undefined ? [] : [{ ...definition(term, text, i + 1, 'Река'), source }];
  });
  const deck = indexDeck(facts);
  const pairs = definitionPairs(deck);
  const pairOf = (name: string) => {
    const pair = pairs.find((it) => it.name === name);
    if (!pair) throw new Error(`${name} is no pair`);
    return pair;
  };
  return { deck, pairOf, above: (name: string) => parentOf(pairOf(name), deck)?.name };
}

const river = [
  'Затвор — подвижная стена плотины',
  '  - плоский — ходит вверх и вниз',
  '  - сегментный — поворачивается вокруг оси',
  'Шлюз — камера для прохода судов',
  '- верхние ворота — держат большую воду',
];

test('a bullet or a deeper indent stands under the line above it', () => {
  const { above } = read(...river);
  expect(above('плоский')).toBe('Затвор');
  expect(above('сегментный')).toBe('Затвор');
  expect(above('верхние ворота')).toBe('Шлюз');
  expect(above('Шлюз')).toBeUndefined();
});

test('a list of its own stands under nothing', () => {
  const { above } = read('- Дамба — стена от большой воды', '- Причал — место стоянки судов');
  expect(above('Причал')).toBeUndefined();
});

test('a list behind a gap stands under nothing', () => {
  const { above } = read('Шлюз — камера для судов', '', '', '', '', '- Дамба — стена от воды');
  expect(above('Дамба')).toBeUndefined();
});

test('a term and what stands under it never serve each other, two that stand under it do', () => {
  const { deck, pairOf } = read(...river);
  const [gate, flat, sector] = ['Затвор', 'плоский', 'сегментный'].map(pairOf);
  if (!gate || !flat || !sector) throw new Error('three pairs are needed');
  expect(areCompany(gate, flat, 'deck', deck)).toBe(false);
  expect(areCompany(flat, gate, 'deck', deck)).toBe(false);
  expect(areCompany(flat, sector, 'block', deck)).toBe(true);
});
