import type { List, Root, RootContent } from 'mdast';
import { insightOf, mostInsights } from './insight.ts';
import { insightKindOf } from './insight-labels.ts';
import type { Insight, InsightKind } from './model.ts';
import { leadingNumber } from './number.ts';
import { isSilent, oneLine } from './text.ts';

export interface LabelledList {
  readonly kind: InsightKind;
  readonly insights: readonly Insight[];
  /** The node at the top of the tree that holds the list. */
  readonly holder: RootContent;
}

interface Introduced {
  readonly kind: InsightKind;
  readonly list: List;
}

/** A line of its own that says what follows: a heading, numbered or not, a paragraph, a bold line. */
function kindOfLine(node: RootContent | undefined): InsightKind | undefined {
  if (node?.type !== 'heading' && node?.type !== 'paragraph') return undefined;
  const line = oneLine([node]);
  return insightKindOf(leadingNumber(line)?.rest ?? line);
}

/** A numbered list of at least two items, by itself or alone in a quote. */
function pointsOf(node: RootContent | undefined): List | undefined {
  if (node?.type === 'blockquote') {
    const said = node.children.filter(child => !isSilent(child));
    return said.length === 1 ? pointsOf(said[0]) : undefined;
  }
  return node?.type === 'list' && node.ordered === true && node.children.length >= 2 ? node : undefined;
}

/** Whether the node at `index` is such a list that the line right before it introduces, or holds both. */
function introducedAt(nodes: readonly RootContent[], index: number): Introduced | undefined {
  const node = nodes[index];
  const kind = kindOfLine(nodes[index - 1]);
  const list = kind === undefined ? undefined : pointsOf(node);
  if (kind !== undefined && list !== undefined) return { kind, list };
  if (node?.type !== 'blockquote') return undefined;
  return firstIntroduced(node.children.filter(child => !isSilent(child)));
}

function firstIntroduced(nodes: readonly RootContent[]): Introduced | undefined {
  for (const index of nodes.keys()) {
    const found = introducedAt(nodes, index);
    if (found !== undefined) return found;
  }
  return undefined;
}

function insightsIn(list: List): Insight[] {
  const start = Math.max(1, list.start ?? 1);
  return list.children.slice(0, mostInsights).map((item, index) => insightOf(start + index, item.children));
}

/** The first numbered list of a post that a label right before it calls its points, in a quote or not. */
export function labelledList(root: Root): LabelledList | undefined {
  const said = root.children.filter(node => !isSilent(node));
  for (const [index, holder] of said.entries()) {
    const found = introducedAt(said, index);
    if (found !== undefined) return { kind: found.kind, insights: insightsIn(found.list), holder };
  }
  return undefined;
}
