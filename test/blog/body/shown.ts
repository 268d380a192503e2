import type { Nodes } from 'mdast';
import { readBody } from '../../../src/blog/body/body.ts';
import type { DialectName } from '../../../src/blog/model.ts';

function inLine(nodes: readonly Nodes[]): string {
  return nodes.map(write).join('');
}

function inBlocks(nodes: readonly Nodes[]): string {
  return nodes.map(write).join('\n\n');
}

/** A node in the fewest signs that tell it from others. */
function write(node: Nodes): string {
  switch (node.type) {
    case 'strong':
      return `**${inLine(node.children)}**`;
    case 'emphasis':
      return `*${inLine(node.children)}*`;
    case 'delete':
      return `~~${inLine(node.children)}~~`;
    case 'link':
      return `[${inLine(node.children)}](${node.url})`;
    case 'image':
      return `![${node.alt ?? ''}](${node.url})`;
    case 'inlineCode':
      return `\`${node.value}\``;
    case 'inlineMath':
    case 'math':
      return `$${node.value}$`;
    case 'break':
      return '⏎';
    case 'code':
      return `\`\`\`${node.lang ?? ''}\n${node.value}\n\`\`\``;
    case 'heading':
      return `${'#'.repeat(node.depth)} ${inLine(node.children)}`;
    case 'blockquote':
      return inBlocks(node.children).replace(/^/gm, '> ');
    case 'list':
      return node.children.map(write).join('\n');
    case 'listItem':
      return `- ${inBlocks(node.children).replace(/\n/g, '\n  ')}`;
    case 'table':
      return node.children.map(write).join('\n');
    case 'tableRow':
      return `| ${node.children.map(write).join(' | ')} |`;
    case 'footnoteReference':
      return `[^${node.identifier}]`;
    case 'footnoteDefinition':
      return `[^${node.identifier}]: ${inBlocks(node.children)}`;
    case 'thematicBreak':
      return '---';
    case 'root':
      return inBlocks(node.children);
    default:
      if ('children' in node) return inLine(node.children);
      return 'value' in node ? node.value : '';
  }
}

/** Blocks in plain signs, as `shown` has them. */
export const signs = (nodes: readonly Nodes[]): string => inBlocks(nodes);

/** What a reader sees of a post's body, in plain signs: `**bold**`, `> quote`, `- item`, `⏎` for a line's end. */
export function shown(
  text: string,
  { path = 'post.md', dialect }: { path?: string; dialect?: DialectName } = {},
) {
  return write(readBody({ text, path, dialect }));
}
