import { indexDeck } from '../../../src/questions/deck-index.js';
import { date } from '../../../src/questions/kinds/date.js';
import type { ChoiceQuestion } from '../../../src/questions/question.js';
import { seededRandom } from '../../../src/questions/random.js';
import type { Fact } from '../../../src/notes/note.js';
import { dated } from './facts.js';

const YEARS = [
  dated('1703 год', 'основание города на Неве'),
  dated('1709 г.', 'битва под Полтавой'),
  dated('1721 год', 'мир со Швецией после долгой войны'),
  dated('1725', 'смерть царя Петра'),
];

const ask = (fact: Fact, facts: readonly Fact[] = YEARS): ChoiceQuestion | undefined =>
  date.make(fact, indexDeck(facts), seededRandom(1))[0] as ChoiceQuestion | undefined;

test('an event is asked for its year among other years of the notes, each with its own event', () => {
  const question = ask(YEARS[1] as Fact);
  expect(question?.ask).toBe('В каком году это было?');
  expect(question?.material?.text).toBe('«Битва под Полтавой»');
  expect(question?.choices.map(({ text }) => text).sort()).toEqual([
    '1703',
    '1709',
    '1721',
    '1725',
  ]);
  expect(question?.choices.find(({ text }) => text === '1703')?.about?.text).toBe(
    'основание города на Неве',
  );
});

test('years that stand for the same event are no wrong options', () => {
  const twin = dated('1710', 'битва под Полтавой была выиграна');
  const question = ask(YEARS[1] as Fact, [...YEARS, twin]);
  expect(question?.choices.map(({ text }) => text)).not.toContain('1710');
});

test('full dates stand among full dates', () => {
  const days = [
    dated('27 мая 1703', 'заложена крепость на острове'),
    dated('8 июля 1709', 'шведская армия разбита'),
    dated('10 сентября 1721', 'подписан мирный договор'),
  ];
  const question = ask(days[0] as Fact, [...days, ...YEARS]);
  expect(question?.ask).toBe('Когда это было?');
  expect(question?.choices.every(({ text }) => /^\d+ \p{L}+ \d{4}$/u.test(text))).toBe(true);
});

test.each([
  ['fewer than three dates', YEARS.slice(0, 2)],
  ['an event that tells its year', [dated('1711', 'поход 1711 года'), ...YEARS]],
])('%s make no question', (_, facts) => {
  expect(ask(facts[0] as Fact, facts)).toBeUndefined();
});
