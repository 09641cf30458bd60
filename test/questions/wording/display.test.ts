import fc from 'fast-check';
import { indexDeck } from '../../../src/questions/deck-index.js';
import {
  described,
  lengthsOf,
  presentable,
  quoted,
  rowInWords,
  shorten,
  withoutAsides,
} from '../../../src/questions/wording/display.js';
import { definition, statement } from '../deck.js';

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
  ['удалить снимки !!', 'удалить снимки'],
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

test.each([
  ['проверить if (!ok.done) return', 'проверить if (!ok.done) return'],
  ['вызвать (() => {})() на месте', 'вызвать (() => {})() на месте'],
  ['сначала super(), потом this', 'сначала super(), потом this'],
  ['язык (langue) и речь (у всех разная)', 'язык и речь'],
])('brackets with code in them are no aside: %s', (text, result) => {
  expect(withoutAsides(text)).toBe(result);
});

test('a row of a table is read out', () => {
  expect(rowInWords('когда: 1957 ->; кто: Лем; что: роман')).toBe(
    'когда — с 1957; кто — Лем; что — роман',
  );
  expect(rowInWords('что делает: режет; шумит: да')).toBe('режет; шумит — да');
  expect(rowInWords('два вида: верхний и нижний')).toBe('два вида: верхний и нижний');
});

test('quotes inside quotes change their shape', () => {
  expect(quoted('сервер «Север»')).toBe('«сервер „Север“»');
});

test.each([
  ['основа (набор файлов) контейнера', 'основа контейнера'],
  ['на серверах(компьютерах)', 'на серверах'],
  ['count(*) считает строки', 'count(*) считает строки'],
  ['IN (1, 2, 3)', 'IN (1, 2, 3)'],
  ['слот = CRC16(ключ) mod 16384', 'слот = CRC16(ключ) mod 16384'],
  ['(доход − расход) / расход', '(доход − расход) / расход'],
  ['Docker Hub (DH) хранит', 'Docker Hub хранит'],
])('«%s» without its asides is «%s»', (text, bare) => {
  expect(withoutAsides(text)).toBe(bare);
});

test('where descriptions begin in lower case, a capital is a name', () => {
  const low = Array.from({ length: 9 }, (_, i) =>
    definition(`Термин ${i}`, `пояснение номер ${i}`, i + 1),
  );
  expect(described('Олег занял город', indexDeck(low))).toBe('Олег занял город');
  expect(described('Не цифра', indexDeck(low))).toBe('не цифра');
  const high = low.map((fact) => ({ ...fact, text: fact.text.replace('п', 'П') }));
  expect(described('Основа города', indexDeck(high))).toBe('основа города');
});
