/** General labels («виды», «критерии») belong to the term above them, and are asked with its name or not at all. */
import type { Fact } from '../../src/notes/note.js';
import { parseNote } from '../../src/notes/parse.js';

const factsOf = (text: string): readonly Fact[] => parseNote(text).facts;
const titlesOf = (text: string): string[] =>
  factsOf(text).flatMap((fact) => (fact.kind === 'list' ? [fact.title] : []));

describe('a row of things behind a general label', () => {
  test.each([
    ['is the list of the term with a capital above it', 'Почва: верхний слой земли\nГрунт - порода под ней\nпризнаки: цвет, запах, влажность', 'Грунт: признаки'],
    ['is the list of the first term of its block', 'ЗЕМЛЯ\nпочва - верхний слой\nглавные свойства - рыхлость, влажность, запах', 'Почва: главные свойства'],
    ['is the list of the term it hangs under', 'камень - кусок породы\nпочва - верхний слой\n   4 вида: песок, глина, чернозём, торф', 'Почва: 4 вида'],
    ['may be numbered in its line', 'виды почвы 1) песчаная 2) глинистая 3) торфяная', 'Виды почвы'],
    ['may be the heading of lines below it', 'Почва - верхний слой земли\nбывают:\n1) песчаная\n2) глинистая\n3) торфяная', 'Почва: виды'],
    ['may have a plural of its own when it hangs', 'Почва - верхний слой земли\n  жители: черви, кроты, жуки', 'Почва: жители'],
  ])('%s', (_, text, title) => {
    expect(titlesOf(text)).toEqual([title]);
  }); // prettier-ignore

  test("is nobody's where two terms could be meant, and then no list", () => {
    const text = 'почва - верхний слой\nгрунт - порода под ней\nпризнаки: цвет, запах, влажность';
    expect(titlesOf(text)).toEqual([]);
    expect(factsOf(text)[2]).toMatchObject({ kind: 'statement', subject: null });
  });
});

test('what else is said behind such a label is said of the term above', () => {
  expect(factsOf('География - наука о Земле\nПредмет: её природа и люди на ней')).toMatchObject([
    { kind: 'definition' },
    { kind: 'statement', subject: 'География', text: 'Предмет: её природа и люди на ней' },
  ]);
});

test('a label with an adjective that is not followed by a row is a term', () => {
  expect(
    factsOf('Рынок - место торга\nскрытые функции - те, которых никто не хотел')[1],
  ).toMatchObject({
    kind: 'definition',
    term: 'скрытые функции',
  });
});

test('a list under a definition is called by the term alone', () => {
  const text = '- Почва — верхний слой земли\n  - песчаная\n  - глинистая\n  - торфяная';
  expect(titlesOf(text)).toEqual(['Почва']);
});

test('a question word is no term', () => {
  expect(
    factsOf('Кэш - быстрая память\nПамять - место для данных\nЗачем: скорость, отказы')[2],
  ).toMatchObject({
    kind: 'statement',
  });
});
