import type { RootContent } from 'mdast';
import { toString as plainText } from 'mdast-util-to-string';
import type { Post, Section } from '../blog/model.ts';
import { columnsOf } from '../blog/sentences.ts';
import type { Page } from './model.ts';
import { paginate } from './pager.ts';
import { isWholeInHeading } from './titles.ts';

/** Most characters of a page's body: what a message holds, less its heading, its small lines and a note. */
const mostBody = 3_100;

/** What stands below a section's heading: a heading too long to be shown whole stands there as well, in full. */
function bodyOf({ heading, nodes }: Section): readonly RootContent[] {
  if (isWholeInHeading(heading)) return nodes;
  return [{ type: 'paragraph', children: [{ type: 'text', value: heading }] }, ...nodes];
}

const isBare = (section: Section): boolean => bodyOf(section).length === 0;

const pagesBySection = new WeakMap<Section, readonly [Page, ...Page[]]>();

/** A section's pages; at least one. Kept as long as the section lives. */
export function pagesOf(section: Section): readonly [Page, ...Page[]] {
  const known = pagesBySection.get(section);
  if (known) return known;
  const pages = paginate(bodyOf(section), { most: mostBody });
  pagesBySection.set(section, pages);
  return pages;
}

/** Most characters of the headings that stand together above a page, and what each takes besides its words. */
const mostHeadings = 256;
const headingMark = 5;

/**
 * What is shown where a reader opens `section`: its heading, and where nothing stands under it the headings
 * that follow, down to the first section with a body or to as many as fit. Reading on goes to what follows the last of them.
 */
export function opened(post: Post, section: Section): readonly [Section, ...Section[]] {
  const rest: Section[] = [];
  let last = section;
  let length = section.heading.length;
  while (isBare(last)) {
    const next = post.sections[last.ordinal + 1];
    length += (next?.heading.length ?? 0) + headingMark;
    if (next === undefined || length > mostHeadings) break;
    rest.push(next);
    last = next;
  }
  return [section, ...rest];
}

/** The section that *Back* leads to from `section`: the nearest earlier one with a body, else the first. */
export function before(post: Post, section: Section): Section | undefined {
  const earlier = post.sections.slice(0, section.ordinal);
  return earlier.findLast(one => !isBare(one)) ?? earlier[0];
}

const widthsByPost = new WeakMap<Post, readonly number[]>();

function widthsOf(post: Post): readonly number[] {
  const known = widthsByPost.get(post);
  if (known) return known;
  const widths = post.sections.map(({ nodes }) =>
    columnsOf(plainText({ type: 'root', children: [...nodes] })),
  );
  widthsByPost.set(post, widths);
  return widths;
}

/** Minutes of reading that follow page `page` (0-based) of a section; 0 on the post's last page. */
export function minutesLeft(post: Post, section: Section, page: number): number {
  const widths = widthsOf(post);
  const total = widths.reduce((sum, width) => sum + width, 0);
  const pages = pagesOf(section).length;
  const here = (widths[section.ordinal] ?? 0) * ((pages - page - 1) / pages);
  const later = widths.slice(section.ordinal + 1).reduce((sum, width) => sum + width, 0);
  return total === 0 || here + later === 0
    ? 0
    : Math.max(1, Math.round((post.minutes * (here + later)) / total));
}
