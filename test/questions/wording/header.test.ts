import { headerSection } from '../../../src/questions/wording/header.js';

const prompt = {
  ask: 'Какая команда подходит?',
  material: { text: 'Задача: посмотреть образы.', code: false },
};

test.each([
  ['Работа с файлами', 'git add', 'Работа с файлами'],
  ['Работа с Docker', 'docker ps', null],
  ['Методы работы с докером', 'docker ps', null],
  ['Посмотреть образы', 'git add', null],
  ['Очень '.repeat(12), 'git add', null],
  [null, 'git add', null],
])('over the answer: section «%s», answer «%s» → %s', (section, answer, shown) => {
  expect(headerSection(section, prompt, answer)).toBe(shown);
});
