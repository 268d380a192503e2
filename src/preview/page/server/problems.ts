import type { Blog } from '../../../blog/model.ts';
import type { FoundProblem } from '../wire.ts';

/** Everything that is wrong with the files of a folder, by path and line. */
export type Check = () => Promise<readonly FoundProblem[]>;

/** The same, asked once for each state of the blog: a check reads every file. */
export function onceForEach(current: () => Blog, check: Check): Check {
  let last: { readonly blog: Blog; readonly problems: Promise<readonly FoundProblem[]> } | undefined;
  return () => {
    const blog = current();
    if (last?.blog !== blog) last = { blog, problems: check() };
    return last.problems;
  };
}
