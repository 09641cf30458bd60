/** Where a thought ends: which lines are one sentence, and which only stand below each other. */
import type { Fact } from '../../../src/notes/note.js';
import { parseNote } from '../../../src/notes/parse.js';

const factsOf = (text: string): readonly Fact[] => parseNote(text).facts;

describe('lines that end where the author ended them', () => {
  const wide =
    'Ледник - масса льда, которая годами копится в горах и медленно сползает по склону вниз, в долину\n' +
    'Морена - камни, песок и глина, которые ледник принёс с собой и оставил там, где растаял, у подножия\n';

  test('are not glued to the next one where wider lines stand whole', () => {
    expect(
      factsOf(
        `${wide}Фирн - зернистый снег, который пролежал больше года\nтолщина льда у полюса 4 км`,
      ),
    ).toMatchObject([
      {},
      {},
      { term: 'Фирн', text: 'зернистый снег, который пролежал больше года' },
    ]);
  });

  test('are still joined when the sentence is under way', () => {
    const [, , firn] = factsOf(
      `${wide}Фирн - зернистый снег, который долго лежал и слежался под тяжестью новых\nслоёв`,
    );
    expect(firn).toMatchObject({ text: expect.stringMatching(/новых слоёв$/) as string });
  });

  test('keep the parts that hang below them in a row apart', () => {
    const [river] = factsOf(
      'Река - поток воды в русле\n   горная (быстрая), равнинная\n   пересыхающая / полноводная',
    );
    expect(river).toMatchObject({ term: 'Река', text: 'поток воды в русле' });
  });
});

test('a bracket that was left open is closed by the next line', () => {
  expect(factsOf('Русло: ложе реки, дно и берега (у всех рек оно\nразное)')).toMatchObject([
    { kind: 'statement', source: 'Русло: ложе реки, дно и берега (у всех рек оно\nразное)' },
  ]);
});

test('a line that begins with a verb goes on, also with an equals sign further on', () => {
  const start = 'узел - машина сети\nшина - общий кабель\nкольцо - сеть без конца\n';
  const facts = factsOf(
    `${start}перевыборы - узлы заново решают, кто из них главный. всё это время сеть\nможет молчать, поэтому частые перевыборы = плохо`,
  );
  expect(facts.slice(3)).toMatchObject(
    [
      { kind: 'definition', text: 'узлы заново решают, кто из них главный' },
      { kind: 'statement', subject: 'перевыборы', text: /^Всё это время сеть может молчать/ },
    ].map((fact) => ({ ...fact, text: expect.stringMatching(fact.text) as string })),
  );
});

test('a term whose meaning was never written does not take the next term for it', () => {
  expect(factsOf('дужка —\nподкова — железо на копыте')).toMatchObject([{ term: 'подкова' }]);
  expect(factsOf('дужка —\nгнутая ручка ведра')).toMatchObject([{ text: 'гнутая ручка ведра' }]);
});
