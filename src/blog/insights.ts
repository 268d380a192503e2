import type { List, ListItem, Paragraph, PhrasingContent, Root, RootContent } from 'mdast';
import { type Fields, field, fieldsOf, textField, textValue } from './fields.ts';
import { insightKindOf } from './insight-labels.ts';
import { joinSections } from './insight-sections.ts';
import { readMarkdown } from './markdown.ts';
import type { Insight, InsightKind, Section } from './model.ts';
import { leadingNumber } from './number.ts';
import { isSilent, oneLine, plainText } from './text.ts';

export interface Insights {
  readonly insights: readonly Insight[];
  readonly kind?: InsightKind;
  /** The same sections, those that discuss an insight with its number. */
  readonly sections: readonly Section[];
}

/** More than these are no points of a post; further ones are left out. */
const most = 1000;

const closingColon = /\s*[:：]\s*$/u;

/** An item's leading bold text that ends in a colon, inside or after it, and the paragraph without both. */
function splitLabel(
  paragraph: Paragraph,
): { readonly label: string; readonly rest: PhrasingContent[] } | undefined {
  const [first, second, ...others] = paragraph.children;
  if (first?.type !== 'strong') return undefined;
  const bold = oneLine([first]);
  if (closingColon.test(bold)) {
    return { label: bold.replace(closingColon, ''), rest: trimmedStart(paragraph.children.slice(1)) };
  }
  if (second?.type !== 'text' || !/^\s?[:：]/u.test(second.value)) return undefined;
  const after = { ...second, value: second.value.replace(/^\s?[:：]\s*/u, '') };
  return { label: bold, rest: trimmedStart([after, ...others]) };
}

/** Without the white space and the empty text that a removed label leaves behind. */
function trimmedStart(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const [first, ...others] = nodes;
  if (first?.type === 'break') return trimmedStart(others);
  if (first?.type !== 'text') return [...nodes];
  const value = first.value.trimStart();
  return value === '' ? trimmedStart(others) : [{ ...first, value }, ...others];
}

/** An insight from the blocks that say it: a list item's, or those of a text in the front matter. */
function insightOf(number: number, blocks: readonly RootContent[]): Insight {
  const [first, ...others] = blocks;
  const split = first?.type === 'paragraph' ? splitLabel(first) : undefined;
  const rest: RootContent[] =
    first?.type === 'paragraph' && split !== undefined && split.rest.length > 0
      ? [{ ...first, children: split.rest }, ...others]
      : others;
  if (split === undefined || rest.length === 0) {
    return { number, label: '', quote: blocks, text: plainText(blocks) };
  }
  return { number, label: split.label, quote: rest, text: plainText(rest) };
}

function insightsOfList(list: List): Insight[] {
  const start = Math.max(1, list.start ?? 1);
  return list.children.slice(0, most).map((item: ListItem, index) => insightOf(start + index, item.children));
}

/** `insights:` of the front matter: texts, or mappings with a label and a quote. */
function insightsOfData(data: Fields): Insight[] {
  const listed = field(data, 'insights');
  if (!Array.isArray(listed)) return [];
  return listed
    .slice(0, most)
    .flatMap((item: unknown) => {
      const held = fieldsOf(item);
      const text = held === undefined ? textValue(item) : textField(held, ['quote', 'text']);
      const label = held === undefined ? undefined : textField(held, ['label']);
      if (text === undefined) return [];
      const blocks = readMarkdown(text).children;
      return [{ label, blocks }];
    })
    .map(({ label, blocks }, index) =>
      label === undefined
        ? insightOf(index + 1, blocks)
        : {
            number: index + 1,
            label: label.replace(closingColon, ''),
            quote: blocks,
            text: plainText(blocks),
          },
    );
}

/** A line of its own that says what follows: a heading, a paragraph, a bold line. */
function kindOfLine(node: RootContent | undefined): InsightKind | undefined {
  if (node?.type !== 'heading' && node?.type !== 'paragraph') return undefined;
  return insightKindOf(oneLine([node]));
}

function pointsOf(node: RootContent | undefined): List | undefined {
  if (node?.type === 'blockquote') {
    const said = node.children.filter(child => !isSilent(child));
    return said.length === 1 ? pointsOf(said[0]) : undefined;
  }
  return node?.type === 'list' && node.ordered === true && node.children.length >= 2 ? node : undefined;
}

interface Labelled {
  readonly kind: InsightKind;
  readonly list: List;
  /** Index in the root of the node that holds the list. */
  readonly at: number;
}

/** The first numbered list that a label right before it introduces, at the top or within a quote. */
function labelledList(nodes: readonly RootContent[]): Labelled | undefined {
  const said = nodes.map((node, at) => ({ node, at })).filter(({ node }) => !isSilent(node));
  for (const [index, { node, at }] of said.entries()) {
    const kind = kindOfLine(said[index - 1]?.node);
    const list = kind === undefined ? undefined : pointsOf(node);
    if (kind !== undefined && list !== undefined) return { kind, list, at };
    const inner = node.type === 'blockquote' ? labelledList(node.children) : undefined;
    if (inner !== undefined) return { ...inner, at };
  }
  return undefined;
}

/** What a numbered section says first: its first quote, else its first paragraph. */
function quoteOf(section: Section): readonly RootContent[] {
  const quote = section.nodes.find(node => node.type === 'blockquote');
  if (quote !== undefined) return quote.children;
  const paragraph = section.nodes.find(node => node.type === 'paragraph' && plainText([node]) !== '');
  return paragraph === undefined ? [] : [paragraph];
}

/** Headings that count 1, 2, 3 … at one depth, the shallowest that does, where each says something. */
function numberedSections(sections: readonly Section[]): Section[] {
  for (let depth = 1; depth <= 6; depth++) {
    const numbered = sections.filter(section => section.depth === depth && section.number !== undefined);
    const consecutive = numbered.every((section, index) => section.number === index + 1);
    if (numbered.length < 2 || !consecutive) continue;
    if (numbered.every(section => plainText(quoteOf(section)) !== '')) return numbered;
  }
  return [];
}

function insightsOfHeadings(sections: readonly Section[]): Insight[] {
  return numberedSections(sections)
    .slice(0, most)
    .map((section, index) => {
      const quote = quoteOf(section);
      const label = leadingNumber(section.heading)?.rest ?? section.heading;
      return { number: index + 1, label, quote, text: plainText(quote), section: section.id };
    });
}

function withNumbers(sections: readonly Section[], insights: readonly Insight[]): Section[] {
  const numbers = new Map(
    insights.flatMap(({ section, number }) => (section === undefined ? [] : [[section, number]])),
  );
  return sections.map(section => ({ ...section, insight: numbers.get(section.id) }));
}

/**
 * The points that a post itself numbers: `insights:` in its front matter, else a numbered list that a label
 * introduces, else headings that are numbered. Nothing is invented: a list without a label is no insight.
 */
export function insightsOf(data: Fields, root: Root, sections: readonly Section[]): Insights {
  const own = insightsOfData(data);
  const labelled = own.length > 0 ? undefined : labelledList(root.children);
  const listed = labelled === undefined ? own : insightsOfList(labelled.list);
  const holder = labelled === undefined ? undefined : root.children[labelled.at];
  const insights = listed.length > 0 ? joinSections(listed, sections, holder) : insightsOfHeadings(sections);
  const kind = own.length > 0 ? 'insight' : labelled?.kind;
  return { insights, kind, sections: withNumbers(sections, insights) };
}
