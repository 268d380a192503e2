import { Worker } from 'node:worker_threads';

interface Hearing<Said> {
  readonly message: (said: Said) => void;
  readonly error: (error: unknown) => void;
  readonly exit: (code: number) => void;
}

/** Hears a worker until the returned function is called. */
export function hear<Said>(worker: Worker, { message, error, exit }: Hearing<Said>): () => void {
  worker.on('message', message).on('error', error).on('exit', exit);
  return () => worker.off('message', message).off('error', error).off('exit', exit);
}

/**
 * The most that a worker's objects may take, in MiB: a post that takes more costs its worker. Without a limit it would
 * take what the machine has, and the system end the whole process.
 */
const mostMemory = 512;

/** Starts a worker and waits until it is ready. Rejects where it cannot start, which is a bug or a lack of memory. */
export function start(script: URL, workerData: unknown): Promise<Worker> {
  const worker = new Worker(script, { workerData, resourceLimits: { maxOldGenerationSizeMb: mostMemory } });
  // What a worker says of its end when nobody asks is nobody's concern.
  worker.on('error', () => undefined);
  return new Promise((resolve, reject) => {
    const stop = hear(worker, {
      message: () => {
        stop();
        resolve(worker);
      },
      error: reject,
      exit: code => reject(new Error(`A worker ended at its start with ${code}.`)),
    });
  });
}
