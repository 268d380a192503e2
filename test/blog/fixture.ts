import { makeBlog } from '../../src/blog/blog.ts';
import type { Blog, BlogSettings, Post } from '../../src/blog/model.ts';
import { isHidden, readPost } from '../../src/blog/post.ts';
import { readSettings } from '../../src/blog/settings.ts';

/** Settings as blog.yml would give them: UTC unless said otherwise, no address. */
export function settingsWith(settings: Partial<BlogSettings> = {}): BlogSettings {
  return { ...readSettings('timezone: UTC').settings, ...settings };
}

interface PostOptions {
  readonly path?: string;
  readonly settings?: Partial<BlogSettings>;
}

/** A post read from Markdown by the real reader; throws where it would be hidden. */
export function postFrom(markdown: string, { path = 'posts/post.md', settings }: PostOptions = {}): Post {
  const read = readPost(path, markdown, settingsWith(settings));
  if (isHidden(read)) throw new Error(`${path} is hidden: ${read.hidden}`);
  return read;
}

/** A moment later than any date in tests that is not meant to lie ahead. */
export const now = Date.UTC(2026, 0, 1);

/** A blog of such posts, by path; hidden ones are left out as they would be. */
export function blogFrom(
  texts: Readonly<Record<string, string>>,
  settings?: Partial<BlogSettings>,
  at = now,
): Blog {
  const given = settingsWith(settings);
  const reads = Object.entries(texts).map(([path, text]) => readPost(path, text, given));
  const posts = reads.flatMap(read => (isHidden(read) ? [] : [read]));
  return makeBlog(posts, [], given, at, reads.filter(isHidden));
}
