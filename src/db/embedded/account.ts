/**
 * Who runs the embedded server: Postgres refuses to run as root, so root starts it as somebody else.
 * Null stands for «whoever we are» everywhere.
 */
import { chownSync, readFileSync, realpathSync, statSync, type Stats } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseError } from '../database-error.js';

/** A user of this machine other than ourselves. */
export interface Account {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

/** The accounts root would take, best first; Postgres insists on one that has a name. */
const CANDIDATES = ['postgres', 'nobody'];

/** Whom the server should run as; null when we are not root (or on Windows). `owned`: files of an earlier start. */
export function serverAccount(owned: string): Account | null {
  if (process.getuid?.() !== 0) return null;
  const accounts = readAccounts();
  const owner = statSync(owned, { throwIfNoEntry: false });
  const account =
    owner !== undefined && owner.uid !== 0
      ? accounts.find(({ uid }) => uid === owner.uid)
      : CANDIDATES.map((name) => accounts.find((one) => one.name === name)).find(Boolean);
  if (account !== undefined) return account;
  throw new DatabaseError(
    'PostgreSQL does not run as root and found no user to run as: add a user named postgres, or set DATABASE_URL.',
  );
}

/** May the account enter every directory above the path and read the path itself? Goes by mode bits. */
export function canReach(account: Account | null, path: string): boolean {
  if (account === null) return true;
  let place = realpathSync(path);
  let needed = statSync(place).isDirectory() ? 0o5 : 0o4;
  for (;;) {
    if (!allows(statSync(place), account, needed)) return false;
    if (place === dirname(place)) return true;
    place = dirname(place);
    needed = 0o1;
  }
}

/** Hands a file or directory of ours to the account. */
export function giveTo(account: Account | null, path: string): void {
  if (account !== null) chownSync(path, account.uid, account.gid);
}

function allows(stats: Stats, { uid, gid }: Account, needed: number): boolean {
  const shift = stats.uid === uid ? 6 : stats.gid === gid ? 3 : 0;
  return ((stats.mode >> shift) & needed) === needed;
}

function readAccounts(): Account[] {
  return readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
    .filter((fields) => fields.length >= 4)
    .map(([name = '', , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }));
}
