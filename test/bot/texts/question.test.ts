import * as fc from 'fast-check';
import { visible } from '../../../src/bot/html.js';
import { header, questionMessage, revealedMessage } from '../../../src/bot/texts/question.js';
import { parseHtml } from '../../../src/telegram/local/html.js';
import {
  aChoice,
  aCommandQuestion,
  aDefinitionQuestion,
  aFlashQuestion,
  aListQuestion,
  aStep,
  aTruthQuestion,
  aTypedQuestion,
} from '../../support/steps.js';

test('long options stand in the text under bold letters, with air between them', () => {
  expect(questionMessage(aStep(aDefinitionQuestion())).text.markup).toBe(
    [
      'Вопрос 3 из 10',
      '<b>Что такое «Ветка»?</b>',
      '<b>А)</b> сохранённый снимок всех файлов проекта',
      '<b>Б)</b> подвижный указатель на последний коммит',
      '<b>В)</b> копия хранилища на другом компьютере',
      '<b>Г)</b> имя, под которым записан чужой сервер',
    ].join('\n\n'),
  );
});

test('options on buttons are not repeated in the text', () => {
  expect(questionMessage(aStep(aCommandQuestion())).text.markup).toBe(
    'Вопрос 3 из 10 · Команды\n\n<b>Какая команда подходит?</b>\nЗадача: показать изменённые файлы.',
  );
});

test('a long section gets its own line, a typed question says how to answer', () => {
  expect(questionMessage(aStep(aTypedQuestion())).text.markup).toBe(
    [
      'Вопрос 3 из 10\n<i>Просмотр истории и работа с ней</i>',
      '<b>Напишите команду git</b>\nЗадача: показать историю.',
      '✍️ Ответьте сообщением',
    ].join('\n\n'),
  );
});

test('the header is anchored with plain spaces', () => {
  expect(header(aStep(aTruthQuestion(true), { position: 1, length: 5 })).markup).toBe(
    'Вопрос 1 из 5',
  );
});

test('a hint stands last and names a letter, an option, a beginning', () => {
  const hinted = { isHinted: true };
  const last = (markup: string) => markup.split('\n').at(-1);
  expect(last(questionMessage(aStep(aDefinitionQuestion(), hinted)).text.markup)).toMatch(
    /^💡 Точно не [АВГ]$/,
  );
  expect(last(questionMessage(aStep(aCommandQuestion(), hinted)).text.markup)).toMatch(
    /^💡 Точно не <code>git (?:log|diff)<\/code>$/,
  );
  expect(last(questionMessage(aStep(aTypedQuestion(), hinted)).text.markup)).toBe(
    '💡 Начинается с <code>git l</code>',
  );
  expect(last(questionMessage(aStep(aListQuestion(3), hinted)).text.markup)).toBe(
    '💡 Первый пункт: состояние под номером 1',
  );
});

test('a list is shown with numbers, a line with its end', () => {
  const list = aListQuestion(3);
  expect(revealedMessage(aStep(list), list).text.markup).toBe(
    [
      'Вопрос 3 из 10',
      '<b>Состояния файла</b>, строка 30\n1. состояние под номером 1\n2. состояние под номером 2\n3. состояние под номером 3',
      'Сколько вспомнилось?',
    ].join('\n\n'),
  );
  const flash = aFlashQuestion();
  expect(revealedMessage(aStep(flash), flash).text.markup).toMatch(/Совпало\?$/);
});

test('whatever the notes hold, a question fits a message and is valid', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 6000 }),
    fc.constantFrom('<b>&amp;', '@x '.repeat(3000), 'слово '.repeat(2000), '\u202e/etc\u0000'),
  );
  fc.assert(
    fc.property(text, text, fc.nat(), (ask, other, n) => {
      const question = aDefinitionQuestion({
        ask,
        material: { text: other, code: n % 2 === 0 },
        section: ask.slice(0, 60),
        choices: [ask, other, ask + other, other + ask].map((it, i) =>
          aChoice(it, { correct: i === n % 4 }),
        ),
      });
      const list = { ...aListQuestion(3), ask, items: Array.from({ length: 80 }, () => other) };
      for (const message of [
        questionMessage(aStep(question, { isHinted: true })),
        revealedMessage(aStep(list), list),
      ]) {
        expect(() => parseHtml(message.text.markup)).not.toThrow();
        expect(visible(message.text).length).toBeLessThanOrEqual(4096);
      }
    }),
    { numRuns: 40 },
  );
});
