/**
 * A job in a thread of its own, with bounded memory and time. In: a job. Out: its answer, or null when the thread was
 * ended because it took too much of either. Invariant: one thread, one job, so that nothing of one learner's file is
 * left for the next; the thread that talks to learners waits for none of it.
 */
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { Answers, Job } from './job.js';

export interface ThreadLimits {
  /** Milliseconds from the start of the thread. */
  readonly time: number;
  /** Megabytes of the heap. */
  readonly memory: number;
}

/** Both `src/` and `dist/` are one step below the root: sources run by tests take the built worker as well. */
const WORKER = new URL('../../dist/reader/worker.js', import.meta.url);

/** Does a job elsewhere. A bug in it throws here. */
export async function inThread<J extends Job>(
  job: J,
  limits: ThreadLimits,
): Promise<Answers[J['kind']] | null> {
  const worker = new Worker(WORKER, {
    workerData: job,
    resourceLimits: { maxOldGenerationSizeMb: limits.memory },
    // The flags of this process are for its main thread.
    execArgv: [],
    env: {},
  });
  const timer = setTimeout(() => void worker.terminate(), limits.time);
  try {
    return await answerOf(worker);
  } finally {
    clearTimeout(timer);
    await worker.terminate();
  }
}

async function answerOf<J extends Job>(worker: Worker): Promise<Answers[J['kind']] | null> {
  const ended = new AbortController();
  const { signal } = ended;
  try {
    const answered = once(worker, 'message', { signal }).then(([answer]) => answer as never);
    return await Promise.race([answered, once(worker, 'exit', { signal }).then(() => null)]);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY') return null;
    throw error;
  } finally {
    ended.abort();
  }
}
