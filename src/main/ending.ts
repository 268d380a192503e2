import process from 'node:process';

/** Resolves when the process is asked to end. */
export const askedToEnd = (): Promise<string> =>
  new Promise(resolve => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve(signal));
  });
