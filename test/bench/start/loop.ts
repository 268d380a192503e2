/*
 * Loaded before Quoth (`node --import loop.ts main.ts`) by a benchmark: tells its parent how long the event loop was
 * held up since it was asked last, and when this process began.
 */
import { monitorEventLoopDelay } from 'node:perf_hooks';
import process from 'node:process';

/** What is said of the event loop, in milliseconds. */
export interface Delay {
  /** By the clock, whatever else the machine does: of all delays but one in a thousand, and of all. */
  readonly p999: number;
  readonly most: number;
  /** The most CPU that its thread took before others had their turn. */
  readonly mostCpu: number;
  /** CPU of all its threads since it began. */
  readonly cpu: number;
}

const histogram = monitorEventLoopDelay({ resolution: 1 });
histogram.enable();

const cpuOf = ({ user, system }: NodeJS.CpuUsage): number => (user + system) / 1000;
let before = cpuOf(process.threadCpuUsage());
let mostCpu = 0;
setInterval(() => {
  const now = cpuOf(process.threadCpuUsage());
  mostCpu = Math.max(mostCpu, now - before);
  before = now;
}, 1).unref();

process.on('message', () => {
  const delay: Delay = {
    p999: histogram.percentile(99.9) / 1e6,
    most: histogram.max / 1e6,
    mostCpu,
    cpu: cpuOf(process.cpuUsage()),
  };
  histogram.reset();
  mostCpu = 0;
  process.send?.(delay);
});
// Quoth is to end when it is asked to, parent or not.
process.channel?.unref();
