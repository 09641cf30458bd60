/** The lengths and rows a phone has room for, held against every question of every notes we have. */
import { readdirSync, readFileSync } from 'node:fs';
import { visible } from '../../src/bot/html.js';
import { WIDTHS } from '../../src/bot/keyboards.js';
import type { Message } from '../../src/bot/message.js';
import { questionMessage, revealedMessage } from '../../src/bot/texts/question.js';
import { verdictMessage } from '../../src/bot/texts/verdict.js';
import { decodeNote } from '../../src/notes/decode.js';
import { parseNote } from '../../src/notes/parse.js';
import { openBank } from '../../src/questions/bank.js';
import type { Question, Result } from '../../src/questions/question.js';
import type { Reply } from '../../src/study/step.js';
import { aStep } from '../support/steps.js';

const FOLDERS = ['../../notes/', '../fixtures/notes/', '../fixtures/notes/people/'];
const files = FOLDERS.flatMap((folder) => {
  const url = new URL(folder, import.meta.url);
  return readdirSync(url)
    .filter((name) => /\.(?:txt|md)$/u.test(name))
    .map((name) => new URL(name, url));
});

function questionsOf(file: URL): Question[] {
  const decoded = decodeNote(readFileSync(file), 1_048_576);
  if (!decoded.ok) return [];
  const { facts } = parseNote(decoded.text);
  const bank = openBank(facts);
  return facts.flatMap(({ id }) => [1, 2].flatMap((seed) => bank.questionsFor(id, seed)));
}

const bank = files.flatMap(questionsOf);
const steps = bank.map((question) => aStep(question, { position: 7, length: 10 }));

/** An emoji takes the room of two signs. */
const width = (label: string): number =>
  [...label].reduce((sum, sign) => sum + (/\p{Extended_Pictographic}/u.test(sign) ? 2 : 1), 0);

/** Labels that do not fit their rows. */
const tooWide = ({ keyboard = [] }: Message): string[] =>
  keyboard.flatMap((row) =>
    row.map(({ text }) => text).filter((text) => width(text) > (WIDTHS[row.length] ?? 0)),
  );

/** What is over a limit, to be shown by the failure. */
const beyond = (messages: readonly Message[], isOver: (text: string) => boolean): string[] =>
  messages.map(({ text }) => visible(text)).filter(isOver);

const linesOf = (text: string): number => text.split('\n').length;

test('there are questions of every form', () => {
  expect(bank.length).toBeGreaterThan(500);
  expect(new Set(bank.map(({ form }) => form))).toEqual(new Set(['choice', 'typed', 'recall']));
});

test('a question has at most 18 lines and 450 signs, one to be typed 9 lines', () => {
  const asked = steps.map((step) => questionMessage(step));
  expect(beyond(asked, (text) => linesOf(text) > 18 || text.length > 450)).toEqual([]);
  const typed = steps.filter(({ question }) => question.form === 'typed').map(questionMessage);
  expect(beyond(typed, (text) => linesOf(text) > 9)).toEqual([]);
});

test('the buttons of every question fit their rows', () => {
  expect(steps.flatMap((step) => tooWide(questionMessage(step)))).toEqual([]);
  const revealed = steps.flatMap((step) =>
    step.question.form === 'recall' ? [revealedMessage(step, step.question)] : [],
  );
  expect(revealed.flatMap(tooWide)).toEqual([]);
});

/** A verdict without the quote of the notes and the line that says where it stands; blank lines are air. */
const unquoted = (markup: string): string =>
  visible({ markup: markup.replace(/📖[^\n]*\n<blockquote[\s\S]*?<\/blockquote>/gu, '') })
    .replace(/\n{2,}/gu, '\n')
    .trim();

const verdicts = (result: Result, replyTo: (question: Question) => Reply | null): string[] =>
  steps.flatMap((step) => {
    const reply = replyTo(step.question);
    if (reply === null) return [];
    const message = verdictMessage({ ...step, reply, verdict: { result } });
    expect(tooWide(message)).toEqual([]);
    return [unquoted(message.text.markup)];
  });

test('✅ takes at most two lines besides the quote', () => {
  const right = verdicts('correct', (question) => {
    if (question.form !== 'choice') return null;
    return { kind: 'tap', choice: question.choices.findIndex(({ correct }) => correct) };
  });
  expect(right.filter((text) => !text.startsWith('✅'))).toEqual([]);
  expect(right.filter((text) => linesOf(text) > 2)).toEqual([]);
});

test('❌ takes at most nine lines besides the quote', () => {
  const wrong = verdicts('wrong', (question) => {
    if (question.form === 'recall') return null;
    if (question.form === 'typed') return { kind: 'text', text: 'совсем не то' };
    return { kind: 'tap', choice: question.choices.findIndex(({ correct }) => !correct) };
  });
  expect(wrong.filter((text) => !text.startsWith('❌'))).toEqual([]);
  expect(wrong.filter((text) => linesOf(text) > 9)).toEqual([]);
});

test('a truth verdict agrees with its button, whatever the statement', () => {
  const truths = steps.filter(({ question }) => ['tf', 'tfflip'].includes(question.kind));
  expect(truths.length).toBeGreaterThan(10);
  for (const step of truths) {
    const { question } = step;
    if (question.form !== 'choice') throw new Error('a truth question is tapped');
    const isTrue = question.choices[0]?.correct === true;
    expect(question.choices.map(({ text }) => text)).toEqual(['Верно', 'Неверно']);
    for (const choice of [0, 1]) {
      const isRight = isTrue === (choice === 0);
      const verdict = { result: isRight ? 'correct' : 'wrong' } as const;
      const message = verdictMessage({ ...step, reply: { kind: 'tap', choice }, verdict });
      const [first] = visible(message.text).split('\n');
      const right = isTrue ? '✅ Правильно, всё так' : '✅ Правильно, это не так';
      const wrong = isTrue ? '❌ Нет, здесь всё верно' : '❌ Нет, это не так';
      expect(first).toBe(isRight ? right : wrong);
    }
  }
});
