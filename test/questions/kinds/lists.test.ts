import { indexDeck } from '../../../src/questions/deck-index.js';
import { member } from '../../../src/questions/kinds/member.js';
import { oddone } from '../../../src/questions/kinds/oddone.js';
import { order } from '../../../src/questions/kinds/order.js';
import { recall } from '../../../src/questions/kinds/recall.js';
import type { ChoiceQuestion, RecallQuestion } from '../../../src/questions/question.js';
import { seededRandom } from '../../../src/questions/random.js';
import type { Fact } from '../../../src/notes/note.js';
import { list } from './facts.js';

const PIGMENTS = list('Пигменты растения', ['хлорофилл', 'каротин', 'ксантофилл', 'лютеин']);
const ROOTS = list('Зоны корня', ['зона деления', 'зона роста', 'зона всасывания']);
const FLOWER = list('Части цветка', ['пестик', 'тычинка', 'венчик', 'чашечка']);

const STEPS = list(
  'Порядок деления клетки',
  [
    'хромосомы становятся видны',
    'оболочка ядра исчезает',
    'волокна тянут хромосомы к полюсам',
    'у каждого полюса строится ядро',
    'клетка делится перегородкой',
  ],
  true,
);

const only = (made: readonly unknown[]): ChoiceQuestion => made[0] as ChoiceQuestion;
const right = (question: ChoiceQuestion): string[] =>
  question.choices.filter(({ correct }) => correct).map(({ text }) => text);

describe('a name in a list', () => {
  const deck = indexDeck([...PIGMENTS, ...FLOWER]);

  test('stands among names of another list, which the verdict can explain', () => {
    const question = only(member.make(FLOWER[1] as Fact, deck, seededRandom(1)));
    expect(question.ask).toBe('Что есть в списке «Части цветка»?');
    expect(right(question)).toEqual(['пестик']);
    const wrong = question.choices.filter(({ correct }) => !correct);
    expect(wrong.map(({ about }) => about?.text)).toEqual(wrong.map(() => 'Пигменты растения'));
  });

  test('the odd one comes from another list', () => {
    const question = only(oddone.make(FLOWER[0], deck, seededRandom(1)));
    expect(question.ask).toBe('Чего нет в списке «Части цветка»?');
    expect(PIGMENTS[0].items).toContain(right(question)[0]);
  });

  test('an entry that shares a word with the title is no option', () => {
    const own = indexDeck([...ROOTS, ...FLOWER]);
    expect(member.make(ROOTS[1] as Fact, own, seededRandom(1))).toEqual([]);
  });
});

test.each([
  [
    'of statements',
    list('Свойства воды', ['вода течёт вниз', 'лёд легче воды', 'пар занимает весь сосуд']),
  ],
  ['of advantages', list('Преимущества спор', ['малый вес', 'прочная стенка', 'большое число'])],
  ['with an order', STEPS],
])('a list %s is not asked by its entries', (_, facts) => {
  const deck = indexDeck([...facts, ...FLOWER]);
  expect(facts.flatMap((fact) => member.make(fact, deck, seededRandom(1)))).toEqual([]);
  expect(oddone.make(facts[0], deck, seededRandom(1))).toEqual([]);
});

describe('order', () => {
  const deck = indexDeck(STEPS);

  test('the next step is found among steps that come at other times', () => {
    const question = only(order.make(STEPS[3] as Fact, deck, seededRandom(1)));
    expect(question.ask).toBe('Что идёт сразу после этого?');
    expect(question.material?.text).toBe('«оболочка ядра исчезает»');
    expect(right(question)).toEqual(['волокна тянут хромосомы к полюсам']);
    expect(question.choices.map(({ text }) => text)).not.toContain('оболочка ядра исчезает');
  });

  test('the first step is asked by the title', () => {
    const question = only(order.make(STEPS[1] as Fact, deck, seededRandom(1)));
    expect(question.ask).toBe('Что идёт первым?');
    expect(question.material?.text).toBe('«Порядок деления клетки»');
  });

  test.each([
    ['has no order', list('Части клетки', ['ядро', 'оболочка', 'вакуоль', 'хлоропласт'])],
    [
      'is too short',
      list('Порядок полива', ['набрать воду', 'полить почву', 'слить лишнее'], true),
    ],
    [
      'says the places itself',
      list('Порядок посева', ['сначала вскопать', 'внести золу', 'затем посеять', 'полить'], true),
    ],
  ])('a list that %s is not asked', (_, facts) => {
    const made = facts.flatMap((fact) => order.make(fact, indexDeck(facts), seededRandom(1)));
    expect(made).toEqual([]);
  });
});

test('a list is recalled as a whole, with its number in words that agree and without brackets', () => {
  const facts = list('Органы дыхания', [
    'нос (полость)',
    'гортань;',
    'трахея',
    'бронхи',
    'лёгкие.',
  ]);
  const [question] = recall.make(facts[0], indexDeck(facts), seededRandom(1)) as RecallQuestion[];
  expect(question).toMatchObject({
    form: 'recall',
    ask: 'Вспомните список «Органы дыхания»',
    material: { text: 'В нём 5 пунктов. Назовите их про себя.' },
    items: ['нос', 'гортань', 'трахея', 'бронхи', 'лёгкие'],
  });
  const three = list('Оболочки глаза', ['белковая', 'сосудистая', 'сетчатая']);
  expect(recall.make(three[0], indexDeck(three), seededRandom(1))[0]?.material?.text).toBe(
    'В нём 3 пункта. Назовите их про себя.',
  );
});
