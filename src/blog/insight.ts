import type { Paragraph, PhrasingContent, RootContent } from 'mdast';
import type { Insight } from './model.ts';
import { oneLine, plainText } from './text.ts';

/** More than these are no points of a post; further ones are left out. */
export const mostInsights = 1000;

const closingColon = /(?:(?<!\s)\s+)?[:：]\s*$/u;

/** A label as it is shown: on one line, without its colon. */
export function bareLabel(label: string): string {
  return label.replace(/\s+/gu, ' ').replace(closingColon, '').trim();
}

/** Without the white space and the breaks that a removed label leaves behind. */
function trimmedStart(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const start = nodes.findIndex(
    node => !(node.type === 'break' || (node.type === 'text' && node.value.trim() === '')),
  );
  const [first, ...others] = start < 0 ? [] : nodes.slice(start);
  if (first === undefined) return [];
  return [first.type === 'text' ? { ...first, value: first.value.trimStart() } : first, ...others];
}

interface Labelled {
  readonly label: string;
  /** What follows the label. */
  readonly rest: readonly PhrasingContent[];
}

/** Bold text that starts a paragraph and ends in a colon, inside or after it. */
function splitLabel({ children }: Paragraph): Labelled | undefined {
  const [first, second, ...others] = children;
  if (first?.type !== 'strong') return undefined;
  const bold = oneLine([first]);
  if (closingColon.test(bold)) return { label: bareLabel(bold), rest: trimmedStart(children.slice(1)) };
  const colon = second?.type === 'text' ? /^\s?[:：]/u.exec(second.value)?.[0] : undefined;
  if (second?.type !== 'text' || colon === undefined) return undefined;
  return {
    label: bold,
    rest: trimmedStart([{ ...second, value: second.value.slice(colon.length) }, ...others]),
  };
}

/**
 * An insight from the blocks that say it, a list item's or those of a text in the front matter: bold text with a
 * colon that starts it is its label, unless nothing follows that.
 */
export function insightOf(number: number, blocks: readonly RootContent[]): Insight {
  const [first, ...others] = blocks;
  const split = first?.type === 'paragraph' ? splitLabel(first) : undefined;
  if (first?.type === 'paragraph' && split !== undefined && split.rest.length > 0) {
    const quote = [{ ...first, children: [...split.rest] }, ...others];
    return { number, label: split.label, quote, text: plainText(quote) };
  }
  if (split !== undefined && others.length > 0) {
    return { number, label: split.label, quote: others, text: plainText(others) };
  }
  return { number, label: '', quote: blocks, text: plainText(blocks) };
}
