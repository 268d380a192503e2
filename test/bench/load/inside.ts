/*
 * Loaded before Quoth (`node --expose-gc --import inside.ts main.ts`) by a benchmark: tells its parent, whenever that
 * asks, what memory is held once the garbage is collected.
 */
import process from 'node:process';

/** In bytes. */
export interface Held {
  /** Of the main thread's objects. */
  readonly heap: number;
  /** Of the whole process, workers and libraries with it. */
  readonly resident: number;
}

process.on('message', () => {
  // What the first collection lets go of may be what still held something else.
  globalThis.gc?.();
  globalThis.gc?.();
  const { heapUsed, rss } = process.memoryUsage();
  const held: Held = { heap: heapUsed, resident: rss };
  process.send?.(held);
});
// Quoth is to end when it is asked to, parent or not.
process.channel?.unref();
