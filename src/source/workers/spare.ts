import { isDeepStrictEqual } from 'node:util';
import type { Worker } from 'node:worker_threads';
import { start } from './start.ts';

/** One worker that waits for work, so that a small change need not wait for a worker's start. */
export interface Spare {
  /** Says what the next worker is to be started with. */
  readonly expect: (workerData: unknown) => void;
  /** Begins to start one, where it is known with what and none waits. */
  readonly prepare: () => void;
  /** The one that waits, if it was started with this; else undefined. Rejects where it could not start. */
  readonly take: (workerData: unknown) => Promise<Worker> | undefined;
  /** Keeps one that has done its work, or ends it where another waits. */
  readonly give: (worker: Worker, workerData: unknown) => Promise<void>;
  readonly close: () => Promise<void>;
}

interface Waiting {
  readonly workerData: unknown;
  readonly worker: Promise<Worker>;
  /** Is heard when it ends while it waits; a worker may wait many times. */
  readonly forget: () => void;
}

/** A worker that waits longer than this is ended, in milliseconds: it takes the memory of a small process. */
const longestWait = 60_000;

/** Keeps a worker of a script, of those that call `serveJobs`. It keeps no process alive. */
export function makeSpare(script: URL): Spare {
  let expected: unknown;
  let waiting: Waiting | undefined;
  let timer: NodeJS.Timeout | undefined;
  let isClosed = false;

  const drop = async (): Promise<void> => {
    const dropped = waiting;
    waiting = undefined;
    clearTimeout(timer);
    await dropped?.worker.then(worker => worker.terminate()).catch(() => undefined);
  };
  const wait = (workerData: unknown, worker: Promise<Worker>): void => {
    const forget = (): void => {
      if (waiting === now) waiting = undefined;
    };
    const now: Waiting = { workerData, worker, forget };
    waiting = now;
    timer = setTimeout(drop, longestWait).unref();
    worker.then(one => one.once('exit', forget).unref(), forget);
  };

  return {
    expect: workerData => {
      expected = workerData;
    },
    prepare: () => {
      if (!isClosed && waiting === undefined && expected !== undefined)
        wait(expected, start(script, expected));
    },
    take: workerData => {
      if (!waiting || !isDeepStrictEqual(waiting.workerData, workerData)) return undefined;
      const { worker, forget } = waiting;
      waiting = undefined;
      clearTimeout(timer);
      return worker.then(one => {
        one.off('exit', forget).ref();
        return one;
      });
    },
    give: async (worker, workerData) => {
      if (isClosed || waiting) await worker.terminate();
      else wait(workerData, Promise.resolve(worker));
    },
    close: async () => {
      isClosed = true;
      await drop();
    },
  };
}
