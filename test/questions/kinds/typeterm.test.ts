import { judgeReply } from '../../../src/questions/judge.js';
import { typeterm } from '../../../src/questions/kinds/typeterm.js';
import { indexDeck } from '../../../src/questions/deck-index.js';
import type { Fact } from '../../../src/notes/note.js';
import type { TypedQuestion } from '../../../src/questions/question.js';
import { seededRandom } from '../../../src/questions/random.js';
import { definition } from './facts.js';

/** Neighbours, so that no word of the asked definition is common. */
const others = [
  definition('Плуг', 'орудие для вспашки земли'),
  definition('Сноп', 'связка сжатых колосьев на поле'),
  definition('Амбар', 'строение, где хранят зерно зимой'),
];

function asked(fact: Fact, company: readonly Fact[] = others): TypedQuestion | undefined {
  const [question] = typeterm.make(fact, indexDeck([fact, ...company]), seededRandom(1));
  return question?.form === 'typed' ? question : undefined;
}

test('a definition in so many words is shown, its term is typed', () => {
  const question = asked(definition('Гумно (ток)', 'площадка, на которой молотят хлеб'));
  expect(question).toMatchObject({
    ask: 'Напишите термин',
    material: { text: '«площадка, на которой молотят хлеб»' },
    answer: { text: 'Гумно' },
    topic: { text: 'Гумно (ток)' },
    judge: 'term',
  });
  expect(question && judgeReply(question, 'гумно').result).toBe('correct');
  expect(question && judgeReply(question, 'гумна').result).toBe('partial');
  expect(question && judgeReply(question, 'амбар')).toEqual({
    result: 'wrong',
    remark: { kind: 'other-term', term: 'Амбар' },
  });
});

test.each([
  ['a remark', 'Гумно', 'на краю каждой старой деревни'],
  ['examples', 'Злаки', 'рожь, ячмень, овёс, просо'],
  ['the beginning of a list', 'Гумно', 'утоптанная площадка, крыша на столбах, ворота'],
  ['notation', 'Урожай', 'сбор с поля = площадь на число колосьев'],
  ['a person', 'Вавилов', 'учёный, который собирал семена по всему миру'],
  ['a definition that names its term', 'Молотилка', 'машина для быстрой молотьбы хлеба'],
  [
    'a name of many words',
    'Закон убывающего плодородия почвы',
    'правило о пользе удобрений на поле',
  ],
  ['words of code', 'dyn Field', 'поле с видом на дальнюю реку'],
  ['a code name', 'rye.yml', 'файл с настройками полива озимых'],
  ['an adjective', 'Озимая', 'посеянная осенью культура под снегом'],
])('%s is not asked', (_what, term, text) => {
  expect(asked(definition(term, text))).toBeUndefined();
});

test('nothing is asked that two terms are called, or that is defined twice', () => {
  const fact = definition('Гумно', 'площадка, на которой молотят хлеб');
  const twin = definition('Ток', 'ровная площадка, на которой молотят хлеб');
  expect(asked(fact, [...others, twin])).toBeUndefined();
  const again = definition('гумно', 'двор позади избы у крестьян');
  expect(asked(fact, [...others, again])).toBeUndefined();
});
