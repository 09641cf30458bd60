/** What notes are called. In: the name of a file, or the note of a paste. Out: a title of one line, `null` when there is none. */

import type { Note } from './note.js';

/** A longer one is cut: it stands on buttons and in headers. */
export const LONGEST_TITLE = 60;

const LINE_END = /\r\n|[\n\r]/u;
const HAS_LETTERS = /\p{L}/u;
const EXTENSION = /\.[A-Za-z0-9]{1,5}$/u;
/** Letters without a shape too: a title of them would be an empty button. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\u115f\u1160\u3164\uffa0]/gu;
/** Signs of markup and lists around the words of a line. */
const DECORATION = /^[\s#>*+_=~\-–—•!\d.)]+|[\s:;,.!*_=~#\-–—]+$/gu;
/** What follows a term is not its name. */
const DEFINITION = /\s+[-–—]\s.*$|:\s.*$/su;

/** `docker_notes.txt` → «Docker notes». */
export function titleOfFile(name: string): string | null {
  const words = name.replace(EXTENSION, '').replace(/[_-]+/gu, ' ');
  return titled(words);
}

/** The heading or the term a note begins with, as learners see it; else its first words. */
export function titleOfNote(note: Note, text: string): string | null {
  const lines = text.split(LINE_END);
  const first = lines.findIndex((line) => HAS_LETTERS.test(line)) + 1;
  const heading = note.sections.find(({ line }) => line === first)?.title;
  const fact = note.facts.find(({ line }) => line === first);
  const term = fact?.kind === 'definition' ? fact.term : undefined;
  return titled(heading ?? term ?? '') ?? titleOfWords(lines[first - 1] ?? '');
}

/** A line without what surrounds its first words. */
function titleOfWords(line: string): string | null {
  return titled(line.replace(DECORATION, '').replace(DEFINITION, '').replace(DECORATION, ''));
}

/** A title somebody typed or that was found: one line, visible signs only, cut between words. */
export function titled(words: string): string | null {
  const line = words.normalize('NFC').replace(/\s+/gu, ' ').replace(INVISIBLE, '').trim();
  if (!/[\p{L}\p{N}]/u.test(line)) return null;
  const title = line.charAt(0).toUpperCase() + line.slice(1);
  if (title.length <= LONGEST_TITLE) return title;
  const cut = title.slice(0, LONGEST_TITLE - 1).replace(/[\ud800-\udbff]$/u, '');
  return `${cut.replace(/\s\S*$/u, '').trimEnd()}…`;
}
