import { readAsk, subjectOf } from '../../src/search/ask.js';

const ask = (text: string) => readAsk(text, (name) => name === ':q!' || name === 'C++');

describe('the subject of a look-up', () => {
  test.each([
    ['образ', 'term', 'образ'],
    ['что такое образ?', 'term', 'образ'],
    ['А что это такое том', 'term', 'том'],
    ['образ это что', 'term', 'образ'],
    ['объясни мне про образ', 'term', 'образ'],
    ['что значит :q!', 'term', ':q!'],
    ['что такое C++?', 'term', 'C++'],
    ['как удалить образ', 'how', 'удалить образ'],
    ['удалить образ', 'how', 'удалить образ'],
    ['команда для образов', 'commands', 'образов'],
    ['какая команда чтобы удалить образ', 'how', 'удалить образ'],
    ['список образов', 'how', 'список образов'],
    ['зачем нужен том', 'reason', 'зачем нужен том'],
    ['где лежат слои', 'question', 'где лежат слои'],
  ])('«%s» wishes for a %s of «%s»', (text, wish, subject) => {
    expect(ask(text)).toEqual({ wish, subject, aspect: null, pair: null, isSurePair: false });
  });

  test.each([
    ['чем отличается образ от контейнера', ['образ', 'контейнера'], true],
    ['чем docker ps отличается от docker ps -a?', ['docker ps', 'docker ps -a'], true],
    ['в чем разница между образом и контейнером', ['образом', 'контейнером'], true],
    ['образ vs контейнер', ['образ', 'контейнер'], true],
    ['сравни образ с контейнером', ['образ', 'контейнером'], true],
    ['чем образ лучше контейнера', ['образ', 'контейнера'], true],
    ['образ удобнее чем контейнер', ['образ', 'контейнер'], true],
    ['образ или контейнер', ['образ', 'контейнер'], false],
    ['что такое образ и контейнер', ['образ', 'контейнер'], false],
  ])('«%s» compares %j', (text, pair, isSurePair) => {
    expect(ask(text)).toMatchObject({ pair, isSurePair });
  });

  test.each(['как собрать и запустить образ', 'где образ и контейнер'])(
    '«%s» compares nothing',
    (text) => expect(ask(text).pair).toBeNull(),
  );
});

test.each([
  ['что такое борщ?', 'борщ'],
  ['чем отличается борщ от щей', 'чем отличается борщ от щей'],
  ['?!', '?!'],
])('«%s» looks for «%s»', (text, subject) => {
  expect(subjectOf(text)).toBe(subject);
});
