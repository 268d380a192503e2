import type { RootContent } from 'mdast';
import { fold } from './fold.ts';
import type { Insight, Section } from './model.ts';

/** Beyond so many comparisons only equal texts count: comparing all with all would take too long. */
const mostComparisons = 10_000;

/** Share of letter pairs in common from which two labels count as the same. */
const similarEnough = 0.6;

/** Letters and digits alone, so that punctuation does not tell texts apart. */
function letters(text: string): string {
  return fold(text.slice(0, 200)).replace(/[^\p{L}\p{N}]+/gu, '');
}

function pairsOf(text: string): ReadonlySet<string> {
  const signs = [...text];
  return new Set(signs.slice(1).map((sign, index) => `${signs[index]}${sign}`));
}

/** Dice's coefficient over adjacent letters; 1 where one text holds the other and is not tiny. */
function similarity(one: string, other: string): number {
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  if (short.length >= 4 && long.includes(short)) return 1;
  const pairs = pairsOf(one);
  const others = pairsOf(other);
  if (pairs.size + others.size === 0) return 0;
  let common = 0;
  for (const pair of pairs) if (others.has(pair)) common++;
  return (2 * common) / (pairs.size + others.size);
}

/** The sections after the one that lists the points, grouped by depth, shallowest first. */
function candidates(sections: readonly Section[], list: RootContent | undefined): Section[][] {
  const holder = list === undefined ? -1 : sections.findIndex(section => section.nodes.includes(list));
  const after = sections.filter(section => section.ordinal > holder && section.depth > 0);
  return [1, 2, 3, 4, 5, 6].map(depth => after.filter(section => section.depth === depth));
}

type Joined = ReadonlyMap<number, Section>;

/** By the number that the heading carries: the depth that counts most of them, each once, two at least. */
function byNumber(insights: readonly Insight[], depths: readonly Section[][]): Joined {
  const wanted = new Set(insights.map(insight => insight.number));
  let best: Joined = new Map();
  for (const sections of depths) {
    const found = new Map<number, Section>();
    let unclear = false;
    for (const section of sections) {
      if (section.number === undefined || !wanted.has(section.number)) continue;
      unclear ||= found.has(section.number);
      found.set(section.number, section);
    }
    if (!unclear && found.size >= 2 && found.size > best.size) best = found;
  }
  return best;
}

/** By text: a heading equal to the label or to the text without one, else the one most like it. */
function byText(insights: readonly Insight[], depths: readonly Section[][]): Joined {
  const all = depths.flat().map(section => ({ section, text: letters(section.heading) }));
  const equal = new Map(all.toReversed().map(({ section, text }) => [text, section]));
  const compares = all.length * insights.length <= mostComparisons;
  const found = new Map<number, Section>();
  for (const insight of insights) {
    const text = letters(insight.label === '' ? insight.text : insight.label);
    const nearest = compares
      ? all
          .map(({ section, text: heading }) => ({ section, score: similarity(text, heading) }))
          .reduce((best, next) => (next.score > best.score ? next : best), {
            section: undefined,
            score: 0,
          } as {
            section: Section | undefined;
            score: number;
          })
      : undefined;
    const near = nearest !== undefined && nearest.score >= similarEnough ? nearest.section : undefined;
    const section = text === '' ? undefined : (equal.get(text) ?? near);
    if (section !== undefined) found.set(insight.number, section);
  }
  return found;
}

/** By order, where a depth has exactly as many headings as there are insights. */
function byOrder(insights: readonly Insight[], depths: readonly Section[][]): Joined {
  const sections = depths.find(same => same.length === insights.length) ?? [];
  return new Map(
    insights.flatMap(({ number }, index) => {
      const section = sections[index];
      return section === undefined ? [] : [[number, section]];
    }),
  );
}

/**
 * The insights, each with the section that discusses it where that is clear: by the number that headings carry,
 * else by what they say, else by their order. `list` is the node that lists them; only what follows it counts.
 */
export function joinSections(
  insights: readonly Insight[],
  sections: readonly Section[],
  list: RootContent | undefined,
): Insight[] {
  const depths = candidates(sections, list);
  const numbered = byNumber(insights, depths);
  const texts = numbered.size > 0 ? numbered : byText(insights, depths);
  const joined = texts.size > 0 ? texts : byOrder(insights, depths);
  return insights.map(insight => ({ ...insight, section: joined.get(insight.number)?.id }));
}
