import type { Root, RootContent } from 'mdast';
import { oneLine } from '../../text.ts';
import { eachParent, replaceChildren } from './walk.ts';

/** `[toc]`, `[[_TOC_]]`, `@[toc]`: a table of contents is to stand there, which readers have already. */
const contents = /^(?:@?\[{1,2}_?toc_?\]{1,2}|@toc|\$\{toc\}|\{:?toc\})$/i;

function isEmpty(node: RootContent): boolean {
  switch (node.type) {
    case 'paragraph':
      return (
        node.children.every(child => child.type === 'text' && child.value.trim() === '') || isContents(node)
      );
    case 'blockquote':
    case 'list':
      return node.children.length === 0;
    default:
      return false;
  }
}

function isContents(node: RootContent): boolean {
  const line = oneLine([node]);
  return line.length < 12 && contents.test(line);
}

/** Takes out what shows nothing: empty paragraphs and quotes, and the marks of tables of contents. */
export function dropEmpty(root: Root): void {
  eachParent(root, parent => {
    const children: readonly RootContent[] = parent.children;
    const kept = children.filter(child => !isEmpty(child));
    if (kept.length < children.length) replaceChildren(parent, kept);
  });
}
