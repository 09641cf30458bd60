/**
 * Known holes in what we ship: exit code 1 when the registry knows a serious one. A registry that does not serve
 * advisories, or none at all, is said and is no failure: a commit is not bad because the network is away.
 */
import { spawnSync } from 'node:child_process';

const { stdout } = spawnSync('npm', ['audit', '--omit=dev', '--json'], { encoding: 'utf8' });
const found = read(stdout)?.metadata?.vulnerabilities;
if (found === undefined) console.log('audit: this registry serves no advisories, skipped');
else {
  console.log(`audit: critical ${found.critical}, high ${found.high}, moderate ${found.moderate}`);
  if (found.critical + found.high > 0) process.exitCode = 1;
}

function read(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
