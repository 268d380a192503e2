import type { Worker } from 'node:worker_threads';
import type { Spare } from './spare.ts';
import { hear, start } from './start.ts';

/** What a job came to: its result, or why there is none. */
export type Outcome<Result> =
  | { readonly result: Result }
  | { readonly lost: 'took-too-long' }
  | { readonly lost: 'broke'; readonly reason: string };

export interface Sharing<Job, Result> {
  /** Of a worker that calls `serveJobs`, and what it is started with. */
  readonly script: URL;
  readonly workerData: unknown;
  /** How many workers. */
  readonly size: number;
  /** How long a job may take, in milliseconds. */
  readonly limit: number;
  readonly done: (job: Job, outcome: Outcome<Result>) => void;
  /** Aborted, the workers end at once, and no more is done. */
  readonly signal?: AbortSignal;
  /** A worker of the same script that may wait already, and may wait again. */
  readonly spare?: Spare;
}

function ask<Job, Result>(worker: Worker, job: Job, limit: number): Promise<Outcome<Result>> {
  return new Promise(resolve => {
    const settle = (outcome: Outcome<Result>): void => {
      clearTimeout(timer);
      stop();
      resolve(outcome);
    };
    const stop = hear(worker, {
      message: (said: Result) => settle({ result: said }),
      error: error => settle({ lost: 'broke', reason: String(error) }),
      exit: code => settle({ lost: 'broke', reason: `its worker ended with ${code}` }),
    });
    const tooLong = () => settle({ lost: 'took-too-long' });
    // A result that came while this thread was busy is heard first.
    const timer = setTimeout(() => setImmediate(() => setImmediate(tooLong)), limit);
    worker.postMessage(job);
  });
}

/**
 * Shares jobs among workers, in order, and tells of each when it is done. A worker whose job takes too long, or that
 * breaks, is ended and replaced, and costs no other job. Rejects where a worker cannot start.
 */
export async function shareOut<Job, Result>(
  jobs: readonly Job[],
  { script, workerData, size, limit, done, signal, spare }: Sharing<Job, Result>,
): Promise<void> {
  const waiting = [...jobs].reverse();
  const stop = new AbortController();
  const isOver = () => stop.signal.aborted || signal?.aborted === true;

  const workThrough = async (): Promise<void> => {
    let worker: Worker | undefined;
    const end = async (): Promise<void> => {
      const ending = worker;
      worker = undefined;
      await ending?.terminate();
    };
    signal?.addEventListener('abort', end);
    try {
      while (waiting.length > 0 && !isOver()) {
        worker ??= await (spare?.take(workerData) ?? start(script, workerData));
        const job = waiting.pop();
        if (job === undefined || isOver()) break;
        const outcome = await ask<Job, Result>(worker, job, limit);
        if ('lost' in outcome) await end();
        if (!isOver()) done(job, outcome);
      }
      if (worker && spare && !isOver()) {
        const idle = worker;
        worker = undefined;
        await spare.give(idle, workerData);
      }
    } finally {
      signal?.removeEventListener('abort', end);
      await end();
    }
  };

  try {
    await Promise.all(Array.from({ length: Math.min(size, jobs.length) }, workThrough));
  } finally {
    stop.abort();
  }
}
