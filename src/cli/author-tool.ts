/**
 * What the tools of a note's author share. In: a path. Out: the parsed note; or one Russian sentence on stderr and exit
 * code 1, whatever stands in the way.
 */
import { readFileSync } from 'node:fs';
import { decodeNote, type DecodeFailure } from '../notes/decode.js';
import type { Note } from '../notes/note.js';
import { parseNote } from '../notes/parse.js';

/** A reason to stop that its reader can act on. */
export class Refusal extends Error {}

const REFUSALS: Readonly<Record<DecodeFailure, string>> = {
  'too-big': 'Файл больше 1 МБ. Разделите его на части.',
  binary: 'Это не текст. Нужен текстовый файл: .txt или .md.',
  empty: 'Файл пустой.',
};

/** Reads and parses a file of notes. */
export function readNote(path: string): Note {
  const decoded = decodeNote(readBytes(path));
  if (!decoded.ok) throw new Refusal(REFUSALS[decoded.reason]);
  return parseNote(decoded.text);
}

function readBytes(path: string): Uint8Array {
  try {
    return readFileSync(path);
  } catch {
    throw new Refusal(`Не получилось прочитать файл «${path}».`);
  }
}

/** Prints what the tool makes, and nothing else. */
export async function printTool(make: () => string | Promise<string>): Promise<void> {
  try {
    process.stdout.write(`${await make()}\n`);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  }
}
