import type { Html, Nodes, RootContent } from 'mdast';
import stripHtml from 'remark-strip-html';
import { plainText } from '../blog/text.ts';

const strip = stripHtml();

const unseen = /^\s*<(?:script|style)\b/i;
const comment = /<!--[\s\S]*?(?:-->|$)/g;
const lineEnd = /<(?:br|hr|\/(?:p|div|li|tr|td|th|dd|dt|summary|figcaption|h[1-6]))\b[^<>]*>/gi;

/**
 * An HTML node as text. remark-strip-html looks for each `<` to the end of the text, so what follows the last
 * `>` is kept from it: there it would find nothing, in quadratic time.
 */
const withoutTags = (html: Html): Nodes => {
  if (unseen.test(html.value)) return { type: 'text', value: '' };
  const seen = html.value.replace(comment, '').replace(lineEnd, '\n');
  const end = seen.lastIndexOf('>') + 1;
  const text = strip({ type: 'html', value: seen.slice(0, end) });
  const value = 'value' in text ? text.value : '';
  return { type: 'text', value: value + seen.slice(end) };
};

const holdsHtml = (node: Nodes): boolean =>
  node.type === 'html' || ('children' in node && node.children.some(holdsHtml));

/** Changes the tree in place. The plug-in gets one HTML node at a time: of a whole tree it merges neighbours. */
const replaceHtml = (children: Nodes[]): void => {
  children.forEach((child, at) => {
    if (child.type === 'html') children[at] = withoutTags(child);
    else if ('children' in child) replaceHtml(child.children);
  });
};

const withoutHtml = (nodes: readonly Nodes[]): readonly Nodes[] => {
  if (!nodes.some(holdsHtml)) return nodes;
  const copies: Nodes[] = structuredClone([...nodes]);
  replaceHtml(copies);
  return copies;
};

/**
 * What a section says, for the index: blocks, list items and table rows on lines of their own, code and formulas
 * as written, pictures by their alt text, HTML without its tags.
 */
export const plainTextOf = (nodes: readonly RootContent[]): string => plainText(withoutHtml(nodes));
