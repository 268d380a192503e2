import type { RootContent } from 'mdast';
import { mostInsights } from './insight.ts';
import type { Insight, Section } from './model.ts';
import { leadingNumber } from './number.ts';
import { oneLine, plainText } from './text.ts';

const depths = [1, 2, 3, 4, 5, 6];

/** What a numbered section says first: its first quote, else its first paragraph that does not only lead to more. */
function quoteOf({ nodes }: Section): readonly RootContent[] {
  const quote = nodes.find(node => node.type === 'blockquote');
  if (quote?.type === 'blockquote') return quote.children;
  const paragraphs = nodes.filter(node => node.type === 'paragraph' && oneLine([node]) !== '');
  const telling = paragraphs.find(node => !/[:：]$/u.test(oneLine([node]))) ?? paragraphs[0];
  return telling === undefined ? [] : [telling];
}

/**
 * True where the numbered headings are the post's own frame: they count from 1 without a gap, each says something,
 * and no more headings of their depth or above go without a number.
 */
function isFrame(numbered: readonly Section[], sections: readonly Section[], depth: number): boolean {
  const others =
    sections.filter(section => section.depth > 0 && section.depth <= depth).length - numbered.length;
  return (
    numbered.length >= 2 &&
    others <= numbered.length &&
    numbered.every((section, index) => section.number === index + 1) &&
    numbered.every(section => plainText(quoteOf(section)) !== '')
  );
}

/** The headings of a post that are numbered 1, 2, 3 … at one depth, as its points; empty where they are none. */
export function insightsOfHeadings(sections: readonly Section[]): Insight[] {
  const frame = depths
    .map(depth => ({
      depth,
      numbered: sections.filter(section => section.depth === depth && section.number !== undefined),
    }))
    .find(({ depth, numbered }) => isFrame(numbered, sections, depth));
  return (frame?.numbered ?? []).slice(0, mostInsights).map((section, index) => {
    const quote = quoteOf(section);
    const label = leadingNumber(section.heading)?.rest ?? section.heading;
    return { number: index + 1, label, quote, text: plainText(quote), section: section.id };
  });
}
