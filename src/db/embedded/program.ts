/**
 * Runs Postgres's programs as the right account and turns their failures into sentences. They get an environment of
 * their own: no settings of the machine (PG*, LC_*, TZ) and no secrets of ours.
 */
import { type ChildProcess, spawn, type StdioOptions } from 'node:child_process';
import { DatabaseError } from '../database-error.js';
import type { Account } from './account.js';

export interface ProgramOptions {
  readonly args: readonly string[];
  /** Null for ourselves. */
  readonly account: Account | null;
  readonly stdio: StdioOptions;
}

/** Starts a program, out of reach of Ctrl-C. Throws `DatabaseError`, or calls `onError` with one when the system says so later. */
export function startProgram(
  program: string,
  { args, account, stdio }: ProgramOptions,
  onError: (error: DatabaseError) => void,
): ChildProcess {
  try {
    const child = spawn(program, args, {
      stdio,
      detached: true,
      // One that every account may enter.
      cwd: '/',
      env: { LC_ALL: 'C', TZ: 'UTC' },
      windowsHide: true,
      ...(account === null ? {} : { uid: account.uid, gid: account.gid }),
    });
    return child.once('error', (error) => onError(cannotRun(program, error)));
  } catch (error) {
    throw cannotRun(program, error as Error);
  }
}

/** Runs a program to its end. Throws `DatabaseError` with the last thing it said. */
export async function runProgram(
  program: string,
  { args, account }: Pick<ProgramOptions, 'args' | 'account'>,
): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const options = { args, account, stdio: ['ignore', 'ignore', 'pipe'] as StdioOptions };
    const child = startProgram(program, options, reject);
    let said = '';
    child.stderr?.setEncoding('utf8').on('data', (text: string) => (said += text));
    child.once('close', (code, signal) => {
      const why = complaint(said) ?? `ended with ${code ?? signal}`;
      if (code === 0) resolve();
      else reject(new DatabaseError(`${program} failed (${why}); or set DATABASE_URL.`));
    });
  });
}

/** Why a program could not even be started, in one sentence. */
function cannotRun(program: string, error: Error): DatabaseError {
  const { code } = error as NodeJS.ErrnoException;
  const why =
    code === 'ENOENT'
      ? 'its loader is missing, as on Alpine: it needs glibc'
      : code === 'EPERM'
        ? 'root may not change its user here: run as a normal user'
        : (code ?? error.message);
  return new DatabaseError(`${program} cannot run (${why}); or set DATABASE_URL.`, {
    cause: error,
  });
}

/** The last complaint in what Postgres wrote, else its last line, without prefixes; null when it said nothing. */
export function complaint(text: string): string | null {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const last = lines.findLast((line) => /FATAL:|PANIC:|error: /.test(line)) ?? lines.at(-1);
  return last?.replace(/^.*?(?:FATAL|PANIC|error):\s*/, '').trim() ?? null;
}
