import { visibleAt } from '../blog/blog.ts';
import type { Library } from '../bot/model.ts';
import { updateIndex } from '../search/build.ts';

/** No timer waits longer, in milliseconds. */
const longestWait = 2 ** 31 - 1;

/**
 * What `library` gives, as of now: posts whose time has come are in it, those whose time is over are not. It is made
 * anew when that time comes, by a timer that keeps no process alive, and at the latest when it is asked for.
 */
export function asOfNow(library: () => Library, now: () => number = Date.now): () => Library {
  let source: Library | undefined;
  let current = library();
  let timer: NodeJS.Timeout | undefined;

  const wait = () => {
    clearTimeout(timer);
    const { changesAt } = current.blog;
    if (changesAt === undefined) return;
    const due = () => {
      refreshed();
      wait();
    };
    timer = setTimeout(due, Math.min(Math.max(0, changesAt - now()), longestWait)).unref();
  };
  const refreshed = (): Library => {
    const latest = library();
    const blog = visibleAt(latest === source ? current.blog : latest.blog, now());
    if (latest === source && blog === current.blog) return current;
    source = latest;
    current = blog === latest.blog ? latest : { ...latest, blog, index: updateIndex(latest.index, blog) };
    wait();
    return current;
  };
  refreshed();
  return refreshed;
}
