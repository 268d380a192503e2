import { makeBlog } from '../blog/blog.ts';
import type { Blog, Problem, Unreadable } from '../blog/model.ts';
import { readSettings } from '../blog/settings.ts';
import type { Library } from '../bot/model.ts';
import type { Config } from '../config.ts';
import { makeIndex } from '../search/build.ts';
import { cacheIn } from '../source/cache/keep.ts';
import type { Reading } from '../source/snapshot.ts';
import type { Words } from '../words/model.ts';
import { openPlace } from './place.ts';
import { makeReader } from './reader.ts';

/**
 * Reads the posts once, with the help of what was kept of them, and indexes them; `onRead` is told how many are read.
 * What is to be kept of them is written while they are answered from. Throws where CONTENT or what blog.yml says
 * cannot be used.
 */
export async function loadLibrary(
  config: Config,
  warn: (sentence: string) => void,
  onRead?: Reading['onRead'],
): Promise<Library> {
  const place = openPlace(config, warn);
  try {
    await place.fresh;
    const cache = cacheIn({ cacheFolder: config.cacheFolder, warn });
    const reader = makeReader(config, place, warn);
    const snapshot = await reader.read({
      onRead,
      cacheOf: (root, settings) => cache.open(place.cachedAs ?? root, settings),
    });
    const index = makeIndex(snapshot.blog, cache.index());
    cache.keep(snapshot, index);
    return { blog: snapshot.blog, index };
  } finally {
    await place.close();
  }
}

/** What there is before any post is read; `more` resolves once some are. */
export function unread(now: number, more: Promise<void>): Library {
  const blog = makeBlog([], [], readSettings('').settings, now);
  return { blog, index: makeIndex(blog), loading: { read: 0, total: 0, more } };
}

const place = (path: string, { line }: Problem): string => (line === undefined ? path : `${path}:${line}`);

/** What is wrong with a file, on one line: file, line and reason. */
const problemLine = (path: string, problem: Problem, words: Words): string =>
  `${place(path, problem)}: ${words.problems[problem.code](problem.reason ?? problem.detail ?? '')}`;

/** What is wrong with files of the blog, a line each. `broken` are those whose last good versions are served. */
export function problemsOf(blog: Blog, words: Words, broken: readonly Unreadable[] = []): readonly string[] {
  return [
    ...blog.unreadable.map(file => problemLine(file.path, file, words)),
    ...broken.map(file => words.check.lastVersion(problemLine(file.path, file, words))),
    ...blog.posts.flatMap(({ path, problems }) => problems.map(problem => problemLine(path, problem, words))),
  ];
}
