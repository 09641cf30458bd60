import { openBank } from '../../../src/questions/bank.js';
import { indexDeck } from '../../../src/questions/deck-index.js';
import { tf } from '../../../src/questions/kinds/tf.js';
import type { ChoiceQuestion } from '../../../src/questions/question.js';
import { spreadRandom } from '../../../src/questions/random.js';
import { definition, statement } from '../deck.js';

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

/** Twelve terms of four kinds: a word of their names shows which of them are of one sort. */
const harbour = [
  ['Речной порт', 'место у реки, где грузят баржи'],
  ['Морской порт', 'место у глубокой бухты, куда заходят океанские лайнеры'],
  ['Сухой порт', 'склад внутри страны, откуда контейнеры едут поездом'],
  ['Вольный порт', 'гавань, через которую товар идёт без пошлины'],
  ['Носовой якорь', 'самый тяжёлый груз на передней цепи'],
  ['Плавучий якорь', 'полотняный мешок, который тормозит лодку'],
  ['Стоп-якорь', 'запасной крюк на корме для узких фарватеров'],
  ['Ледовый якорь', 'стальной коготь, вбитый в кромку припая'],
  ['Шпигат', 'отверстие в борту для стока'],
  ['Кнехт', 'парная тумба для швартовых тросов'],
  ['Рында', 'судовой колокол для отбивания склянок'],
  ['Лоция', 'книга с описанием опасных мест'],
].map(([term = '', text = ''], i) => definition(term, text, i + 1, 'Флот'));

const descriptionOf = new Map(harbour.map((fact) => [fact.term, fact]));

test('the key agrees with the notes, whichever description is shown', () => {
  for (const { material, choices, topic } of truths(harbour)) {
    const own = `«${topic.text}» — ${descriptionOf.get(topic.text)?.text}.`;
    expect(choices.map(({ text }) => text)).toEqual(['Верно', 'Неверно']);
    expect(choices[0]?.correct).toBe(material?.text === own);
  }
});

test('a foreign description says whose it is', () => {
  expect(lies(harbour).length).toBeGreaterThan(100);
  for (const { material, foreign } of lies(harbour)) {
    const fact = descriptionOf.get(foreign?.text ?? '');
    expect(material?.text).toContain(fact?.text);
    expect(foreign?.line).toBe(fact?.line);
  }
});

const sortOf = (term: string): string => /порт|якорь/u.exec(term)?.[0] ?? term;

test('is lent only among things that the notes show to be of one sort', () => {
  for (const { topic, foreign } of lies(harbour))
    expect(sortOf(foreign?.text ?? '')).toBe(sortOf(topic.text));
  expect(new Set(truths(harbour).map(({ topic }) => sortOf(topic.text)))).toEqual(
    new Set(['порт', 'якорь']),
  );
});

test('terms under one term, or one heading that is their noun, are of one sort', () => {
  const under = (fact: (typeof harbour)[number], indent: string) => ({
    ...fact,
    source: `${indent}${fact.term} - ${fact.text}`,
  });
  const tackle = [
    under(definition('Снасть', 'всё, чем управляют парусом и тянут груз', 1, 'Флот'), ''),
    under(definition('Шкот', 'трос, которым держат угол паруса', 2, 'Флот'), '  - '),
    under(definition('Фал', 'линь для подъёма сигнальных флагов', 3, 'Флот'), '  - '),
  ];
  expect(new Set(truths(tackle).map(({ topic }) => topic.text))).toEqual(new Set(['Шкот', 'Фал']));
  const watches = [
    definition('Ночная', 'стоянка у штурвала при звёздах', 1, 'Вахты'),
    definition('Дневная', 'смена, которая драит палубу', 2, 'Вахты'),
    definition('Запасная', 'отдых с правом спать одетыми', 3, 'Вахты'),
  ];
  expect(truths(watches)[0]?.material?.text).toMatch(/^Вахты: «\p{L}+» — /u);
});

test('a description that names its term, or sounds like it, is neither shown nor lent', () => {
  const telling = definition('Грузовой порт', 'порт для тяжёлых грузов', 60, 'Флот');
  const sounding = definition('Рыбный порт', 'место, где портовые рабочие солят улов', 61, 'Флот');
  const texts = truths([...harbour, telling, sounding]).map(({ material }) => material?.text);
  expect(texts.filter((text) => text?.includes(telling.text))).toEqual([]);
  expect(texts.filter((text) => text?.includes(sounding.text))).toEqual([]);
});

test('a lone definition is not asked this way', () => {
  expect(truths(harbour.slice(0, 1))).toEqual([]);
});

test('a fact that two other kinds can ask is not asked this way by the bank', () => {
  const kinds = openBank(harbour)
    .questionsFor(harbour[1]?.id ?? '', 3)
    .map(({ kind }) => kind);
  expect(kinds).toEqual(expect.arrayContaining(['def2term', 'term2def']));
  expect(kinds).not.toContain('tf');
});

test('a fact that no other kind can ask is', () => {
  const two = [
    definition('Верхний шлюз', 'ворота для прохода судов', 1, 'Река'),
    definition('Нижний шлюз', 'стена против большой воды', 2, 'Река'),
  ];
  const kinds = openBank(two)
    .questionsFor(two[0]?.id ?? '', 3)
    .map(({ kind }) => kind);
  expect(kinds).toContain('tf');
});

const river = [
  definition('Старая дамба', 'стена против большой воды', 1, 'Река'),
  definition('Новая дамба', 'ворота для прохода судов', 2, 'Река'),
  definition('Плотина', 'преграда, за которой стоит пруд', 3, 'Река'),
];

test('a description that shares a word with anything said of the term is not lent to it', () => {
  expect(toldOf('Новая дамба', river)).toContain('стена против большой воды');
  const wet = [...river, statement('Ворота держат большую воду', 'Новая дамба', 4)];
  expect(toldOf('Новая дамба', wet)).not.toContain('стена против большой воды');
});

test.each([
  ['many things for one', 'тёмные камни речного дна'],
  ['a deed', 'пропускает лодки ранним утром'],
  ['what we do', 'убираем мусор каждую весну'],
  ['a case', 'когда лодки ждут своей очереди'],
  ['two words', 'речной камень'],
  ['a sentence that is true of itself', 'течение слабеет ближе к устью'],
])('grammar shows no lie: %s is not lent', (_name, text) => {
  const facts = [...river, definition('Малая дамба', text, 4, 'Река')];
  expect(toldOf('Старая дамба', facts)).not.toContain(text);
});

test('half of the truth questions are true', () => {
  const all = truths(harbour);
  const share = all.filter(({ choices }) => choices[0]?.correct).length / all.length;
  expect(share).toBeGreaterThan(0.44);
  expect(share).toBeLessThan(0.56);
});
