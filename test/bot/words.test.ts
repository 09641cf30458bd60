import type { Message } from 'grammy/types';
import { isCommand, replyIn, wordIn, lookUpIn } from '../../src/bot/words.js';

const text = (value: string, isCommandFirst = false): Message =>
  ({
    text: value,
    ...(isCommandFirst && { entities: [{ type: 'bot_command', offset: 0, length: 5 }] }),
  }) as Message;

test.each([
  ['стоп', 'cancel'],
  ['«Стоп»!', 'cancel'],
  ['  НЕ   знаю. ', 'unknown'],
  ['Разделы', 'topics'],
  ['Дальше', 'continue'],
  ['стоп-сигнал', null],
  ['docker stop', null],
  ['', null],
])('%p means %p', (value, word) => {
  expect(wordIn(value)).toBe(word);
});

test('only commands and words of control are not answers to a typed question', () => {
  for (const word of ['стоп', 'отмена', 'не знаю', 'подсказка']) {
    expect(replyIn(text(word))).toBeNull();
  }
  for (const word of ['темы', 'вопросы', 'git log', 'помощь']) {
    expect(replyIn(text(word))).toBe(word);
  }
  expect(replyIn(text('/quiz', true))).toBeNull();
  expect(replyIn({ sticker: {} } as Message)).toBeNull();
  expect(replyIn(undefined)).toBeNull();
});

test('a path is no command', () => {
  expect(isCommand(text('/etc/hosts'))).toBe(false);
  expect(isCommand(text('/start', true))).toBe(true);
});

test.each([
  ['образ', 'line'],
  ['docker ps -a', 'line'],
  [':wq', 'line'],
  ['&&', 'line'],
  ['что такое образ', 'question'],
  ['Что такое «образ»?', 'question'],
  ['а что это такое гипервизор', 'question'],
  ['объясни слой', 'question'],
  ['чем отличается образ от контейнера', 'question'],
  [`объясни ${'подробно '.repeat(15)}`, 'question'],
  ['как посмотреть список образов', 'question'],
  ['А где лежат тома?', 'question'],
  ['для чего нужен слой', 'question'],
  [`как ${'подробно '.repeat(15)}`, 'question'],
  ['объясни', 'line'],
  ['как это', 'line'],
  ['что делать?', 'line'],
  ['какао без сахара', 'line'],
  ['а'.repeat(60), 'line'],
  ['а'.repeat(61), null],
  ['что такое образ\nи контейнер', null],
  ['👍🏻', null],
  ['  ', null],
])('%p is looked up as a %p', (value, meaning) => {
  expect(lookUpIn(value)).toBe(meaning);
});
