import { openBank } from '../../../src/questions/bank.js';
import { indexDeck } from '../../../src/questions/deck-index.js';
import { tf } from '../../../src/questions/kinds/tf.js';
import type { ChoiceQuestion } from '../../../src/questions/question.js';
import { spreadRandom } from '../../../src/questions/random.js';
import { cellDeck, definition, gitDeck, statement } from '../deck.js';

const seeds = Array.from({ length: 40 }, (_, i) => i + 1);

type Facts = Parameters<typeof indexDeck>[0];

/** Every truth question that can be made, whether or not the bank has better ones. */
function truths(facts: Facts): ChoiceQuestion[] {
  const deck = indexDeck(facts);
  return seeds.flatMap((seed) =>
    facts.flatMap((fact) => tf.make(fact, deck, spreadRandom(seed, fact.id)) as ChoiceQuestion[]),
  );
}

const lies = (facts: Facts): ChoiceQuestion[] =>
  truths(facts).filter(({ choices }) => choices[1]?.correct);

/** What is told of a term, right or wrong. */
const toldOf = (term: string, facts: Facts): string[] => [
  ...new Set(
    truths(facts)
      .filter(({ topic }) => topic.text === term)
      .map(({ material }) => (material?.text ?? '').replace(/^.*» — /u, '').replace(/\.$/u, '')),
  ),
];

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
  expect(lies(cellDeck).length).toBeGreaterThan(100);
  for (const { material, foreign } of lies(cellDeck)) {
    const fact = descriptionOf.get(foreign?.text ?? '');
    expect(material?.text).toContain(fact?.text);
    expect(foreign?.line).toBe(fact?.line);
  }
});

test('a description that names its term, or sounds like it, is neither shown nor lent', () => {
  const telling = definition('Клеточный центр', 'центр клетки из двух центриолей', 60);
  const sounding = definition('Плазмолиз', 'сжатие плазмы внутри живой клетки', 61);
  const texts = truths([...cellDeck, telling, sounding]).map(({ material }) => material?.text);
  expect(texts.filter((text) => text?.includes(telling.text))).toEqual([]);
  expect(texts.filter((text) => text?.includes(sounding.text))).toEqual([]);
});

test('a lone definition is not asked this way', () => {
  expect(truths(cellDeck.slice(0, 1))).toEqual([]);
});

test('a fact that two other kinds can ask is not asked this way by the bank', () => {
  const kinds = openBank(cellDeck)
    .questionsFor(cellDeck[1]?.id ?? '', 3)
    .map(({ kind }) => kind);
  expect(kinds).toEqual(expect.arrayContaining(['def2term', 'term2def']));
  expect(kinds).not.toContain('tf');
});

test('a fact that no other kind can ask is', () => {
  const two = [
    definition('Дамба', 'стена против большой воды', 1, 'Река'),
    definition('Шлюз', 'ворота для прохода судов', 2, 'Река'),
  ];
  const kinds = openBank(two)
    .questionsFor(two[0]?.id ?? '', 3)
    .map(({ kind }) => kind);
  expect(kinds).toEqual(['tf']);
});

const river = [
  definition('Дамба', 'стена против большой воды', 1, 'Река'),
  definition('Шлюз', 'ворота для прохода судов', 2, 'Река'),
  definition('Причал', 'место стоянки речного транспорта', 3, 'Река'),
];

test('a description that shares a word with anything said of the term is not lent to it', () => {
  expect(toldOf('Шлюз', river)).toContain('стена против большой воды');
  const wet = [...river, statement('Ворота держат большую воду', 'Шлюз', 4)];
  expect(toldOf('Шлюз', wet)).not.toContain('стена против большой воды');
  const ofSluices = [...river, definition('Плот', 'связка брёвен, проходит шлюз боком', 5, 'Река')];
  expect(toldOf('Шлюз', ofSluices)).not.toContain('связка брёвен, проходит шлюз боком');
});

test.each([
  ['many things for one', 'тёмные камни речного дна'],
  ['a deed', 'пропускает лодки ранним утром'],
  ['what we do', 'убираем мусор каждую весну'],
  ['a case', 'когда лодки ждут своей очереди'],
  ['two words', 'речной камень'],
  ['a sentence that is true of itself', 'течение слабеет ближе к устью'],
])('grammar shows no lie: %s is not lent', (_name, text) => {
  const facts = [...river, definition('Плёс', text, 4, 'Река')];
  expect(toldOf('Дамба', facts)).not.toContain(text);
});

test('of a person it may be claimed who that was, not what the notes list beside the name', () => {
  const people = [
    definition('Седов Г.Я.', 'русский физик, исследователь северного сияния', 1, 'Персоны'),
    definition('Дежнёв С.И.', 'мореплаватель, казак из далёкого Устюга', 2, 'Персоны'),
    definition('Врангель Ф.П.', 'карта побережья, поиски северной земли', 3, 'Персоны'),
    definition('Чириков А.И.', 'морской путь, второй пакетбот экспедиции', 4, 'Персоны'),
  ];
  const told = truths(people).map(({ topic }) => topic.text);
  expect([...new Set(told)].sort()).toEqual(['Дежнёв С.И.', 'Седов Г.Я.']);
});

test('half of the truth questions are true', () => {
  const all = [...truths(cellDeck), ...truths(gitDeck)];
  const share = all.filter(({ choices }) => choices[0]?.correct).length / all.length;
  expect(share).toBeGreaterThan(0.44);
  expect(share).toBeLessThan(0.56);
});
