import type { Root, RootContent } from 'mdast';
import { insightKindOf } from './insight-labels.ts';
import { oneLine, plainText } from './text.ts';

/** Columns: a Chinese sign takes two, anything else one. 140 Chinese or 280 Latin characters. */
const longest = 280;

/** What the author writes stands as written up to this many columns. */
const longestOwn = 800;

const wide =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303f\uff00-\uffef]/u;

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });
const sentences = new Intl.Segmenter('und', { granularity: 'sentence' });

function columnsOf(text: string): number {
  let columns = 0;
  for (const sign of text) columns += wide.test(sign) ? 2 : 1;
  return columns;
}

function cutAtGrapheme(text: string, most: number): string {
  let columns = 0;
  let end = 0;
  for (const { segment, index } of graphemes.segment(text)) {
    columns += columnsOf(segment);
    if (columns > most) break;
    end = index + segment.length;
  }
  const cut = text.slice(0, end);
  const lastSpace = cut.lastIndexOf(' ');
  return `${(lastSpace > end / 2 ? cut.slice(0, lastSpace) : cut).trimEnd()}…`;
}

/** Whole sentences of a text within so many columns; where not even one fits, its beginning and an ellipsis. */
export function wholeSentences(text: string, most: number = longest): string {
  const line = text.replace(/\s+/gu, ' ').trim();
  if (columnsOf(line.slice(0, most + 1)) <= most && line.length <= most) return line;
  let end = 0;
  // Every sign takes a column at least, so what fits is within this much text.
  const head = line.slice(0, most * 2);
  for (const { segment, index } of sentences.segment(head)) {
    const next = index + segment.length;
    if (
      columnsOf(head.slice(0, next).trimEnd()) > most ||
      (next === head.length && head.length < line.length)
    )
      break;
    end = next;
  }
  return end === 0 ? cutAtGrapheme(head, most - 1) : line.slice(0, end).trimEnd();
}

const moreMarker = /^(?:<!--\s{0,9}(?:more|truncate|excerpt)\s{0,9}-->|\{\/\*\s{0,9}truncate\s{0,9}\*\/\})/i;

function isMoreMarker(node: RootContent): boolean {
  if (node.type === 'html') return moreMarker.test(node.value);
  return node.type === 'paragraph' && moreMarker.test(oneLine([node]));
}

function isRealParagraph(node: RootContent): boolean {
  if (node.type !== 'paragraph' || node.children.every(child => child.type === 'image')) return false;
  const text = oneLine([node]);
  if (text === '' || /^[[{]+\s?toc\s?[\]}]+$/i.test(text)) return false;
  return !/[:：]$/.test(text) || text.length > 40 || insightKindOf(text) === undefined;
}

/**
 * What a post says of itself in a few lines, as plain text on one line: `own`, what its front matter says; else what
 * stands before its more-marker; else its first real paragraph. Empty where the post has no words.
 */
export function excerptOf(root: Root, own: string | undefined): string {
  if (own !== undefined) return wholeSentences(own, longestOwn);
  const more = root.children.findIndex(isMoreMarker);
  const before = more < 0 ? [] : root.children.slice(0, more).filter(node => node.type !== 'heading');
  const introduction = plainText(before);
  if (introduction !== '') return wholeSentences(introduction);
  const paragraph = root.children.find(isRealParagraph);
  return paragraph === undefined ? '' : wholeSentences(oneLine([paragraph]));
}
