/** Long work among other work. In: work cut into small steps. Out: its result. Nobody waits longer than a slice for a turn. */
import { setImmediate } from 'node:timers/promises';

/** Milliseconds of work between two turns of the event loop: an answer is not seen to be later by so much. */
const SLICE = 8;

/** Does the work, letting the event loop turn in between. */
export async function inSlices<T>(work: Iterator<void, T>): Promise<T> {
  for (;;) {
    const until = performance.now() + SLICE;
    while (performance.now() < until) {
      const step = work.next();
      if (step.done === true) return step.value;
    }
    await setImmediate();
  }
}
