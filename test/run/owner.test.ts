import { spawnSync } from 'node:child_process';
import { isGone, thisProcess } from '../../src/run/owner.js';

const [place] = thisProcess.split('/');
const { pid: ended } = spawnSync(process.execPath, ['--version']);

test.each([
  ['this process', thisProcess, false],
  ['one of this machine that has ended', `${place}/${ended}/x`, true],
  ['one that had our number before us', `${place}/${process.pid}/x`, true],
  ['one that lives', `${place}/${process.ppid}/x`, false],
  ['one of another machine', `elsewhere/${ended}/x`, false],
  ['a name of another making', 'nobody', false],
])('%s', (_, owner, gone) => {
  expect(isGone(owner)).toBe(gone);
});
