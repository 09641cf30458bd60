import fc from 'fast-check';
import { indexDeck } from '../../../src/questions/deck-index.js';
import { lengthsOf, presentable, quoted, shorten } from '../../../src/questions/wording/display.js';
import { statement } from '../deck.js';

const deck = indexDeck([statement('программу написал Линус, а не Анна')]);

test.each([
  ['Это сервис для запуска.', 'сервис для запуска'],
  ['посмотреть ВСЕ контейнеры', 'посмотреть все контейнеры'],
  ['страны НАТО и СССР', 'страны НАТО и СССР'],
  ['Основа  контейнеров;', 'основа контейнеров'],
  ['Линус Торвальдс начал проект', 'Линус Торвальдс начал проект'],
  ['Docker запускает контейнеры', 'Docker запускает контейнеры'],
  ['файлы, папки и т.д.', 'файлы, папки и т.д.'],
  ['в 90-х гг.', 'в 90-х гг.'],
])('%s → %s', (text, result) => {
  expect(presentable(text, deck)).toBe(result);
});

test('shortening drops brackets first, whole sentences next, and never cuts a sentence', () => {
  const text = 'Сервер отвечает (почти всегда быстро). Клиент спрашивает и ждёт ответа';
  expect(shorten(text, 200)).toBe(text);
  expect(shorten(text, 60)).toBe('Сервер отвечает. Клиент спрашивает и ждёт ответа');
  expect(shorten(text, 30)).toBe('Сервер отвечает');
  expect(shorten(text, 10)).toBeNull();
});

test('a short text is never longer than asked for', () => {
  fc.assert(
    fc.property(fc.string(), fc.integer({ min: 1, max: 40 }), (text, limit) => {
      expect((shorten(text, limit) ?? '').length).toBeLessThanOrEqual(limit);
    }),
  );
});

test('an option may go without its brackets, unless little is left', () => {
  expect(lengthsOf('снимок всех изменений (с автором)')).toEqual([
    'снимок всех изменений (с автором)',
    'снимок всех изменений',
  ]);
  expect(lengthsOf('снимок (с автором)')).toEqual(['снимок (с автором)']);
  expect(lengthsOf('слово '.repeat(30))).toEqual([]);
});

test('quotes inside quotes change their shape', () => {
  expect(quoted('сервер «Север»')).toBe('«сервер „Север“»');
});
