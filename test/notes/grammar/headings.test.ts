import { isLabel, readHeading, readOrnament } from '../../../src/notes/grammar/headings.js';

test.each([
  ['--- запуск сервиса', 'запуск сервиса'],
  ['*** СЕТИ ***', 'СЕТИ'],
  ['== итоги ==', 'итоги'],
  ['--- модули', 'модули'],
  ['*** ПРАВИТЕЛИ (кто и когда) ***', 'ПРАВИТЕЛИ (кто и когда)'],
])('%j is a heading between ornaments', (line, text) => {
  expect(readOrnament(line)).toMatchObject({ kind: 'heading', text, isOpen: false });
});

test.each(['--all', '-- комментарий', '*** Узел хранит состояние ***', '---', '*** a ***'])(
  '%j is none',
  (line) => {
    expect(readOrnament(line)).toBeNull();
  },
);

test('what is said about a heading is no part of it', () => {
  expect(readHeading('ПОРТЫ (НАИЗУСТЬ!!!)')?.text).toBe('ПОРТЫ');
  expect(readHeading('УСТАНОВКА (по шагам)')?.text).toBe('УСТАНОВКА (по шагам)');
});

test.each(['Как вернуть коммит', 'виды памяти', 'Модули', 'Связь (кабель и радио)'])(
  '%j is a label',
  (text) => {
    expect(isLabel(text)).toBe(true);
  },
);

test.each([
  'Узел хранит состояние', 'Сеть.', 'куда-то, потом.', 'a = b', 'раз два три четыре пять шесть семь восемь', 'Узел - машина',
  'заметка. и ещё одна',
])('%j is no label', (text) => {
  expect(isLabel(text)).toBe(false);
}); // prettier-ignore
