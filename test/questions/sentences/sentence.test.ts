import fc from 'fast-check';
import { indexDeck } from '../../../src/questions/deck-index.js';
import { numberGaps } from '../../../src/questions/sentences/numbers.js';
import { sentenceOf, withSubject } from '../../../src/questions/sentences/sentence.js';
import type { Fact } from '../../../src/notes/note.js';
import { command, definition, explanation, list, statement } from '../kinds/facts.js';

const shown = (fact: Fact, others: readonly Fact[] = []): string | null => {
  const sentence = sentenceOf(fact, indexDeck([fact, ...others]));
  return sentence && withSubject(sentence);
};

test('a sentence loses its brackets, its shouting, «также» in front and the stop', () => {
  const fact = statement('Также ВСЕ ветки - это ссылки (указатели) и занимают мало места.');
  expect(shown(fact)).toBe('Все ветки — это ссылки и занимают мало места');
});

test.each([
  ['a fragment', statement('быстрый сервер')],
  ['a line that leans on the one before', statement('Поэтому он хранит все ветки у себя')],
  ['a word about the lesson', statement('Лектор говорит быстро и часто стирает доску')],
  ['a broken end', statement('Сервер хранит все ветки проекта для')],
  ['no verb', statement('Сервер команды разработки проекта')],
  ['code', statement('Ветку создаёт строка git switch -c имя; код = 0')],
  ['an address', statement('Сервер команды находится на https://example.org всегда')],
  ['too much Latin', statement('Docker Hub и GitLab Container Registry хранит images')],
  ['a command with its purpose', statement('grep слово файл найти строки со словом')],
  ['a key with its purpose', statement('Ctrl+R искать в истории, потом можно выбрать')],
  ['a numbered rule', statement('3 указывать точную версию базового образа')],
  ['a past without its doer', statement('Выпустил первую версию и сразу открыл код')],
  ['a command', command('git log', 'показать историю всех коммитов')],
  ['a definition', definition('Ветка', 'ссылка, которая указывает на коммит')],
])('%s is not shown alone', (_, fact) => {
  expect(shown(fact)).toBeNull();
});

test('the number of a lesson is nothing to know, that of a port is', () => {
  const lesson = statement('К зачёту 3 нужно выучить все порты сервера');
  const port = statement('Сервер слушает порт 8 и пишет журнал');
  const deck = indexDeck([lesson, port, statement('Журнал хранит порт 9 целую неделю')]);
  expect(numberGaps(lesson.text, lesson, deck)).toEqual([]);
  expect(numberGaps(port.text, port, deck)).toHaveLength(1);
});

test('a name in small letters keeps them at the start', () => {
  expect(shown(statement('kubelet следит за подами своего узла'))).toBe(
    'kubelet следит за подами своего узла',
  );
});

test('a comparison states something without a verb', () => {
  expect(shown(statement('Изоляция контейнера слабее, чем у машины'))).not.toBeNull();
});

test('a heading that only announces is no subject', () => {
  const fact = statement('Файлы сервера можно быстро вернуть', { subject: 'Правило' });
  expect(shown(fact)).toBe('Файлы сервера можно быстро вернуть');
});

test('the answer to a question of the notes is a sentence', () => {
  expect(shown(explanation('Зачем нужен тег?', 'Тег отмечает версию для выпуска'))).toBe(
    'Тег отмечает версию для выпуска',
  );
});

describe('the subject', () => {
  test.each([
    [
      'is added when the sentence does not name it',
      'Можно быстро вернуть старую версию',
      'Ветка: можно быстро вернуть старую версию',
    ],
    ['is left out when it does', 'Ветки можно быстро удалить', 'Ветки можно быстро удалить'],
    [
      'keeps a name in capitals',
      'GitLab можно поставить у себя',
      'Ветка: GitLab можно поставить у себя',
    ],
  ])('%s', (_, text, expected) => {
    expect(shown(statement(text, { section: 'Ветка', subject: 'Ветка' }))).toBe(expected);
  });

  const entry = (title: string): Fact =>
    list(title, ['Легко вернуть старую версию файла'])[1] as Fact;

  test.each([
    ['Преимущества виртуализации', 'Виртуализация: легко'],
    ['Плюсы Git', 'Git: легко'],
    ['Основные достоинства Docker Hub', 'Docker Hub: легко'],
    ['Преимущества веток', 'Легко'],
    ['Что важно помнить', 'Легко'],
  ])('of «%s» is known only when its nominative is', (title, start) => {
    expect(shown(entry(title))).toBe(`${start} вернуть старую версию файла`);
  });

  test('may be a term of the deck', () => {
    const term = definition('Ветка', 'ссылка на коммит');
    expect(shown(entry('Преимущества ветки'), [term])).toBe(
      'Ветка: легко вернуть старую версию файла',
    );
  });
});

test('any text gives a sentence or null', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), (text) => {
      const result = shown(statement(text));
      if (result !== null) expect(result.length).toBeGreaterThan(0);
    }),
  );
});
