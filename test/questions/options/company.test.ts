import { indexDeck } from '../../../src/questions/deck-index.js';
import {
  areBuiltAlike,
  areCompany,
  temptation,
  type Reach,
} from '../../../src/questions/options/company.js';
import { commandPairs, definitionPairs } from '../../../src/questions/options/pairs.js';
import { command, definition } from '../deck.js';

type Entry = readonly [term: string, text: string, section?: string | null, line?: number];

/** Pairs of a deck with one definition on each line. */
function pairsOf(entries: readonly Entry[]) {
  const facts = entries.map(([term, text, section = 'Раздел', line], i) =>
    definition(term, text, line ?? i + 1, section),
  );
  const deck = indexDeck(facts);
  return { deck, pairs: definitionPairs(deck) };
}

function meet(entries: readonly Entry[], reach: Reach = 'block'): boolean {
  const { deck, pairs } = pairsOf(entries);
  const [a, b] = pairs;
  if (!a || !b) throw new Error('two definitions are needed');
  expect(areCompany(b, a, reach, deck)).toBe(areCompany(a, b, reach, deck));
  return areCompany(a, b, reach, deck);
}

test.each([
  ['neighbours', ['Шлюз', 'ворота для судов'], ['Дамба', 'стена от воды'], true],
  ['paths', ['/etc/hosts', 'имена узлов'], ['/etc/fstab', 'список дисков'], true],
  ['a path and a word', ['/etc/hosts', 'имена узлов'], ['Шлюз', 'ворота для судов'], false],
  ['methods', ['Task.any', 'ждёт любую'], ['Task.every', 'ждёт каждую'], true],
  ['a method and a word', ['Task.any', 'ждёт любую'], ['Задача', 'кусок работы'], false],
  ['a number and a word', ['404', 'страницы не нашлось'], ['Шлюз', 'ворота для судов'], false],
] as const)('%s under one heading', (_name, a, b, expected) => {
  expect(meet([a, b])).toBe(expected);
});

test('a person does not stand among terms in small letters', () => {
  const terms: Entry[] = [
    ['Пирсон 1900', 'учение о связи величин'],
    ['дисперсия', 'разброс вокруг среднего'],
    ['медиана', 'значение в середине ряда'],
    ['мода', 'самое частое значение'],
    ['размах', 'разница крайних значений'],
  ];
  expect(meet(terms)).toBe(false);
  expect(meet(terms.slice(1))).toBe(true);
});

test('another section is reached last, and only where both have few terms, defined in so many words', () => {
  const lonely: Entry[] = [
    ['Шлюз', 'ворота для больших судов', 'Река'],
    ['Стог', 'сено под открытым небом', 'Поле'],
  ];
  expect(meet(lonely, 'section')).toBe(false);
  expect(meet(lonely, 'deck')).toBe(true);
  const more = ['Сноп', 'Борона', 'Межа', 'Плуг', 'Пашня'].map((term): Entry => [
    term,
    'что-то в поле',
    'Поле',
  ]);
  expect(meet([...lonely, ...more], 'deck')).toBe(false);
  const remark = lonely.map(([term, , section = null]): Entry => [
    term,
    'на старых берегах реки',
    section,
  ]);
  expect(meet(remark, 'deck')).toBe(false);
});

test('terms that share a word, or stand each under a heading of its own name, are neighbours', () => {
  expect(
    meet([
      ['Речной порт', 'причалы на реке', 'Река'],
      ['Морской порт', 'причалы на море', 'Море'],
    ]),
  ).toBe(true);
  expect(
    meet([
      ['Шлюз', 'ворота для судов', 'Что такое шлюз'],
      ['Дамба', 'стена от воды', 'Дамба'],
    ]),
  ).toBe(true);
});

test('lines far apart part the blocks of a section', () => {
  const block = (start: number): Entry[] =>
    ['Шлюз', 'Дамба', 'Плёс', 'Омут'].map((term, i) => [
      `${term}-${start}`,
      `слово ${term} из конспекта`,
      'Река',
      start + i,
    ]);
  const { deck, pairs } = pairsOf([...block(1), ...block(20)]);
  const [first] = pairs;
  const last = pairs.at(-2);
  if (!first || !last) throw new Error('eight definitions are needed');
  expect(areCompany(first, last, 'block', deck)).toBe(false);
  expect(areCompany(first, last, 'section', deck)).toBe(true);
});

test.each([
  ['ворота для судов', 'стена от воды', true],
  ['затвор', 'стена', true],
  ['затвор', 'стена от воды', true],
  ['затвор', 'стена, которая держит воду выше по реке', false],
  ['ворота для судов', 'lock, sluice', false],
  ['ворота для судов', '12 метров у самой плотины, весной больше', false],
  ['где: на реке; зачем: для судов', 'где: у моря; зачем: от волн', true],
  ['где: на реке; зачем: для судов', 'где: у моря; зачем: от волн; цена: высокая', false],
  ['ворота для судов', 'река -> канал -> озеро', false],
  ['ворота для судов', '5–6 метров в глубину', false],
  ['ворота для судов', 'шлюз + дамба', false],
  ['20 тонн', '5–6 метров в глубину', true],
])('«%s» and «%s» are built alike: %s', (a, b, expected) => {
  const { deck, pairs } = pairsOf([
    ['Шлюз', a],
    ['Дамба', b],
  ]);
  const [one, other] = pairs;
  expect(one && other && areBuiltAlike(one, other, deck)).toBe(expected);
});

test('a law stands beside laws only: what it says is a sentence', () => {
  const { deck, pairs } = pairsOf([
    ['Закон реки', 'вода идёт туда, где ниже'],
    ['Правило шлюза', 'ворота открывают по одному'],
    ['Дамба', 'стена от воды'],
  ]);
  const [law, rule, thing] = pairs;
  if (!law || !rule || !thing) throw new Error('three pairs are needed');
  expect(areBuiltAlike(law, rule, deck)).toBe(true);
  expect(areBuiltAlike(law, thing, deck)).toBe(false);
});

test('a science stands beside sciences, a person beside people', () => {
  const { deck, pairs } = pairsOf([
    ['Гидрология', 'наука о воде'],
    ['Геология', 'наука о камне'],
    ['Дамба', 'стена от воды'],
    ['Петров А.Б.', 'план первой плотины'],
  ]);
  const [water, stone, thing, person] = pairs;
  if (!water || !stone || !thing || !person) throw new Error('four pairs are needed');
  expect(areCompany(water, stone, 'deck', deck)).toBe(true);
  expect(areCompany(water, thing, 'deck', deck)).toBe(false);
  expect(areCompany(person, thing, 'deck', deck)).toBe(false);
});

test('a line of configuration does not stand among commands, and one program tempts more', () => {
  const facts = [
    command('ufw allow 22', 'пустить по ssh', 1, 'Сеть'),
    command('ss -tlnp', 'показать открытые порты', 2, 'Сеть'),
    command('ufw status', 'показать правила', 3, 'Сеть'),
    command('listen 80 default_server;', 'принимать всё прочее', 4, 'Сеть'),
  ];
  const deck = indexDeck(facts);
  const [allow, ss, status, listen] = commandPairs(deck);
  if (!allow || !ss || !status || !listen) throw new Error('four commands are needed');
  expect(areCompany(allow, ss, 'block', deck)).toBe(true);
  expect(areCompany(allow, listen, 'deck', deck)).toBe(false);
  expect(temptation(allow, status, deck)).toBeGreaterThan(temptation(allow, ss, deck));
});

test.each([
  ['a clause', 'когда стену ставят от воды'],
  ['a row of examples', 'валы, насыпи, запруды'],
  ['a deed', 'держит большую воду'],
])('%s tempts less than a description in the same manner', (_name, text) => {
  const { deck, pairs } = pairsOf([
    ['Затвор', 'стена против большой воды'],
    ['Дамба', 'стена от речной волны'],
    ['Плотина', text],
  ]);
  const [gate, dam, other] = pairs;
  if (!gate || !dam || !other) throw new Error('three definitions are needed');
  const beside = { ...other, fact: { ...other.fact, line: dam.fact.line } };
  expect(temptation(gate, beside, deck)).toBeLessThan(temptation(gate, dam, deck));
});

test('of two neighbours the one that shares a word of the name tempts more', () => {
  const { deck, pairs } = pairsOf([
    ['Вспашка', 'рыхление земли до посева'],
    ['Озимый хлеб', 'посев под снег'],
    ['Яровой хлеб', 'посев по весне'],
  ]);
  const [plough, winter, spring] = pairs;
  if (!plough || !winter || !spring) throw new Error('three definitions are needed');
  expect(temptation(winter, spring, deck)).toBeGreaterThan(temptation(winter, plough, deck));
});
