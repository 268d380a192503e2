import type { Root } from 'mdast';
import type { Fields } from './fields.ts';
import { joinSections } from './insight-sections.ts';
import { labelledList } from './labelled-list.ts';
import type { Insight, InsightKind, Section } from './model.ts';
import { insightsOfHeadings } from './numbered-headings.ts';
import { insightsOfData } from './own-insights.ts';

export interface Insights {
  readonly insights: readonly Insight[];
  readonly kind?: InsightKind;
  /** The same sections, those that discuss an insight with its number. */
  readonly sections: readonly Section[];
}

interface Source {
  readonly data: Fields;
  readonly root: Root;
  readonly sections: readonly Section[];
  /** The post's own address, where it is known. */
  readonly url?: string;
}

/** Of several insights that one section discusses, the first counts. */
function withInsights(sections: readonly Section[], insights: readonly Insight[]): Section[] {
  const numbers = new Map(insights.toReversed().map(({ section, number }) => [section, number]));
  return sections.map(section => ({ ...section, insight: numbers.get(section.id) }));
}

function found({ data, root, sections, url }: Source): Omit<Insights, 'sections'> {
  const own = insightsOfData(data, url);
  if (own.length > 0) return { insights: joinSections(own, sections), kind: 'insight' };
  const labelled = labelledList(root);
  if (labelled === undefined) return { insights: insightsOfHeadings(sections) };
  return { insights: joinSections(labelled.insights, sections, labelled.holder), kind: labelled.kind };
}

/**
 * The points that a post itself numbers: `insights:` in its front matter, else a numbered list that a label
 * introduces, else headings that are numbered. Nothing is invented: a list without a label is no insight.
 */
export function insightsOf(source: Source): Insights {
  const { insights, kind } = found(source);
  return { insights, kind, sections: withInsights(source.sections, insights) };
}
