import type { Insight, Post, Section } from '../blog/model.ts';
import { limits } from './limits.ts';

/** The address of a section on the site; the post's own where its heading has no anchor. */
export function sectionAddress(post: Post, section: Section | undefined): string | undefined {
  if (post.url === undefined) return undefined;
  return section?.anchor ? `${post.url}#${encodeURIComponent(section.anchor)}` : post.url;
}

/** How many characters of a quote a text fragment names: enough to be found, few enough for a button's address. */
const fragmentLength = 24;

/**
 * The address of a quoted insight on the site: a text fragment of how the quote begins
 * (https://wicg.github.io/scroll-to-text-fragment/), which browsers scroll to and highlight.
 */
export function insightAddress(post: Post, insight: Insight): string | undefined {
  if (post.url === undefined) return undefined;
  const start = [...insight.text].slice(0, fragmentLength).join('').split('\n', 1)[0]?.trim() ?? '';
  const fragment = encodeURIComponent(start.toWellFormed()).replaceAll('-', '%2D');
  const address = `${post.url}#:~:text=${fragment}`;
  return start !== '' && address.length <= limits.buttonUrl ? address : post.url;
}
