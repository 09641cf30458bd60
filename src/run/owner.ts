/**
 * The name under which this process holds turns and leases. A process that died on this machine is recognised by it, so
 * that what it left is taken up at once; one that died elsewhere is waited for until its leases are over.
 */
import { randomBytes } from 'node:crypto';
import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';

/** `place/pid/random`: a pid means something only among those who count the same processes. */
export const thisProcess = `${countingHouse()}/${process.pid}/${randomBytes(6).toString('base64url')}`;

/** Is it certain that the process of this name is gone? */
export function isGone(owner: string, self: string = thisProcess): boolean {
  const [place, pid] = owner.split('/');
  const [ownPlace, ownPid] = self.split('/');
  if (owner === self || place !== ownPlace || !/^\d+$/.test(pid ?? '')) return false;
  return pid === ownPid || !isAlive(Number(pid));
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH';
  }
}

/** This boot of this machine and, on Linux, the container's own numbering of processes. */
function countingHouse(): string {
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    return `${boot}.${readlinkSync('/proc/self/ns/pid').replace(/\D/g, '')}`;
  } catch {
    return hostname();
  }
}
