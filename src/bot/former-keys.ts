import type { Blog, Post, PostKey } from '../blog/model.ts';
import type { Library } from './model.ts';

/** Posts by keys that they had before, those left out by which the blog finds a post itself. */
function found(blog: Blog, formerKeys: ReadonlyMap<PostKey, readonly PostKey[]>): readonly [PostKey, Post][] {
  return [...formerKeys].flatMap(([key, before]) => {
    const post = blog.byKey.get(key);
    return post === undefined
      ? []
      : before.filter(old => !blog.byKey.has(old)).map((old): [PostKey, Post] => [old, post]);
  });
}

const isSame = (one: readonly [PostKey, Post][], other: readonly [PostKey, Post][]): boolean =>
  one.length === other.length &&
  one.every(([key, post], at) => other[at]?.[0] === key && other[at]?.[1] === post);

/**
 * What `library` gives, with posts found by the keys too that the store says they had before: files were moved while
 * Quoth was down, and its buttons live on.
 */
export function withFormerKeys(
  library: () => Library,
  formerKeys: () => ReadonlyMap<PostKey, readonly PostKey[]>,
): () => Library {
  let source: Library | undefined;
  let added: readonly [PostKey, Post][] = [];
  let current: Library | undefined;
  let known: ReadonlyMap<PostKey, readonly PostKey[]> | undefined;
  return () => {
    const latest = library();
    const former = formerKeys();
    if (current !== undefined && latest === source && former === known) return current;
    const more = found(latest.blog, former);
    known = former;
    if (current !== undefined && latest === source && isSame(more, added)) return current;
    const byKey = new Map([...latest.blog.byKey, ...more]);
    source = latest;
    added = more;
    current = more.length === 0 ? latest : { ...latest, blog: { ...latest.blog, byKey } };
    return current;
  };
}
