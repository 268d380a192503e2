import type { Nodes } from 'mdast';

/*
 * Signs and words a minute of someone who reads an essay with care: 300 Han signs is what Hexo's counters take, and
 * between the 255 measured for reading aloud and the 400 for skimming; kana and Hangul say less a sign.
 */
const hanPerMinute = 300;
const syllablesPerMinute = 600;
const wordsPerMinute = 200;

/** Code is looked through rather than read: a word of it counts as this much of one. */
const codeWeight = 0.25;

const han = /\p{Script=Han}/gu;
const syllable = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu;
const word = /[\p{L}\p{N}]+/gu;

function count(text: string, what: RegExp): number {
  return text.match(what)?.length ?? 0;
}

function minutesOf(text: string): number {
  const others = text.replace(han, ' ').replace(syllable, ' ');
  return (
    count(text, han) / hanPerMinute +
    count(text, syllable) / syllablesPerMinute +
    count(others, word) / wordsPerMinute
  );
}

function minutesOfNode(node: Nodes): number {
  if (node.type === 'html') return 0;
  if (node.type === 'code' || node.type === 'math') return minutesOf(node.value) * codeWeight;
  if ('value' in node) return minutesOf(node.value);
  if (!('children' in node)) return 0;
  return node.children.reduce((sum, child) => sum + minutesOfNode(child), 0);
}

/** How long a post takes to read, in whole minutes, at least 1. Pictures and HTML take no time. */
export function readingMinutes(nodes: readonly Nodes[]): number {
  return Math.max(1, Math.round(nodes.reduce((sum, node) => sum + minutesOfNode(node), 0)));
}
