/**
 * Whatever somebody sends, from its bytes to the phone: nothing throws, nothing is stored that Postgres refuses, nothing is
 * said that Telegram refuses.
 */
import * as fc from 'fast-check';
import { pack } from '../src/bot/callbacks.js';
import { hintOf } from '../src/bot/hint.js';
import type { Message } from '../src/bot/message.js';
import { questionMessage, revealedMessage } from '../src/bot/texts/question.js';
import { closedMessage, verdictMessage } from '../src/bot/texts/verdict.js';
import { decodeNote } from '../src/notes/decode.js';
import { parseNote } from '../src/notes/parse.js';
import { reportOn } from '../src/notes/report.js';
import { openBank } from '../src/questions/bank.js';
import { judgeReply } from '../src/questions/judge.js';
import type { Question } from '../src/questions/question.js';
import { readText } from '../src/telegram/local/content.js';
import { readKeyboard } from '../src/telegram/local/keyboard.js';
import { readParams } from '../src/telegram/local/params.js';
import type { Reply, Step } from '../src/study/step.js';
import { aStep, anAnswer } from './support/steps.js';

/** More of them find rarer trouble: `ANY_NOTES_RUNS=5000 npm test -- any-notes`. */
const RUNS = Number(process.env['ANY_NOTES_RUNS'] ?? 150);

/** What Telegram would say to a message: nothing, or it throws. */
function accept({ text, keyboard = [] }: Message): void {
  readText(readParams({ text: text.markup, parse_mode: 'HTML' }));
  const rows = keyboard.map((row) =>
    row.map((button) => ({ text: button.text, callback_data: pack(button.tap) })),
  );
  readKeyboard({ inline_keyboard: rows });
}

const IDS = { session: 'abcdefghijk', length: 20, position: 20, deckTitle: 'Заметки' };

function askAndAnswer(question: Question): void {
  const steps: Step[] = [aStep(question, IDS), aStep(question, { ...IDS, isHinted: true })];
  for (const step of hintOf(question) === null ? steps.slice(0, 1) : steps) {
    accept(questionMessage(step));
    accept(closedMessage(step));
    if (question.form === 'recall') accept(revealedMessage(step, question));
  }
  for (const reply of repliesTo(question)) {
    for (const result of ['correct', 'partial', 'wrong'] as const) {
      accept(verdictMessage(anAnswer(question, { reply, result }, IDS)));
    }
  }
  if (question.form !== 'typed') return;
  const text = `${question.answer.text} ${question.rivals[0] ?? ''}`;
  const reply: Reply = { kind: 'text', text };
  accept(verdictMessage(anAnswer(question, { reply, ...judgeReply(question, text) }, IDS)));
}

function repliesTo(question: Question): readonly Reply[] {
  const unknown: Reply = { kind: 'unknown' };
  if (question.form === 'recall') return [{ kind: 'graded', result: 'partial' }, unknown];
  if (question.form === 'typed') return [{ kind: 'text', text: 'не то' }, unknown];
  return [...question.choices.map((_, choice): Reply => ({ kind: 'tap', choice })), unknown];
}

/** Postgres takes neither in a jsonb. */
const REFUSED = /\\u0000|\\ud[89a-f]/i;

/** The whole way; how many questions came of it. */
function send(bytes: Uint8Array): number {
  const decoded = decodeNote(bytes);
  if (!decoded.ok) return 0;
  const note = parseNote(decoded.text);
  expect(JSON.stringify([decoded.text, note])).not.toMatch(REFUSED);
  reportOn(note);
  const bank = openBank(note.facts);
  const questions = bank.all(7);
  expect(new Set(questions.map(({ factId }) => factId)).size).toBe(note.facts.length);
  expect(JSON.stringify(questions)).not.toMatch(REFUSED);
  for (const { id } of note.facts) {
    const isChecked = bank.questionsFor(id, 7).some(({ form }) => form !== 'recall');
    expect(bank.isChecked(id, 7)).toBe(isChecked);
  }
  questions.forEach(askAndAnswer);
  return questions.length;
}

const sendText = (text: string): number => send(new TextEncoder().encode(text));

describe('arbitrary input', () => {
  test('any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 600 }), (bytes) => void send(bytes)),
      { numRuns: RUNS },
    );
  });

  test('any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 600 }), (text) => void sendText(text)),
      { numRuns: RUNS },
    );
  });

  // Pieces of notes with everything between them that people and keyboards put there.
  const piece = fc.oneof(
    fc.constantFrom(
      ...['Ветка', 'ветка', 'Git', 'КОММИТ', 'docker run -it', 'сервер', 'хранит', 'копии файлов'],
      ...['указатель на последний снимок', 'показать список', 'можно удалить', '1812 год', 'это'],
    ),
    fc.constantFrom(
      ...[' - ', ' — ', ': ', '  - ', '  # ', ' -', '\n', '\n\n', '\n- ', '\n  - ', '\n1. ', ' '],
      ...['!!! ', '!!! ВАЖНО: ', '\n```\n', '`', '**', '__', '[[', ']]', '\n# ', '\r', '\t', ' | '],
    ),
    fc.constantFrom(
      ...['<b', '<b>', '</b>', '<div>', '&', '&amp;lt;', '&#0;', '&#xd800;', '"', '«', '»', '„'],
      ...[
        '\0',
        '\u0007',
        '\u202e',
        '\u200b',
        '\u0301\u0301\u0301',
        '\ufeff',
        '👨‍👩‍👧',
        '🇷🇺',
        'ß',
        'İ',
        'ﬁ',
      ],
      ...['anna@example.org', '+7 900 000-00-00', 'https://example.org/?a=b&c', '{}', '$x', '\\'],
    ),
    fc.string({ unit: 'grapheme', maxLength: 12 }),
  );
  const notes = fc
    .array(fc.array(piece, { minLength: 1, maxLength: 9 }), { minLength: 1, maxLength: 14 })
    .map((lines) => lines.map((line) => line.join('')).join('\n'));

  test('notes with anything in them', () => {
    let asked = 0;
    fc.assert(
      fc.property(notes, (text) => void (asked += sendText(text))),
      { numRuns: RUNS },
    );
    expect(asked).toBeGreaterThan(RUNS / 4);
  });

  test('definitions and commands of anything at all', () => {
    const word = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 });
    const line = fc.oneof(
      fc.tuple(word, word).map(([a, b]) => `Слово ${a} - это понятие ${b}`),
      fc.tuple(word, word).map(([a, b]) => `git ${a}  - показать ${b} на экране`),
      word.map((a) => `!!! ВАЖНО: Сервер всегда хранит ${a} и можно удалить копию`),
      fc.array(word, { minLength: 3, maxLength: 9 }).map((all) => `Виды:\n- ${all.join('\n- ')}`),
    );
    let asked = 0;
    fc.assert(
      fc.property(fc.array(line, { minLength: 4, maxLength: 12 }), (lines) => {
        asked += sendText(lines.join('\n'));
      }),
      { numRuns: RUNS },
    );
    expect(asked).toBeGreaterThan(RUNS * 3);
  });
});

describe('floods', () => {
  const about = (flood: string): string =>
    [
      ...['Ветка', 'Коммит', 'Тег', 'Сервер', 'Журнал'].map(
        (term, i) => `${term}${i % 2 ? flood : ''} - указатель номер ${i} на снимок ${flood}`,
      ),
      `ВИДЫ ${flood}:`,
      ...[1, 2, 3, 4].map((i) => `- вид ${i} ${flood}`),
      `git log ${flood}  - показать ${flood} историю`,
      `!!! ВАЖНО: ${flood} можно удалить без копии ${flood} на сервере`,
    ].join('\n');

  test.each([
    ['emoji', '😀'.repeat(4096)],
    ['flags and families', '🇷🇺👨‍👩‍👧'.repeat(500)],
    ['combining marks', `а${'\u0301'.repeat(5000)}`],
    ['right-to-left and zero-width signs', '\u202e\u200b\u2066'.repeat(2000)],
    ['nested tags', '<b>'.repeat(1500) + '</i>'.repeat(1500)],
    ['twice escaped signs', '&amp;lt;'.repeat(1500)],
    ['markup of Markdown', '_*[]()~`>#+-=|{}.!'.repeat(300)],
    ['formulas of tables', '=CMD|"/c calc"!A1,'.repeat(200)],
    ['unclosed brackets and quotes', '(«[„"'.repeat(1500)],
    ['one endless word', 'слово'.repeat(50_000)],
    ['short floods of signs', '&<>"'.repeat(20)],
    ['emoji that fit', '😀👨‍👩‍👧'.repeat(6)],
    ['marks that fit', 'а\u0301\u0301'.repeat(12)],
  ])('%s', (_, flood) => void sendText(about(flood)));

  test('a megabyte of one word', () => void sendText('а'.repeat(500_000)));

  test('sixty thousand distinct words', () => {
    const words = Array.from({ length: 60_000 }, (_, i) => `слово${i.toString(36)}`);
    const lines = Array.from({ length: 6000 }, (_, i) => words.slice(i * 10, i * 10 + 10));
    void sendText(lines.map((line) => line.join(' ')).join('\n'));
  });
});

describe('the same notes in any encoding', () => {
  const text = 'Ветка - подвижный указатель на снимок\nКоммит - снимок всех файлов проекта\n';
  const asked = sendText(text);
  const oneByte = (label: string): Uint8Array => {
    const bytes = Uint8Array.from({ length: 256 }, (_, i) => i);
    const chars = [...new TextDecoder(label).decode(bytes)];
    return Uint8Array.from(text, (char) => chars.indexOf(char));
  };

  test.each<[string, Uint8Array]>([
    ['a mark and UTF-8', Buffer.from(`\ufeff${text}`)],
    ['UTF-16 with a mark', Buffer.from(`\ufeff${text}`, 'utf16le')],
    ['UTF-16 without a mark', Buffer.from(text, 'utf16le')],
    ['UTF-16 the other way round', Buffer.from(`\ufeff${text}`, 'utf16le').swap16()],
    ['windows-1251', oneByte('windows-1251')],
    ['KOI8-R', oneByte('koi8-r')],
    ['a few NULs', Buffer.from(text.replace('\n', '\0\n'))],
    ['UTF-8 cut inside a letter', Buffer.from(`${text}я`).subarray(0, -1)],
  ])('%s', (_, bytes) => {
    expect(asked).toBeGreaterThan(0);
    expect(send(bytes)).toBe(asked);
  });

  test('halves of surrogate pairs are not stored', () => {
    const bytes = Buffer.from(`\ufeff${text}Тег\ud83d - имя снимка\udc00 навсегда`, 'utf16le');
    expect(send(bytes)).toBeGreaterThan(asked);
  });
});
