import type { Blog } from '../blog/model.ts';

/** A Latin name or abbreviation: `CoT`, `GPT`, `Scaling Law`. */
const name = /\b[A-Z][A-Za-z0-9+#.-]*[A-Za-z0-9+#](?: [A-Z][A-Za-z0-9+#-]*)*/g;

/** Most names given, and how many posts are read for them. */
const most = 3;
const postsRead = 200;

const namesByBlog = new WeakMap<Blog, readonly string[]>();

/** Latin names that the newest posts' titles, headings, labels and tags hold, the most frequent first. */
export function latinNames(blog: Blog): readonly string[] {
  const known = namesByBlog.get(blog);
  if (known) return known;
  const counts = new Map<string, number>();
  for (const post of blog.posts.slice(0, postsRead)) {
    const headings = post.sections.map(({ heading }) => heading);
    const labels = post.insights.map(({ label, text }) => `${label}\n${text}`);
    for (const [found] of [post.title, ...headings, ...labels, ...post.tags].join('\n').matchAll(name)) {
      counts.set(found, (counts.get(found) ?? 0) + 1);
    }
  }
  const names = [...counts].sort(([, a], [, b]) => b - a).map(([found]) => found);
  namesByBlog.set(blog, names.slice(0, most));
  return names.slice(0, most);
}
