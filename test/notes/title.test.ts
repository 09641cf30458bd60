import * as fc from 'fast-check';
import { parseNote } from '../../src/notes/parse.js';
import { LONGEST_TITLE, titled, titleOfFile, titleOfNote } from '../../src/notes/title.js';

test.each([
  ['биология 2 сем.docx', 'Биология 2 сем'],
  ['docker_notes-v2.txt', 'Docker notes v2'],
  ['конспект', 'Конспект'],
  ['ИП Иванов. Часть 1.md', 'ИП Иванов. Часть 1'],
])('the file %s is called «%s»', (name, title) => {
  expect(titleOfFile(name)).toBe(title);
});

test.each([
  ['# Деление клетки:\nЯдро - …', 'Деление клетки'],
  ['\n\n  **ОРГАНОИДЫ КЛЕТКИ**\n1) ядро\n2) рибосома', 'Органоиды клетки'],
  ['Ядро - хранит ДНК', 'Ядро'],
  ['1. Вопросы к зачёту', 'Вопросы к зачёту'],
])('the text %j is called «%s»', (text, title) => {
  expect(titleOfNote(parseNote(text), text)).toBe(title);
});

test('what has neither letters nor digits gives no title', () => {
  expect(titleOfFile('.txt')).toBeNull();
  for (const text of ['', '—', '\u200b\u202e', '🙂']) expect(titled(text)).toBeNull();
  expect(titleOfNote(parseNote('--- ***'), '--- ***')).toBeNull();
});

test('a title is one visible line of bounded length, whatever was typed', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (words) => {
      const title = titled(words);
      if (title === null) return;
      expect(title.length).toBeLessThanOrEqual(LONGEST_TITLE);
      expect(title).not.toMatch(/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]/u);
      expect(title.trim()).toBe(title);
    }),
  );
});
