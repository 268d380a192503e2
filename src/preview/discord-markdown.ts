import type { DiscordMention, DiscordNode } from './markdown/nodes.ts';
import { MESSAGE, read } from './markdown/read.ts';

/**
 * Reads a text as Discord's clients read a message, a text display or an embed's description. Shares nothing with
 * the renderer, so that it can judge it. Never throws; takes time in proportion to the text's length, whatever it
 * holds. Newlines stay in the text; a block takes the newline that ends it.
 */
export function parse(text: string): readonly DiscordNode[] {
  return read(text.replace(/\r\n?/g, '\n'), MESSAGE);
}

/**
 * The plain text that a reader sees: without marks, a link by its label, an address as it is, each block on lines
 * of its own. Bullets and the numbers of lists are left out, since they stand in no text.
 */
export function textOf(nodes: readonly DiscordNode[]): string {
  let text = '';
  let afterBlock = false;
  for (const node of nodes) {
    const block = isBlock(node);
    if ((block && text !== '' && !text.endsWith('\n')) || afterBlock) text += '\n';
    text += textOfNode(node);
    afterBlock = block;
  }
  return text;
}

function isBlock({ type }: DiscordNode): boolean {
  return type === 'heading' || type === 'small' || type === 'quote' || type === 'list' || type === 'fence';
}

function textOfNode(node: DiscordNode): string {
  switch (node.type) {
    case 'text':
    case 'code':
    case 'fence':
      return node.value;
    case 'list':
      return node.items.map(textOf).join('\n');
    case 'url':
      return node.url;
    case 'mention':
      return mentionText(node);
    case 'timestamp':
      return new Date(node.seconds * 1000).toISOString();
    case 'emoji':
      return `:${node.name}:`;
    default:
      return textOf(node.children);
  }
}

/** A mention as far as it can be known without the server. */
export function mentionText(mention: DiscordMention): string {
  switch (mention.kind) {
    case 'user':
      return `@${mention.id}`;
    case 'role':
      return `@&${mention.id}`;
    case 'channel':
    case 'page':
      return `#${mention.kind === 'page' ? mention.name : mention.id}`;
    case 'command':
      return `/${mention.name}`;
    default:
      return `@${mention.kind}`;
  }
}
