import type { Root } from 'mdast';
import { settle } from '../markdown.ts';
import { lowerElements } from './html/elements.ts';
import { dropEmpty } from './tree/empty.ts';
import { readBoldHeadings } from './tree/headings.ts';

/**
 * Reads HTML as a tree of plain Markdown: what a browser shows of it stands in its place. Signs that mean something in
 * Markdown are none in HTML, and stay text. Never throws.
 */
export function readHtml(html: string): Root {
  const root = lowerElements({ type: 'root', children: [{ type: 'html', value: html }] });
  settle(root);
  dropEmpty(root);
  readBoldHeadings(root);
  return root;
}
