import { fitsPhone, optionsSize, promptSize } from '../../../src/questions/wording/size.js';
import type { TypedQuestion } from '../../../src/questions/question.js';

const plain = (text: string) => ({ text, code: false });

const typed = (material: string): TypedQuestion => ({
  id: 'id', factId: 'fact', kind: 'typecmd', section: null, ask: 'Напишите команду git', material: plain(material),
  answer: plain('git log'), topic: plain('git log'), line: 1, source: '',
  form: 'typed', judge: 'command', accepted: ['git log'], rivals: [],
}); // prettier-ignore

test('short options stand on buttons and take no room', () => {
  expect(optionsSize(['git log', 'git add', 'git status'])).toEqual({ signs: 0, lines: 0 });
});

test('one long option brings all of them into the text, with air between', () => {
  const long = 'посмотреть список всех изменённых файлов';
  expect(optionsSize(['git log', 'git add', long]).lines).toBe(1 + 1 + 2 + 3);
});

test('a long section takes a line of its own', () => {
  const prompt = { ask: 'Что такое «порт»?', material: null };
  expect(promptSize({ ...prompt, section: 'Сети' }).lines).toBe(3);
  expect(promptSize({ ...prompt, section: 'Сети и адреса в них, подробно' }).lines).toBe(4);
});

test('a typed question leaves half of the screen to the keyboard', () => {
  expect(fitsPhone(typed('Задача: посмотреть историю.'))).toBe(true);
  expect(fitsPhone(typed(`Задача: ${'посмотреть историю '.repeat(12)}.`))).toBe(false);
});
