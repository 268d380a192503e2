/*
 * Loaded before Quoth (`node --expose-gc --import inside.ts main.ts`) by a benchmark: tells its parent, whenever that
 * asks, what memory is held once the garbage is collected, and how late the event loop was.
 */
import { monitorEventLoopDelay } from 'node:perf_hooks';
import process from 'node:process';

/** A process as it is. */
export interface Held {
  /** The main thread's objects, in bytes. */
  readonly heap: number;
  /** The whole process, workers and libraries with it, in bytes. */
  readonly resident: number;
  /** How late the event loop was in all cases but one in a thousand since this was asked last, in milliseconds. */
  readonly late: number;
}

const resolution = 10;
const histogram = monitorEventLoopDelay({ resolution });
histogram.enable();

process.on('message', () => {
  const late = histogram.percentile(99.9) / 1e6 - resolution;
  // What the first collection lets go of may be what still held something else.
  globalThis.gc?.();
  globalThis.gc?.();
  const { heapUsed, rss } = process.memoryUsage();
  const held: Held = { heap: heapUsed, resident: rss, late };
  process.send?.(held);
  // Nor does that collection count.
  setTimeout(() => histogram.reset(), 100).unref();
});
// Quoth is to end when it is asked to, parent or not.
process.channel?.unref();
