/** Waits that end. A run that hangs tells nothing, so whatever is awaited here fails with what it was after so long. */
import { setTimeout as pause } from 'node:timers/promises';

/** What the promise gives, if it does within so many milliseconds. */
export async function within(ms, what, promise) {
  let timer;
  const late = new Promise((_, reject) => {
    const refuse = () => reject(new Error(`${what}: not within ${Math.round(ms / 1000)} s`));
    timer = setTimeout(refuse, ms);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}

/** Tries until `task` gives something other than null and throws nothing; the last error is the cause of the failure. */
export async function eventually(ms, what, task) {
  const deadline = performance.now() + ms;
  let cause;
  while (performance.now() < deadline) {
    try {
      const result = await within(ms, what, task());
      if (result !== null) return result;
    } catch (error) {
      cause = error;
    }
    await pause(50);
  }
  throw new Error(`${what}: not within ${Math.round(ms / 1000)} s`, { cause });
}

/** What `task` gives, unless the `beside` one fails first: then there is no sense in going on. */
export function beside(companion, task) {
  return new Promise((resolve, reject) => {
    companion.catch(reject);
    task().then(resolve, reject);
  });
}
