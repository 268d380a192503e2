import type { Nodes } from 'mdast';

const cjkPerMinute = 400;
const wordsPerMinute = 200;
/** Code is looked through rather than read: a word of it counts as this much of one. */
const codeWeight = 0.25;

const cjk = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu;
const word = /[\p{L}\p{N}]+/gu;

function minutesOf(text: string): number {
  const signs = text.match(cjk)?.length ?? 0;
  const words = text.replace(cjk, ' ').match(word)?.length ?? 0;
  return signs / cjkPerMinute + words / wordsPerMinute;
}

function minutesOfNode(node: Nodes): number {
  if (node.type === 'html') return 0;
  if (node.type === 'code' || node.type === 'math') return minutesOf(node.value) * codeWeight;
  if ('value' in node) return minutesOf(node.value);
  if (!('children' in node)) return 0;
  return node.children.reduce((sum, child) => sum + minutesOfNode(child), 0);
}

/** How long a post takes to read, in whole minutes, at least 1: 400 Chinese signs or 200 Latin words a minute. */
export function readingMinutes(nodes: readonly Nodes[]): number {
  return Math.max(1, Math.round(nodes.reduce((sum, node) => sum + minutesOfNode(node), 0)));
}
