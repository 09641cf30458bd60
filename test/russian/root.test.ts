import { shareRoot } from '../../src/russian/root.js';

test.each([
  ['обмен', 'меняются'],
  ['психология', 'психики'],
  ['научение', 'научился'],
  ['сплав', 'плавление'],
  ['бедро', 'бедренный'],
  ['подсеть', 'сеть'],
])('%s and %s are built on one root', (a, b) => {
  expect(shareRoot(a, b)).toBe(true);
  expect(shareRoot(b, a)).toBe(true);
});

test.each([
  ['доход', 'расход'],
  ['закон', 'конечный'],
  ['контейнер', 'контроль'],
  ['процесс', 'прогресс'],
  ['обмен', 'образ'],
  ['docker', 'docker'],
])('%s and %s are not', (a, b) => {
  expect(shareRoot(a, b)).toBe(false);
});
