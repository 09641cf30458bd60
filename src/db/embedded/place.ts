/**
 * Where the embedded database lives: `DATA_DIR/postgres`, or a place of its own for each DATA_DIR when root cannot show
 * that directory to the account the server runs as. An existing database always decides.
 */
import { createHash } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { DatabaseError } from '../database-error.js';
import { type Account, canReach, serverAccount } from './account.js';

export interface Place {
  /** Everything of one database: `cluster/`, `password`, `server.log`. Made whole by the first start. */
  readonly directory: string;
  /** Not under DATA_DIR, which is worth a word to the operator. */
  readonly isOutside: boolean;
  /** Who owns it and runs the server; null for ourselves. */
  readonly account: Account | null;
  /** Where copies of the programs go if they are needed. */
  readonly home: string;
}

/** Where root keeps what it cannot give to another user inside the checkout. */
const SHARED_HOME = '/var/lib/konspekt-bot';

/** The place that belongs to a DATA_DIR. Makes DATA_DIR itself when it is missing. */
export function findPlace(dataDir: string): Place {
  makeDirectory(dataDir);
  const inside = join(realpathSync(dataDir), 'postgres');
  const account = serverAccount(inside);
  if (account === null) {
    return { directory: inside, isOutside: false, account, home: dirname(inside) };
  }

  const key = createHash('sha256').update(dirname(inside)).digest('hex').slice(0, 12);
  const outside = join(SHARED_HOME, key);
  const isInside = existsSync(inside) || !existsSync(outside);
  if (isInside && canReach(account, dirname(inside))) {
    return { directory: inside, isOutside: false, account, home: SHARED_HOME };
  }
  if (existsSync(inside)) {
    throw new DatabaseError(
      `The database in ${inside} is out of reach of the user ${account.name}, who must run it: open the directories above it (chmod o+x).`,
    );
  }
  makeDirectory(SHARED_HOME);
  return {
    directory: outside,
    isOutside: true,
    account: serverAccount(outside),
    home: SHARED_HOME,
  };
}

/** Makes a directory and those above it, open to the account whatever our umask says. */
function makeDirectory(path: string): void {
  const first = mkdirSync(path, { recursive: true });
  if (first === undefined || process.getuid?.() !== 0) return;
  for (let made = path; made.length >= first.length; made = dirname(made)) chmodSync(made, 0o755);
}
