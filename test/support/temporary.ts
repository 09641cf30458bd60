/** Directories of a test, which the user who runs an embedded Postgres can reach. */
import { chmodSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** An empty directory; a run that is killed leaves it to the sweep of the next one. */
export function temporaryDirectory(): string {
  const directory = mkdtempSync(join(tmpdir(), `konspekt-test-${process.pid}-`));
  chmodSync(directory, 0o755);
  return directory;
}

/** A folder of notes with these files in it. */
export function notesFolder(parent: string, files: Readonly<Record<string, string>>): string {
  const folder = join(parent, 'notes');
  mkdirSync(folder);
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}
