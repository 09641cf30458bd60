/**
 * A database of a benchmark's own: the embedded server as `npm start` runs it (every commit synced to the disk), in a
 * directory that is gone afterwards, also after Ctrl-C.
 */
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { openDatabase } from '../dist/db/database.js';
import { createLog } from '../dist/log.js';

export const log = createLog('error');

/** How long a thing may take to be undone. */
const PATIENCE_MS = 30_000;

/** What is to be undone, the latest last. */
const undoings = [];

/** Opens a database for a task and removes it, whatever happens. */
export function withDatabase(task) {
  return withDirectory(async (dataDir) => {
    const database = await openDatabase({ kind: 'embedded', dataDir }, log);
    return undoneAfter(
      () => database.close(),
      () => task(database.db),
    );
  });
}

/** An empty directory for a task. Others may enter it: under root the server runs as another user. */
export async function withDirectory(task) {
  const directory = await mkdtemp(join(tmpdir(), 'konspekt-bench-'));
  await chmod(directory, 0o755);
  return undoneAfter(
    () => rm(directory, { recursive: true, force: true }),
    () => task(directory),
  );
}

async function undoneAfter(undo, task) {
  undoings.push(undo);
  try {
    return await task();
  } finally {
    undoings.splice(undoings.indexOf(undo), 1);
    await undo();
  }
}

/** Undoes everything that is open, for whoever ends the process in the middle. Waits for nobody who hangs. */
export async function undoAll() {
  for (const undo of undoings.toReversed())
    await Promise.race([undo().catch(() => undefined), pause(PATIENCE_MS, null, { ref: false })]);
}

const leave = () => void undoAll().then(() => process.exit(130));
process.once('SIGINT', leave).once('SIGTERM', leave);
