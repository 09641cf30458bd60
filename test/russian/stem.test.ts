import { allStems, contentStems, stem, stemOverlap } from '../../src/russian/stem.js';

test.each([
  ['образ', 'образы', 'образов', 'образами'],
  ['контейнер', 'контейнеры', 'Контейнером', 'контейнеров'],
  ['виртуальная', 'виртуальной', 'виртуальные', 'виртуальных'],
  ['расчёт', 'расчета', 'расчёты', 'расчетов'],
])('%s has one stem in all its forms', (...forms) => {
  expect(new Set(forms.map(stem)).size).toBe(1);
});

test('Latin words and numbers are their own stems', () => {
  expect(stem('Images')).toBe('images');
  expect(stem('2024')).toBe('2024');
  expect(stem('')).toBe('');
});

test('words without meaning prove nothing about a text', () => {
  expect(contentStems('это не то, что есть в образе')).toEqual([stem('образ')]);
  expect(allStems('в образе')).toEqual(['в', stem('образ')]);
});

test('overlap counts each stem once', () => {
  expect(stemOverlap(['a', 'b', 'b'], ['b', 'c'])).toBeCloseTo(1 / 3);
  expect(stemOverlap([], [])).toBe(0);
  expect(stemOverlap(['a'], ['a'])).toBe(1);
});
