import fc from 'fast-check';
import { cellsOf } from '../../../src/questions/options/cells.js';

interface Row {
  readonly section: string;
  readonly length: number;
}

const cells = (rows: readonly Row[]): Row[][] =>
  cellsOf(rows, { section: (row) => row.section, length: (row) => row.length });

const rowsOf = (section: string, count: number): Row[] =>
  Array.from({ length: count }, (_, i) => ({ section, length: i }));

test('a section of its own size stays by itself', () => {
  expect(cells([...rowsOf('A', 7), ...rowsOf('B', 4)]).map((cell) => cell.length)).toEqual([7, 4]);
});

test('small sections join', () => {
  expect(cells(['A', 'B', 'C', 'D'].flatMap((section) => rowsOf(section, 2)))).toHaveLength(1);
});

test('a large section is cut by length', () => {
  const [short = [], long = []] = cells(rowsOf('A', 24));
  expect(Math.max(...short.map((row) => row.length))).toBeLessThan(
    Math.min(...long.map((row) => row.length)),
  );
});

test('everybody gets exactly one place, in a cell that is neither lonely nor crowded', () => {
  const row = fc.record({ section: fc.constantFrom('A', 'B', 'C', 'D'), length: fc.nat(90) });
  fc.assert(
    fc.property(fc.array(row, { maxLength: 80 }), (rows) => {
      const result = cells(rows);
      expect(result.flat()).toHaveLength(rows.length);
      expect(new Set(result.flat()).size).toBe(new Set(rows).size);
      for (const cell of result) expect(cell.length).toBeLessThanOrEqual(14);
      if (rows.length >= 4) {
        for (const cell of result) expect(cell.length).toBeGreaterThanOrEqual(4);
      }
    }),
  );
});
