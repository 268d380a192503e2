import type { Found, FoundProblem } from '../../wire.ts';

/** What was found, with all problems in place of those that were met while reading. */
export function withProblems(found: Found, problems: readonly FoundProblem[]): Found {
  const paths = new Set(found.posts.map(({ path }) => path));
  return {
    ...found,
    posts: found.posts.map(post => ({
      ...post,
      problems: problems.filter(({ path }) => path === post.path),
    })),
    unreadable: problems.filter(({ path }) => !paths.has(path)),
  };
}
