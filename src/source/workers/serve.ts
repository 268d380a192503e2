import { parentPort } from 'node:worker_threads';

/**
 * Does the jobs that this worker is given, one after the other: it says that it is ready, then what each job came to.
 * `work` must not reject.
 */
export function serveJobs<Job, Result>(work: (job: Job) => Promise<Result>): void {
  parentPort?.on('message', async (job: Job) => parentPort?.postMessage(await work(job)));
  parentPort?.postMessage('ready');
}
