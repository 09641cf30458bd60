import { indexDeck } from '../../../src/questions/deck-index.js';
import { nounGaps } from '../../../src/questions/sentences/nouns.js';
import type { Fact } from '../../../src/notes/note.js';
import { definition, statement } from '../kinds/facts.js';

const TERMS = [
  definition('Рибосома', 'частица, которая собирает белок'),
  definition('Вакуоль', 'пузырёк с клеточным соком'),
  definition('Хлоропласт', 'зелёная пластида'),
  definition('Митохондрия', 'станция, которая даёт энергию'),
];
/** The forms the notes use: «в рибосомах», «в хлоропластах» … */
const FORMS = [
  statement('Белок собирают в рибосомах'),
  statement('Запасы воды лежат в вакуолях'),
  statement('Дыхание идёт в митохондриях'),
];

const wrong = (text: string, others: readonly Fact[] = FORMS): string[] => {
  const fact = statement(text);
  return nounGaps(text, fact, indexDeck([...TERMS, ...others, fact])).flatMap((gap) => gap.others);
};

test('a term behind a preposition stands among other terms in the same form', () => {
  const fact = statement('Фотосинтез проходит в хлоропластах');
  const gaps = nounGaps(fact.text, fact, indexDeck([...TERMS, ...FORMS, fact]));
  expect(gaps).toEqual([
    {
      answer: 'хлоропластах',
      text: 'Фотосинтез проходит в ___',
      others: ['рибосомах', 'вакуолях', 'митохондриях'],
    },
  ]);
});

test('only forms of the same number are offered', () => {
  expect(wrong('Фотосинтез проходит в хлоропласте')).toEqual([]);
  expect(wrong('Фотосинтез проходит в хлоропласте', [statement('Запас лежит в рибосоме')])).toEqual(
    ['рибосоме'],
  );
});

test('a term of which the notes say the same is no wrong option', () => {
  const same = statement('Часть фотосинтеза проходит и в вакуолях');
  expect(wrong('Фотосинтез проходит в хлоропластах', [...FORMS, same])).not.toContain('вакуолях');
});

test('a term that holds the right one is no wrong option', () => {
  const inside = statement('Хлоропласты плавают в вакуолях');
  expect(wrong('Фотосинтез проходит в хлоропластах', [...FORMS, inside])).not.toContain('вакуолях');
});

test.each([
  ['has words of its own behind it', 'Фотосинтез проходит в хлоропластах листа'],
  ['has a clause behind it', 'Фотосинтез проходит в хлоропластах, которые полны зелени'],
  ['stands in a dependent clause', 'Лист зелен, если зелень есть в хлоропластах'],
  ['stands twice', 'Хлоропласты растут, и фотосинтез проходит в хлоропластах'],
  ['may be in another case', 'Свет попадает в хлоропласт'],
  ['is no term', 'Фотосинтез проходит в листьях'],
])('a noun that %s is left alone', (_, text) => {
  expect(wrong(text)).toEqual([]);
});

test('a foreign term is known by its Russian name', () => {
  const terms = [
    definition('Docker repository', 'набор версий'),
    definition('Docker-контейнер', 'запущенный образ'),
    statement('Приложения работают в контейнерах'),
  ];
  const fact = statement('Сборки лежат в репозиториях');
  const [gap] = nounGaps(fact.text, fact, indexDeck([...terms, fact]));
  expect(gap?.others).toEqual(['контейнерах']);
});
