/**
 * The files of the embedded database. In: a place and the programs. Out: an initialised cluster and its password.
 * Invariant: the directory of a place exists whole or not at all: it is made under another name, then renamed, so a
 * first start may be killed at any moment, and of several at once one wins.
 */
import { randomBytes } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { ClientConfig } from 'pg';
import { DatabaseError } from '../database-error.js';
import { type Account, giveTo } from './account.js';
import type { Binaries } from './binaries.js';
import type { Place } from './place.js';
import { isAlive } from './postmaster.js';
import { runProgram } from './program.js';

const SUPERUSER = 'konspekt';

export interface Cluster {
  readonly directory: string;
  readonly password: string;
  /** Where the server writes; told apart from ours because Postgres writes text. */
  readonly log: string;
  readonly account: Account | null;
  /** False only in tests: then a power cut may break the files. */
  readonly isDurable: boolean;
}

/** A first start older than this is dead even if its process id lives on in another process. */
const ABANDONED_AFTER_MS = 10 * 60_000;

/** The cluster of a place, initialised if this is the first start. Throws `DatabaseError`. */
export async function prepareCluster(
  place: Place,
  { binaries, isDurable }: { binaries: Binaries; isDurable: boolean },
): Promise<Cluster> {
  removeAbandoned(place.directory);
  if (!existsSync(place.directory)) await initialise(place, { binaries, isDurable });
  const directory = join(place.directory, 'cluster');
  const paths = { directory, log: join(place.directory, 'server.log') };
  const version = readFileSync(join(directory, 'PG_VERSION'), 'utf8').trim();
  if (version !== binaries.major) {
    throw new DatabaseError(
      `${directory} was made by PostgreSQL ${version} and this version brings ${binaries.major}: dump it with ${version}, or move it away.`,
    );
  }
  const password = readFileSync(join(place.directory, 'password'), 'utf8').trim();
  return { ...paths, password, account: place.account, isDurable };
}

/** How to connect to the cluster's server; only who can read the password file can. */
export function connectionTo({ password }: Cluster, port: number): ClientConfig {
  return { host: '127.0.0.1', port, user: SUPERUSER, password, database: 'postgres', ssl: false };
}

async function initialise(
  { directory, account }: Place,
  { binaries, isDurable }: { binaries: Binaries; isDurable: boolean },
): Promise<void> {
  const draft = `${directory}.init-${process.pid}-${randomBytes(4).toString('hex')}`;
  mkdirSync(draft, { mode: 0o700 });
  const passwordFile = join(draft, 'password');
  writeFileSync(passwordFile, `${randomBytes(24).toString('base64url')}\n`, {
    mode: 0o600,
    flush: isDurable,
  });
  giveTo(account, passwordFile);
  giveTo(account, draft);
  try {
    await runProgram(binaries.initdb, { account, args: initdbArguments(draft, isDurable) });
    if (isDurable) flushDirectory(draft);
    renameSync(draft, directory);
    if (isDurable) flushDirectory(dirname(directory));
  } catch (error) {
    removeDraft(draft);
    // Somebody else's first start was quicker: theirs is as good.
    if (!existsSync(directory)) throw error;
  }
}

/** The builtin provider folds Cyrillic case alike on every machine, whatever locales it has. */
function initdbArguments(draft: string, isDurable: boolean): string[] {
  return [
    ...['-D', join(draft, 'cluster'), '-U', SUPERUSER, `--pwfile=${join(draft, 'password')}`],
    ...['--auth=scram-sha-256', '--encoding=UTF8', '--locale=C'],
    ...['--locale-provider=builtin', '--builtin-locale=C.UTF-8'],
    ...(isDurable ? [] : ['--no-sync']),
  ];
}

/** Removes what killed first starts left behind. */
function removeAbandoned(directory: string): void {
  const prefix = `${basename(directory)}.init-`;
  for (const name of readdirSync(dirname(directory))) {
    if (!name.startsWith(prefix)) continue;
    const draft = join(dirname(directory), name);
    const madeBy = Number.parseInt(name.slice(prefix.length), 10);
    const stats = statSync(draft, { throwIfNoEntry: false });
    const isOld = stats !== undefined && Date.now() - stats.mtimeMs > ABANDONED_AFTER_MS;
    if (!isAlive(madeBy) || isOld) removeDraft(draft);
  }
}

function removeDraft(draft: string): void {
  try {
    rmSync(draft, { recursive: true, force: true });
  } catch (error) {
    // The initdb of a killed process lives a moment longer and still writes: a later start removes the rest.
    if ((error as NodeJS.ErrnoException).code !== 'ENOTEMPTY') throw error;
  }
}

/** A rename is safe from a power cut only when its directory is on the disk; Windows has no such call. */
function flushDirectory(path: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(path, 'r');
  fsyncSync(handle);
  closeSync(handle);
}
