/**
 * Processor time of this process and of the database server together. On a busy machine answers a second say more about
 * the neighbours; processor time an answer stays what it is. Linux only: elsewhere there is nothing to read.
 */
import { readdirSync, readFileSync } from 'node:fs';

/** A clock that gives milliseconds of processor time so far; null where Linux's `/proc` is missing. */
export async function processorClock(db) {
  const { rows } = await db.$client.query('select pg_backend_pid() as pid');
  const server = parentOf(rows[0].pid);
  if (server === null) return null;
  return () => {
    const { user, system } = process.cpuUsage();
    const processes = readdirSync('/proc').filter((name) => /^\d+$/u.test(name));
    const ofServer = processes.filter((pid) => Number(pid) === server || parentOf(pid) === server);
    return (user + system) / 1_000 + ofServer.reduce((sum, pid) => sum + usedBy(pid), 0);
  };
}

/** The parent stands second after the name, which is in brackets. */
function parentOf(pid) {
  const [, fields] = read(`/proc/${pid}/stat`)?.split(/\) (?=\S+ \d+ )/u) ?? [];
  return fields === undefined ? null : Number(fields.split(' ')[1]);
}

/** Nanoseconds on the processor come first. */
const usedBy = (pid) => Number(read(`/proc/${pid}/schedstat`)?.split(' ')[0] ?? 0) / 1_000_000;

/** A process may end between the listing and the reading. */
function read(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}
