import { rootmatesOf } from '../../src/russian/root.js';

test.each([
  ['обмен', 'меняются'],
  ['психология', 'психики'],
  ['научение', 'научился'],
  ['сплав', 'плавление'],
  ['бедро', 'бедренный'],
  ['подсеть', 'сеть'],
])('%s and %s are built on one root', (a, b) => {
  expect(rootmatesOf([a])(b)).toBe(true);
  expect(rootmatesOf([b])(a)).toBe(true);
});

test.each([
  ['доход', 'расход'],
  ['закон', 'конечный'],
  ['контейнер', 'контроль'],
  ['процесс', 'прогресс'],
  ['обмен', 'образ'],
  ['docker', 'docker'],
])('%s and %s are not', (a, b) => {
  expect(rootmatesOf([a])(b)).toBe(false);
});
