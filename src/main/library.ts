import type { Blog, Problem } from '../blog/model.ts';
import { withAliases } from '../blog/renamed.ts';
import type { Library } from '../bot/model.ts';
import type { Config } from '../config.ts';
import { makeIndex } from '../search/build.ts';
import { loadFolder } from '../source/folder.ts';
import type { Words } from '../words/model.ts';

/**
 * Reads the posts and indexes them. `previous` is the blog as it was before files changed: posts that were moved or
 * renamed since stay found by their old keys. Throws where CONTENT or what blog.yml says cannot be used.
 */
export async function loadLibrary(
  config: Config,
  warn: (sentence: string) => void,
  previous?: Blog,
): Promise<Library> {
  const read = await loadFolder(config.content, config.blog, warn);
  const blog = previous === undefined ? read : withAliases(previous, read);
  return { blog, index: makeIndex(blog) };
}

const place = (path: string, { line }: Problem): string => (line === undefined ? path : `${path}:${line}`);

/** What is wrong with files of the blog, a line each: file, line and reason. */
export function problemsOf(blog: Blog, words: Words): readonly string[] {
  const say = (path: string, problem: Problem): string =>
    `${place(path, problem)}: ${words.problems[problem.code](problem.reason ?? problem.detail ?? '')}`;
  return [
    ...blog.unreadable.map(file => say(file.path, file)),
    ...blog.posts.flatMap(({ path, problems }) => problems.map(problem => say(path, problem))),
  ];
}
