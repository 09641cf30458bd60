import { openBank } from '../../../src/questions/bank.js';
import type { ChoiceQuestion } from '../../../src/questions/question.js';
import { cellDeck, definition } from '../deck.js';

const seeds = Array.from({ length: 40 }, (_, i) => i + 1);

const truths = (facts: readonly (typeof cellDeck)[number][]): ChoiceQuestion[] => {
  const bank = openBank(facts);
  return seeds
    .flatMap((seed) => bank.all(seed))
    .filter((question) => question.form === 'choice' && question.kind === 'tf') as ChoiceQuestion[];
};

const descriptionOf = new Map(
  cellDeck.flatMap((fact) => (fact.kind === 'definition' ? [[fact.term, fact]] : [])),
);

test('the key agrees with the notes, whichever description is shown', () => {
  for (const { material, choices, topic } of truths(cellDeck)) {
    const own = `«${topic.text}» — ${descriptionOf.get(topic.text)?.text}.`;
    expect(choices.map(({ text }) => text)).toEqual(['Верно', 'Неверно']);
    expect(choices[0]?.correct).toBe(material?.text === own);
  }
});

test('a foreign description says whose it is', () => {
  const lies = truths(cellDeck).filter(({ choices }) => choices[1]?.correct);
  expect(lies.length).toBeGreaterThan(100);
  for (const { material, foreign } of lies) {
    const fact = descriptionOf.get(foreign?.text ?? '');
    expect(material?.text).toContain(fact?.text);
    expect(foreign?.line).toBe(fact?.line);
  }
});

test('a description that names its term is neither shown nor lent', () => {
  const telling = definition('Клеточный центр', 'центр клетки из двух центриолей', 60);
  const texts = truths([...cellDeck, telling]).map(({ material }) => material?.text ?? '');
  expect(texts.filter((text) => text.includes(telling.text))).toEqual([]);
});

test('a lone definition is not asked this way', () => {
  expect(truths(cellDeck.slice(0, 1))).toEqual([]);
});
