import type { Blog } from '../blog/model.ts';
import type { Library } from '../bot/model.ts';

/** How often it is looked whether other posts may be seen, in milliseconds: time alone makes some visible. */
const every = 1_000;

/**
 * Hands each blog that is another to `seen`, once all its posts are read, until `signal` is aborted.
 *
 * @param wait resolves after so many milliseconds, or once the signal is aborted
 */
export async function handOver(
  library: () => Library,
  seen: (blog: Blog) => Promise<void> | void,
  wait: (ms: number, signal: AbortSignal) => Promise<void>,
  signal: AbortSignal,
): Promise<void> {
  let handed: Blog | undefined;
  while (!signal.aborted) {
    const { blog, loading } = library();
    if (blog !== handed && !loading) {
      await seen(blog);
      handed = blog;
    }
    await wait(every, signal);
  }
}
