import type { Heading, Root, RootContent } from 'mdast';
import { oneLine } from '../../text.ts';

declare module 'mdast' {
  interface HeadingData {
    /** The fragment that its author gives it, or none where the site knows it as no heading: `''`. */
    anchor?: string;
  }
}

/** Longest bold line that may be a heading, in characters. */
const longest = 80;

/** Fewest bold lines that make headings of them. */
const fewest = 2;

/** What a sentence ends with; a heading may be a question. */
const sentenceEnd = /[。．.！!；;，,：:、…]$/u;

/** The heading that a bold line alone is written for; undefined for all else. */
function headingFrom(node: RootContent | undefined): Heading | undefined {
  if (node?.type !== 'paragraph' || node.children.length !== 1) return undefined;
  const [bold] = node.children;
  if (bold?.type !== 'strong') return undefined;
  const line = oneLine([bold]);
  if (line === '' || line.length > longest || sentenceEnd.test(line)) return undefined;
  if (bold.children.some(child => child.type === 'break' || child.type === 'image')) return undefined;
  return { type: 'heading', depth: 2, children: bold.children, data: { anchor: '' } };
}

/**
 * Makes headings of bold lines that stand alone, in place, in a post that has no others: at least two, each of which
 * something follows that is no such line.
 */
export function readBoldHeadings(root: Root): void {
  if (root.children.some(node => node.type === 'heading')) return;
  const headings = root.children.map(headingFrom);
  const isLeading = (index: number): boolean =>
    headings[index] !== undefined && headings[index + 1] === undefined && index + 1 < headings.length;
  const found = headings.filter((heading, index) => heading !== undefined && isLeading(index)).length;
  if (found < fewest || headings.some((heading, index) => heading !== undefined && !isLeading(index))) return;
  root.children = root.children.map((node, index) => headings[index] ?? node);
}

const ownId = /(?<![ \t])[ \t]*\{#([\p{L}\p{N}_.:-]{1,200})(?:[ \t][^{}]{0,200})?\}[ \t]*$/u;

/** Takes the id that a heading is given, `## Title {#id}`, off its text, in place: it is where the heading stands. */
export function takeAnchors(root: Root): void {
  for (const node of root.children) {
    const last = node.type === 'heading' ? node.children.at(-1) : undefined;
    const id = last?.type === 'text' ? ownId.exec(last.value) : null;
    if (node.type !== 'heading' || last?.type !== 'text' || id === null) continue;
    last.value = last.value.slice(0, id.index);
    node.data = { anchor: id[1] };
  }
}
