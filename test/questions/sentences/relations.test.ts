import { isBareMatch, relationOf } from '../../../src/questions/sentences/relations.js';

test.each([
  ['земля → рента', 'match', 'земля', 'рента'],
  ['Парацетамол = ацетилцистеин', 'match', 'Парацетамол', 'ацетилцистеин'],
  ['Q = λm - плавление', 'formula', 'плавление', 'Q = λm'],
  ['a = (v - v0)/t — ускорение, м/с²', 'formula', 'ускорение', 'a = (v - v0)/t'],
])('«%s» joins two things', (line, kind, name, text) => {
  expect(relationOf(line)).toEqual({ kind, name, text });
});

test.each([
  ['Новосибирск', true],
  ['Владивосток (раньше Хабаровск)', true],
  ['12 пар', false],
  ['реестр образов', false],
  ['Новый класс на основе старого', false],
  ['100 по умолчанию, менять только с перезапуском', false],
])('«%s» only matches its term: %s', (text, expected) => {
  expect(isBareMatch(text)).toBe(expected);
});

test.each([
  'Ставка растёт → кредиты дороже',
  'спрос → цена → выпуск',
  'v = s/t',
  'Альфа - ядро гелия',
  'Пользователь = роль с атрибутом LOGIN и всеми её правами',
  'x = 5 - начальное значение: пять',
])('«%s» does not', (line) => {
  expect(relationOf(line)).toBeNull();
});
