import { cellsOf, narrowRow } from '../../../src/notes/grammar/tables.js';

const head = cellsOf('| Вид | Скорость | Цена |');

test('a row of a wide table says of its first cell what the columns ask', () => {
  expect(narrowRow(head, cellsOf('| SSD | высокая | больше |'))).toBe(
    '| SSD | скорость: высокая; цена: больше |',
  );
  expect(narrowRow(head, cellsOf('| лента | низкая | - |'))).toBe('| лента | скорость: низкая |');
});

test('a question in the head of a column loses its mark', () => {
  expect(narrowRow(['Тип', 'Меняется?', 'Вид'], ['str', 'нет', 'строка'])).toBe(
    '| str | меняется: нет; вид: строка |',
  );
});

test('two columns, other widths and rows without values stay as they are', () => {
  expect(narrowRow(head, cellsOf('| SSD | высокая |'))).toBeNull();
  expect(narrowRow(head, cellsOf('| SSD | | — |'))).toBeNull();
  expect(cellsOf('|E| > 1')).toEqual(['E', '> 1']);
  expect(cellsOf('без столбцов')).toEqual([]);
});
