import { type Fields, field, fieldsOf, textField, textValue } from './fields.ts';
import { bareLabel, insightOf, mostInsights } from './insight.ts';
import { settleLinks } from './links.ts';
import { readMarkdown } from './markdown.ts';
import type { Insight } from './model.ts';

/** One of the list: a text, or a mapping with `quote` or `text` and perhaps a `label`. */
function readInsight(item: unknown, number: number, url: string | undefined): Insight | undefined {
  const held = fieldsOf(item);
  const text = held === undefined ? textValue(item) : textField(held, ['quote', 'text']);
  if (text === undefined) return undefined;
  const root = readMarkdown(text);
  settleLinks(root, url);
  const insight = insightOf(number, root.children);
  const label = held === undefined ? undefined : textField(held, ['label']);
  return label === undefined ? insight : { ...insight, label: bareLabel(label) };
}

/**
 * `insights:` of a post's front matter, as Markdown, numbered in their order. `url` is the post's own address, where
 * it is known. Items that say nothing are left out; empty where there are none.
 */
export function insightsOfData(data: Fields, url: string | undefined): Insight[] {
  const listed = field(data, 'insights');
  if (!Array.isArray(listed)) return [];
  const insights: Insight[] = [];
  for (const item of listed.slice(0, mostInsights)) {
    const insight = readInsight(item, insights.length + 1, url);
    if (insight !== undefined) insights.push(insight);
  }
  return insights;
}
