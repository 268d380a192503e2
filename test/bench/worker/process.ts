import { readdirSync, readFileSync } from 'node:fs';
import process from 'node:process';

const read = (path: string): string => {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    // It ended meanwhile.
    return '';
  }
};

const parentOf = (status: string): number => Number(/^PPid:\s*(\d+)/m.exec(status)?.[1]);

/** The processes of workerd that this one has started. Linux alone tells. */
export const workerds = (): readonly number[] =>
  readdirSync('/proc')
    .filter(name => /^\d+$/.test(name))
    .map(Number)
    .filter(pid => {
      const status = read(`/proc/${pid}/status`);
      return /^Name:\s*workerd$/m.test(status) && parentOf(status) === process.pid;
    });

/** Milliseconds that all threads of a process have been on a processor so far. */
export const cpuOf = (pid: number): number =>
  readdirSync(`/proc/${pid}/task`)
    .map(thread => Number(read(`/proc/${pid}/task/${thread}/schedstat`).split(' ', 1)[0]) / 1e6)
    .reduce((sum, ms) => sum + ms, 0);

/** MiB that a process has in memory. */
export const memoryOf = (pid: number): number =>
  Number(/^VmRSS:\s*(\d+)/m.exec(read(`/proc/${pid}/status`))?.[1]) / 1024;
