import { isNameOfPerson, isPerson, looksFemale } from '../../../src/questions/wording/people.js';

test.each([
  'Иванов А.Н.',
  'И. П. Павлов',
  'Ж.-Ж. Руссо',
  'Дж. Локк',
  'Выготский (1896–1934)',
  'Александр II',
  'Фрейд',
  'Вивальди',
  'Антон Чехов',
])('«%s» is somebody', (name) => {
  expect(isNameOfPerson(name)).toBe(true);
});

test.each([
  'Опричнина',
  'Docker Hub',
  'Ньютон',
  'Блок',
  'Пирамида Маслоу',
  'Ряд Фурье',
  'Закон Ома',
  'Нева (74 км)',
  'Петербург',
])('«%s» is something', (name) => {
  expect(isNameOfPerson(name)).toBe(false);
});

test.each([
  ['Петров', 'русский химик, изучал краски', true],
  ['Петров', 'основатель школы рисунка', true],
  ['Ольга', 'ввела уроки', true],
  ['Опричнина', 'политика террора', false],
  ["Жан д'Аламбер", 'написал статью', true],
  ['Опера', 'родилась в Италии', false],
  ['Счёт 10', 'поступили материалы', false],
  ['Приход 41', 'принял товар на склад', false],
  ['Химия', 'наука о веществах', false],
  ['автор', 'создатель текста', false],
])('%s — %s: a person? %s', (name, text, expected) => {
  expect(isPerson({ name, text })).toBe(expected);
});

test.each([
  ['Монтессори', 'среда, «помоги мне сделать самому»', 'Персоны', true],
  ['Песталоцци (1746-1827)', 'голова-сердце-рука', 'Педагоги XIX века', true],
  ['школа', 'место, где учат', 'Персоны', false],
  ['Монтессори', 'среда', 'Методы', false],
  ['Сфагнум', 'торфяной мох', 'Представители', false],
])('«%s» — %s under «%s»: a person? %s', (name, text, section, expected) => {
  expect(isPerson({ name, text, section })).toBe(expected);
});

test('a name tells a woman from a man by its end', () => {
  expect(looksFemale('Ольга (945–964)')).toBe(true);
  expect(looksFemale('Игорь')).toBe(false);
});
