/**
 * Who runs a cluster now, by the `postmaster.pid` that Postgres keeps in it. A process id in that file proves nothing:
 * after a kill the file stays, and the number may belong to another process (in a container it often does).
 */
import { execFileSync } from 'node:child_process';
import { readFileSync, readlinkSync, realpathSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Postmaster {
  readonly pid: number;
  readonly port: number;
  readonly isReady: boolean;
}

/** No system gives this number to a process. */
const NOBODYS_PID = 2_147_483_646;

/** What the cluster's pid file says; null without one, or while it is being written. */
export function readPostmaster(directory: string): Postmaster | null {
  let lines: string[];
  try {
    lines = readFileSync(join(directory, 'postmaster.pid'), 'utf8').split('\n');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
  // Line 1 is the process, 4 the port, 8 the state («starting», «ready», «stopping»).
  const pid = Number(lines[0]);
  if (!Number.isInteger(pid) || pid <= 0) return null;
  return { pid, port: Number(lines[3]), isReady: lines[7]?.trim() === 'ready' };
}

/** The live server of the cluster; null when nobody runs it. */
export function findPostmaster(directory: string): Postmaster | null {
  const found = readPostmaster(directory);
  return found !== null && isAlive(found.pid) && runsIn(found.pid, directory) ? found : null;
}

/**
 * Makes a pid file harmless whose number now belongs to a stranger: Postgres would take the stranger for a server and
 * refuse to start. The file itself stays, for it also names the shared memory by which Postgres sees leftover backends.
 */
export function disownStranger(directory: string): void {
  const found = readPostmaster(directory);
  if (found === null || !isAlive(found.pid) || runsIn(found.pid, directory)) return;
  const path = join(directory, 'postmaster.pid');
  writeFileSync(path, readFileSync(path, 'utf8').replace(/^\d+/, String(NOBODYS_PID)));
}

/** Is there a process (or a thread: Linux does not tell them apart here) with this id? */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** A postmaster lives in the directory of its cluster, by which it is told from any other process. */
function runsIn(pid: number, directory: string): boolean {
  if (process.platform === 'linux') {
    try {
      return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(directory);
    } catch {
      // Ended meanwhile, or belongs to somebody else, who could not run this cluster.
      return false;
    }
  }
  if (process.platform === 'win32') return true;
  try {
    const command = execFileSync('/bin/ps', ['-p', String(pid), '-o', 'command='], {
      encoding: 'utf8',
    });
    return command.includes('postgres');
  } catch {
    return false;
  }
}
