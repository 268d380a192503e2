import type { Post, Section } from '../blog/model.ts';
import type { Words } from '../words/model.ts';
import { limits } from './limits.ts';
import { escapeText } from './markdown/escape.ts';
import type { Layout, Row } from './model.ts';
import { button, buttons, linkButton, type Option, select, small, text } from './parts.ts';
import { cut } from './shorten.ts';
import { foreign, heading } from './titles.ts';

/** Sections a page: a select's options, less the two that lead to the pages before and after. */
const sectionsPerPage = limits.selectOptions - 2;

const levelsByPost = new WeakMap<Post, readonly number[]>();

/** How deep each section of a post stands under others: an h4 right below an h2 is one deeper. */
function levelsOf(post: Post): readonly number[] {
  const known = levelsByPost.get(post);
  if (known) return known;
  const above: number[] = [];
  const levels = post.sections.map(({ depth }) => {
    while (above.length > 0 && (above.at(-1) ?? 0) >= depth) above.pop();
    if (depth > 0) above.push(depth);
    return Math.max(0, above.length - 1);
  });
  levelsByPost.set(post, levels);
  return levels;
}

/** A section's name where sections are listed: its heading, indented by how deep it stands. */
export function sectionName(post: Post, section: Section, words: Words): string {
  const indent = '· '.repeat(levelsOf(post)[section.ordinal] ?? 0);
  return `${indent}${section.heading || words.small.introduction}`;
}

/** A select that jumps to a section: `page`'s sections, and the pages before and after where there are such. */
export function sectionSelect(post: Post, page: number, words: Words): readonly Row[] {
  const start = page * sectionsPerPage;
  const shown = post.sections.slice(start, start + sectionsPerPage);
  const contents = (to: number): Option['route'] => ({ to: 'contents', post: post.key, page: to });
  const options: readonly Option[] = [
    ...(start > 0 ? [{ label: words.selects.earlierSections, route: contents(page - 1) }] : []),
    ...shown.map(section => ({
      label: sectionName(post, section, words),
      route: { to: 'read', post: post.key, section: section.id, page: 0 } as const,
    })),
    ...(start + sectionsPerPage < post.sections.length
      ? [{ label: words.selects.laterSections, route: contents(page + 1) }]
      : []),
  ];
  return shown.length + start > 1 ? select('section', words.selects.section, options) : [];
}

/** The page of the contents on which a section stands. */
export const contentsPageOf = (section: Section): number => Math.floor(section.ordinal / sectionsPerPage);

/** A post's contents: its sections a page at a time, each to be jumped to. */
export function contents(post: Post, page: number, words: Words): Layout {
  const pages = Math.max(1, Math.ceil(post.sections.length / sectionsPerPage));
  const at = Math.min(page, pages - 1);
  const shown = post.sections.slice(at * sectionsPerPage, (at + 1) * sectionsPerPage);
  const [first] = post.sections;
  const { key } = post;
  const lines = shown.map(section => escapeText(cut(sectionName(post, section, words), 120)));
  return {
    body: [
      text(
        [
          small(
            words.small.contents,
            pages > 1 ? words.small.page(at + 1, pages) : undefined,
            foreign(post, words),
          ),
          heading(post.title, post.url),
        ].join('\n'),
      ),
      ...(lines.length > 0 ? [text(lines.join('\n'))] : []),
    ],
    rows: [
      ...buttons(
        first && button(words.buttons.fromTheStart, { to: 'read', post: key, section: first.id, page: 0 }),
        linkButton(words.buttons.site, post.url),
      ),
      ...sectionSelect(post, at, words),
    ],
  };
}
