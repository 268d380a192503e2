import { stat } from 'node:fs/promises';
import { join, posix } from 'node:path';
import type { Problem } from '../../blog/model.ts';
import type { Reference } from './inspect.ts';
import type { Checked } from './model.ts';

/** Generators let links leave these out, or write the page that the file becomes. */
const endings = ['', '.md', '.mdx', '.markdown', '/index.md', '/README.md', '/_index.md', '/index.mdx'];

function decoded(target: string): string {
  try {
    return decodeURIComponent(target);
  } catch {
    return target;
  }
}

/** Paths within CONTENT at which a reference may find its file; those outside are none of ours. */
function candidates(path: string, { kind, target }: Reference): readonly string[] {
  const folder = posix.dirname(path);
  const own = posix.basename(path).replace(/\.[^.]+$/, '');
  const written = [target, decoded(target)];
  const bare = written.map(name => name.replace(/\/$|\.html?$/i, ''));
  const names =
    kind === 'link'
      ? [...written, ...bare.flatMap(name => endings.map(ending => `${name}${ending}`))]
      : // Hexo keeps a post's pictures in a folder of its name.
        [...written, ...written.map(name => `${own}/${name}`)];
  return [...new Set(names)].map(name => posix.normalize(`${folder}/${name}`));
}

const isOutside = (path: string): boolean => path === '..' || path.startsWith('../');

const pageOf = (url: string): string => url.replace(/(?:\/index)?(?:\.html?)?\/?$/, '');

/** The pages of the site that are posts. */
const pagesOf = (files: readonly Checked[]): ReadonlySet<string> =>
  new Set(files.flatMap(({ served }) => (served?.url === undefined ? [] : [pageOf(served.url)])));

/**
 * Links and pictures beside a post that lead to no file of CONTENT and to no other post's page, a problem each.
 * What lies outside of CONTENT is not looked at, and passes.
 */
export function referenceChecker(
  root: string,
  files: readonly Checked[],
): (file: Checked) => Promise<readonly Problem[]> {
  const pages = pagesOf(files);
  const known = new Map<string, Promise<boolean>>();
  const exists = (path: string): Promise<boolean> => {
    const found =
      known.get(path) ??
      stat(join(root, path)).then(
        () => true,
        () => false,
      );
    known.set(path, found);
    return found;
  };
  const leadsSomewhere = async (
    path: string,
    url: string | undefined,
    reference: Reference,
  ): Promise<boolean> => {
    const paths = candidates(path, reference);
    if (paths.some(isOutside)) return true;
    for (const candidate of paths) if (await exists(candidate)) return true;
    const page = url === undefined ? undefined : URL.parse(reference.target, url)?.href;
    return page !== undefined && pages.has(pageOf(page));
  };
  return async ({ path, served }) => {
    const problems: Problem[] = [];
    for (const reference of served?.references ?? []) {
      if (await leadsSomewhere(path, served?.url, reference)) continue;
      const code = reference.kind === 'link' ? 'link-to-nothing' : 'picture-missing';
      problems.push({ code, line: reference.line, detail: reference.target.slice(0, 200) });
    }
    return problems;
  };
}
