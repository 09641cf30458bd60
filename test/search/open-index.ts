/** Indexes for tests: of lines written in the test, or of a fixture. */
import { readFileSync } from 'node:fs';
import { decodeNote, NOTE_LIMIT } from '../../src/notes/decode.js';
import { parseNote } from '../../src/notes/parse.js';
import { openIndex, type SearchIndex } from '../../src/search/search.js';

/** The index of a note given as text. */
export function indexOf(text: string): SearchIndex {
  const { facts, sections, gaps } = parseNote(text);
  return openIndex({
    facts,
    sections: [
      ...sections.map((section) => ({ ...section, isEmpty: false })),
      ...gaps.map(({ section, line }) => ({ title: section, line, isEmpty: true })),
    ],
    lines: text.split(/\r\n|\r|\n/),
  });
}

/** The index of a file of notes, from the root of the repository. */
export function indexOfFile(path: string): SearchIndex {
  const decoded = decodeNote(readFileSync(path), NOTE_LIMIT);
  if (!decoded.ok) throw new Error(`${path}: ${decoded.reason}`);
  return indexOf(decoded.text);
}
