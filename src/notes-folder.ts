/**
 * The built-in decks: every `.txt` and `.md` of NOTES_DIR, decoded. A file that cannot be read is skipped and named,
 * the others still become decks; a missing folder is an empty one.
 */
import { readdir, readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { decodeNote } from './notes/decode.js';
import type { NoteFile } from './study/import-notes.js';

export interface NotesFolder {
  readonly files: readonly NoteFile[];
  readonly problems: readonly { readonly file: string; readonly reason: string }[];
}

const EXTENSIONS = new Set(['.txt', '.md']);

/** Reads the folder; the title of a deck is its file name: `docker.txt` → «Docker». */
export async function readNotesFolder(folder: string): Promise<NotesFolder> {
  const files: NoteFile[] = [];
  const problems: { file: string; reason: string }[] = [];
  for (const file of await noteFiles(folder)) {
    const decoded = decodeNote(await readFile(join(folder, file)));
    if (decoded.ok) files.push({ file, title: titleOf(file), text: decoded.text });
    else problems.push({ file, reason: decoded.reason });
  }
  return { files, problems };
}

async function noteFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  });
  const isNote = (name: string): boolean => EXTENSIONS.has(extname(name).toLowerCase());
  return entries
    .filter((entry) => !entry.isDirectory() && isNote(entry.name) && !entry.name.startsWith('.'))
    .map((entry) => entry.name)
    .toSorted();
}

function titleOf(file: string): string {
  const name = file.slice(0, -extname(file).length).replace(/[_-]+/g, ' ').trim();
  return name.charAt(0).toUpperCase() + name.slice(1);
}
