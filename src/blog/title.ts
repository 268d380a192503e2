import type { Root } from 'mdast';
import type { Dialect } from './dialects/model.ts';
import { unknown } from './dialects/unknown.ts';
import { decodeEntities } from './entities.ts';
import { type Fields, textField } from './fields.ts';
import { nameOf } from './name.ts';
import { oneLine } from './text.ts';

const names = ['title', 'titleText', 'name', 'meta.title'];

/** Nobody writes a longer one, and every page and list shows it; in characters. */
const longest = 256;

/** Dates and numbers that only put files in order: `2025-06-12-`, `20250612231400-`, `001-`, `01.`. */
const order = /^(?:\d{4}-\d{1,2}-\d{1,2}|\d{14}|\d{12}|\d{8}|\d{1,3}(?=[.-]))(?!\d)[-_.\s]*(?=.)/;

function shortened(title: string): string {
  if (title.length <= longest) return title;
  return `${title
    .slice(0, longest - 1)
    .toWellFormed()
    .replace(/\ufffd$/, '')
    .trimEnd()}…`;
}

function headingOf(root: Root): string {
  const heading = root.children.find(node => node.type === 'heading' && node.depth === 1);
  return heading === undefined ? '' : oneLine([heading]);
}

/**
 * A post's title, on one line: that of its front matter, else its first h1 (unless the dialect takes names for
 * titles), else its file's name. Never empty.
 */
export function titleOf(data: Fields, root: Root, path: string, dialect: Dialect = unknown): string {
  const own = decodeEntities(textField(data, [...(dialect.names?.title ?? []), ...names]) ?? '')
    .replace(/\s+/gu, ' ')
    .trim();
  const name = nameOf(path);
  const heading = dialect.titleIsName ? '' : headingOf(root);
  return shortened(own || heading || name.replace(order, '') || name || path);
}
