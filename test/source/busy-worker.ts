import process from 'node:process';
import { threadId, workerData } from 'node:worker_threads';
import { serveJobs } from '../../src/source/workers/serve.ts';

/** A worker that does what its job is called. */
serveJobs((job: string): Promise<string> => {
  while (job === 'hang');
  if (job === 'grow') for (const all: number[][] = []; ; ) all.push(new Array(1_000_000).fill(0.5));
  if (job === 'exit') process.exit(3);
  if (job === 'throw')
    setTimeout(() => {
      throw new Error('thrown');
    });
  if (job === 'throw') return new Promise(() => undefined);
  if (job === 'thread') return Promise.resolve(String(threadId));
  return Promise.resolve(`${job} ${workerData}`);
});
