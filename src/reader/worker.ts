/** What runs in a thread of its own: one job, one answer. Loaded from `dist/` by `thread.ts`. */
import { parentPort, workerData } from 'node:worker_threads';
import { doJob, type Job } from './job.js';

parentPort?.postMessage(await doJob(workerData as Job));
