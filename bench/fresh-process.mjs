/** A part of a benchmark in a Node process of its own, where nothing is compiled yet and nothing else takes memory. */
import { fork } from 'node:child_process';
import { once } from 'node:events';

const MAIN = new URL('main.mjs', import.meta.url);

/** Runs `inside(...args)` of a benchmark in a fresh process, or without arguments the benchmark itself. */
export async function inFreshProcess(bench, ...args) {
  const child = fork(MAIN, ['--inside', bench, ...args], { stdio: ['ignore', 2, 2, 'ipc'] });
  let answer = null;
  child.once('message', (message) => (answer = message));
  const [code, signal] = await once(child, 'exit');
  if (answer === null)
    throw new Error(`${bench} ended with ${signal ?? code} and without a result`);
  return answer;
}
