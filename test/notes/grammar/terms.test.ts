import { isTerm, partByDash, partByGluedDash } from '../../../src/notes/grammar/terms.js';

test.each([
  'Образ',
  'Docker Hub',
  'Виртуальная машина (VM)',
  'Под',
  '-d',
  '/etc/hosts',
  'C++',
  '2 этап',
  'Паттерн «наблюдатель»',
])('%j may be a term', (text) => {
  expect(isTerm(text)).toBe(true);
});

test.each([
  '', '!!!', 'Это', 'Также образы', 'Один образ', 'Первый способ', 'Пример', 'Вывод', 'В контейнере', 'Для запуска',
  'Контейнер который запущен', 'Образ является основой', 'Образ, слой', 'Образ (не закрыт', 'a = b', 'https://a.b',
  'раз два три четыре пять шесть семь', 'Где хранится', 'очень'.repeat(20),
])('%j may not', (text) => {
  expect(isTerm(text)).toBe(false);
}); // prettier-ignore

test('the separating dash stands between spaces and outside brackets', () => {
  expect(partByDash('Docker-образ (слои - части) - основа')).toEqual({
    left: 'Docker-образ (слои - части)',
    right: 'основа',
  });
  expect(partByDash('Docker-образ')).toBeNull();
});

test('a dash that lost a space still separates a term from several words, not the parts of a word', () => {
  expect(partByGluedDash('RAM-Оперативная память')).toEqual({
    left: 'RAM',
    right: 'Оперативная память',
  });
  expect(partByGluedDash('IT-специалист работает')).toBeNull();
});
