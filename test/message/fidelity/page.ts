import type { PagePart } from '../../../src/message/model.ts';
import { parse } from '../../../src/preview/discord-markdown.ts';
import type { DiscordNode } from '../../../src/preview/markdown/nodes.ts';
import { type Look, plain, type Reader, type Reading, reader } from './reading.ts';

/** A narrow table stands as code, with a rule below its head. */
const isTable = (code: string): boolean => /^─+( {2}─+)*$/.test(code.split('\n')[1] ?? '');

function readNode(node: DiscordNode, look: Look, into: Reader): void {
  switch (node.type) {
    case 'text':
      into.text(node.value, look);
      break;
    case 'code':
      into.code(node.value, look);
      break;
    case 'fence':
      if (isTable(node.value)) into.text(node.value, look);
      else into.code(node.value, look);
      break;
    case 'strong':
    case 'emphasis':
    case 'strike':
      readNodes(node.children, { ...look, [node.type]: true }, into);
      break;
    case 'heading':
    case 'quote':
      readNodes(node.children, look, into);
      break;
    case 'list':
      for (const item of node.items) readNodes(item, look, into);
      break;
    case 'link':
      into.link(node.url);
      readNodes(node.children, look, into);
      break;
    case 'url':
      into.address(node.url);
      break;
    default:
      // A mention, a timestamp, a spoiler: nothing that a post may make.
      into.text(`<${node.type}>`, look);
  }
}

function readNodes(nodes: readonly DiscordNode[], look: Look, into: Reader): void {
  for (const node of nodes) readNode(node, look, into);
}

/** What a reader of Discord gets from a page, as the independent parser reads it. */
export function readPage(parts: readonly PagePart[]): Reading {
  const into = reader();
  for (const part of parts) {
    if (part.kind === 'text') {
      readNodes(parse(part.text), plain, into);
      continue;
    }
    for (const { url, alt } of part.pictures) {
      if (url !== undefined) into.link(url);
      into.text(alt, plain);
    }
  }
  return into.reading();
}
