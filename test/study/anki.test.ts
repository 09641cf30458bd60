/** The file for Anki, read back by the rules of its importer: directives, then tab-separated fields in quotes. */
import * as fc from 'fast-check';
import { openBank } from '../../src/questions/bank.js';
import { parseNote } from '../../src/notes/parse.js';
import { ankiFile, type AnkiNote } from '../../src/study/anki.js';
import { GIT } from '../support/git-notes.js';

const { facts } = parseNote(GIT);
const bank = openBank(facts);
const notes = facts.flatMap(({ id, section }): AnkiNote[] => {
  const [question] = bank.questionsFor(id, 1);
  return question === undefined ? [] : [{ factId: id, deck: 'Git', section, question }];
});

/** Fields of every line after the directives; a line is one note. */
function readBack(file: string): string[][] {
  const lines = file.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  return lines.map((line) => {
    const fields = [...line.matchAll(/"((?:[^"]|"")*)"(?:\t|$)/gu)];
    expect(fields.map(([whole]) => whole).join('')).toBe(line);
    return fields.map(([, field = '']) => field.replaceAll('""', '"'));
  });
}

test('the first lines tell Anki all it would ask', () => {
  expect(ankiFile([]).split('\n')).toEqual([
    ...['#separator:tab', '#html:true', '#guid column:1', '#deck column:2', '#tags column:5'],
    ...['#columns:guid\tdeck\tfront\tback\ttags', ''],
  ]);
});

test('every fact is one note with its question, its answer and its line', () => {
  const rows = readBack(ankiFile(notes));
  expect(rows).toHaveLength(notes.length);
  expect(new Set(rows.map(([guid]) => guid)).size).toBe(notes.length);
  for (const [i, [guid, deck, front = '', back = '', tags]] of rows.entries()) {
    const note = notes[i];
    expect([guid, deck]).toEqual([`konspekt-${note?.factId ?? ''}`, 'Git']);
    expect(front).toContain(note?.question.ask.replaceAll('"', '&quot;'));
    expect(back).toMatch(/<small>строка \d+: /u);
    expect(tags).toMatch(/^Git/u);
  }
});

test('whatever the notes hold, a note stays one line of five fields without markup of its own', () => {
  const wild = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom('a\tb', '<b>&amp;', '"', '""', '\r\n', '#html:false', 'a::b', '\u0000'),
  );
  fc.assert(
    fc.property(wild, wild, wild, (text, deck, section) => {
      const [first] = notes;
      if (first === undefined) throw new Error('no notes');
      const material = { text, code: true };
      const question = { ...first.question, ask: text, source: text, material };
      const rows = readBack(ankiFile([{ ...first, deck, section, question }]));
      expect(rows).toHaveLength(1);
      expect(rows[0]).toHaveLength(5);
      const markup = /<(?!\/?(?:b|br|code|small)>)/u;
      expect(`${rows[0]?.[2]}${rows[0]?.[3]}`).not.toMatch(markup);
      expect(rows[0]?.[1]).not.toContain('::');
    }),
  );
});
