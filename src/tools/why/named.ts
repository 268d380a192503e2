import { lookUpName } from '../../blog/former.ts';
import { hash64 } from '../../blog/hash.ts';
import type { Blog, Post, PostKey, Unreadable } from '../../blog/model.ts';
import { findPost } from '../../search/find.ts';

/** What an author means: a post, or a file that is served to nobody. */
export interface Meant {
  readonly key: PostKey;
  readonly path: string;
  readonly title?: string;
  /** Why it cannot be read. */
  readonly problem?: Unreadable;
  /** Whether that is what was typed, and no guess. */
  readonly exact: boolean;
}

/** Whether somebody who types that means this file: its path, its name, or that without its ending. */
function isCalled(path: string, typed: string): boolean {
  const name = path.replace(/^.*\//, '');
  return [path, name, name.replace(/\.[^.]*$/, '')].includes(typed);
}

const meant = ({ key, path, title }: Post, exact: boolean): Meant => ({ key, path, title, exact });

/**
 * The post that its author means: as readers find it, but a post whose time has not come, a draft and a file that cannot
 * be read are found as well.
 */
export function meantBy(blog: Blog, typed: string): Meant | undefined {
  const found = findPost(blog, typed);
  if (found?.exact) return meant(found.value, true);
  const text = typed.trim();
  const own = blog.read.find(
    ({ key, path, slug, title }) =>
      key === text || title === text || lookUpName(slug) === lookUpName(text) || isCalled(path, text),
  );
  if (own !== undefined) return meant(own, true);
  const problem = blog.unreadable.find(({ path }) => isCalled(path, text));
  const file = problem ?? blog.hidden.find(({ path }) => isCalled(path, text));
  if (file === undefined) return found && meant(found.value, false);
  const { path } = file;
  return { key: hash64(path), path, exact: true, ...(problem === undefined ? {} : { problem }) };
}
