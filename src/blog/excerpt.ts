import type { Paragraph, PhrasingContent, Root, RootContent } from 'mdast';
import { wholeSentences } from './sentences.ts';
import { oneLine, plainText } from './text.ts';

/** Columns: 140 Chinese or 280 Latin characters. */
const longest = 280;

/** What the author wrote as an excerpt is cut later, in columns. */
const longestOwn = 800;

const moreMarker = /^(?:<!--\s{0,9}(?:more|truncate|excerpt)\s{0,9}-->|\{\/\*\s{0,9}truncate\s{0,9}\*\/\})/i;

/** `[toc]`, `[[_TOC_]]`, `{:toc}`: a table of contents is to stand there. */
const tocMarker = /^[[{@]{1,3}:?\s?_?toc_?\s?[\]}]{0,3}$/i;

function isMoreMarker(node: RootContent): boolean {
  if (node.type === 'html') return moreMarker.test(node.value);
  return node.type === 'paragraph' && moreMarker.test(oneLine([node]));
}

function isPicture(node: PhrasingContent): boolean {
  return node.type === 'image' || (node.type === 'link' && node.children.every(isPicture));
}

/** The words of a paragraph without those of its pictures; empty for a mere marker. */
function wordsOf(paragraph: Paragraph): string {
  const words = oneLine(paragraph.children.filter(child => !isPicture(child)));
  return tocMarker.test(words) ? '' : words;
}

/** The first paragraph that does not only lead to a quote or a list, else the first with any words. */
function firstParagraph(root: Root): string {
  const paragraphs = root.children.flatMap(node => (node.type === 'paragraph' ? [wordsOf(node)] : []));
  const worded = paragraphs.filter(words => words !== '');
  return worded.find(words => !/[:：]$/u.test(words)) ?? worded[0] ?? '';
}

/** What stands before the more-marker, without headings; empty where there is no marker. */
function introduction(root: Root): string {
  const before = root.children.slice(0, Math.max(0, root.children.findIndex(isMoreMarker)));
  return plainText(before.filter(node => node.type !== 'heading'));
}

/**
 * What a post says of itself in a few lines, as plain text on one line: `own`, what its front matter says; else what
 * stands before its more-marker; else its first real paragraph; whole sentences of these. Empty where the post has
 * no words.
 */
export function excerptOf(root: Root, own: string | undefined): string {
  if (own !== undefined) return wholeSentences(own, longestOwn);
  return wholeSentences(introduction(root) || firstParagraph(root), longest);
}
