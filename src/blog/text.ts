import type { Nodes, RootContent } from 'mdast';

/** Tags, comments, styles and scripts; what has no end goes on to that of the text, so that reading stays linear. */
const htmlTag = /<!--[\s\S]*?(?:-->|$)|<(style|script)\b[\s\S]*?(?:<\/\1>|$)|<[a-z/!?][^<>]*>/giu;

/** HTML without all that is not read. */
function textOfHtml(html: string): string {
  return html.replace(htmlTag, '');
}

function textOfChildren(children: readonly Nodes[], between: string): string {
  return children
    .map(textOf)
    .filter(text => text !== '')
    .join(between);
}

function textOf(node: Nodes): string {
  switch (node.type) {
    case 'text':
    case 'inlineCode':
    case 'inlineMath':
    case 'code':
    case 'math':
      return node.value;
    case 'html':
      return textOfHtml(node.value);
    case 'image':
    case 'imageReference':
      return node.alt ?? '';
    case 'break':
      return '\n';
    case 'paragraph':
    case 'heading':
    case 'emphasis':
    case 'strong':
    case 'delete':
    case 'link':
    case 'linkReference':
      return node.children.map(textOf).join('');
    case 'tableRow':
      return textOfChildren(node.children, ' ');
    case 'tableCell':
      return node.children.map(textOf).join('');
    case 'root':
    case 'blockquote':
    case 'list':
    case 'listItem':
    case 'table':
    case 'footnoteDefinition':
      return textOfChildren(node.children, '\n');
    case 'footnoteReference':
    case 'thematicBreak':
    case 'definition':
    case 'yaml':
      return '';
  }
}

/**
 * What a reader reads, without any Markdown: blocks, list items and table rows on lines of their own, code and
 * formulas as written, pictures by their alt text, HTML without its tags.
 */
export function plainText(nodes: readonly Nodes[]): string {
  return textOfChildren(nodes, '\n').trim();
}

/** The same on one line, for headings, labels and titles. */
export function oneLine(nodes: readonly Nodes[]): string {
  return nodes.map(textOf).join('').replace(/\s+/gu, ' ').trim();
}

/** True for what shows nothing on the page: comments, definitions, rules. */
export function isSilent(node: RootContent): boolean {
  if (node.type === 'html') return node.value.startsWith('<!--') && textOfHtml(node.value).trim() === '';
  return node.type === 'thematicBreak' || node.type === 'definition' || node.type === 'yaml';
}
