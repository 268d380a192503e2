import type { RootContent } from 'mdast';
import { fold } from './fold.ts';
import type { Insight, Section } from './model.ts';

/** Beyond so many comparisons only equal texts count: comparing all with all would take too long. */
const mostComparisons = 10_000;

/** Share of letter pairs in common from which two labels count as the same. */
const similarEnough = 0.6;

const depths = [1, 2, 3, 4, 5, 6];

type Joined = ReadonlyMap<number, Section>;

/** A text as its letters and digits alone, and as the pairs of these. */
interface Letters {
  readonly text: string;
  readonly pairs: ReadonlySet<string>;
}

function lettersOf(written: string): Letters {
  const text = fold(written.slice(0, 200)).replace(/[^\p{L}\p{N}]+/gu, '');
  const signs = [...text];
  return { text, pairs: new Set(signs.slice(1).map((sign, index) => `${signs[index]}${sign}`)) };
}

/** 0 to 1: Dice's coefficient over the pairs; 1 where one text holds the other and is not tiny. */
function similarity(one: Letters, other: Letters): number {
  const [short, long] = one.text.length < other.text.length ? [one, other] : [other, one];
  if (short.text.length >= 4 && long.text.includes(short.text)) return 1;
  const common = [...short.pairs].filter(pair => long.pairs.has(pair)).length;
  return common === 0 ? 0 : (2 * common) / (short.pairs.size + long.pairs.size);
}

/** The sections after the one that lists the points, by depth, shallowest first. */
function candidates(sections: readonly Section[], list: RootContent | undefined): Section[][] {
  const holder = list === undefined ? -1 : sections.findIndex(section => section.nodes.includes(list));
  const after = sections.filter(section => section.ordinal > holder && section.depth > 0);
  return depths.map(depth => after.filter(section => section.depth === depth));
}

/** The sections that carry one of these numbers, each once; undefined where two carry the same. */
function numbered(sections: readonly Section[], numbers: ReadonlySet<number>): Joined | undefined {
  const found = new Map<number, Section>();
  for (const section of sections) {
    if (section.number === undefined || !numbers.has(section.number)) continue;
    if (found.has(section.number)) return undefined;
    found.set(section.number, section);
  }
  return found;
}

/** By the number that headings carry: those of the depth that has most of them, at least two. */
function byNumber(insights: readonly Insight[], byDepth: readonly Section[][]): Joined {
  const numbers = new Set(insights.map(insight => insight.number));
  let most: Joined = new Map();
  for (const sections of byDepth) {
    const found = numbered(sections, numbers);
    if (found !== undefined && found.size >= 2 && found.size > most.size) most = found;
  }
  return most;
}

interface Heading {
  readonly section: Section;
  readonly letters: Letters;
}

function mostSimilar(letters: Letters, headings: readonly Heading[]): Section | undefined {
  let best = similarEnough;
  let found: Section | undefined;
  for (const { section, letters: heading } of headings) {
    const score = similarity(letters, heading);
    if (score > best || (score === best && found === undefined)) {
      best = score;
      found = section;
    }
  }
  return found;
}

/** By what they say: a heading equal to the label (to the text where there is none), else the one most like it. */
function byText(insights: readonly Insight[], byDepth: readonly Section[][]): Joined {
  const headings = byDepth.flat().map(section => ({ section, letters: lettersOf(section.heading) }));
  const equal = new Map(headings.toReversed().map(({ section, letters }) => [letters.text, section]));
  const comparable = headings.length * insights.length <= mostComparisons ? headings : [];
  const found = new Map<number, Section>();
  for (const { number, label, text } of insights) {
    const letters = lettersOf(label || text);
    const section = equal.get(letters.text) ?? mostSimilar(letters, comparable);
    if (letters.text !== '' && section !== undefined) found.set(number, section);
  }
  return found;
}

/** By their order, where a depth has exactly as many headings as there are insights. */
function byOrder(insights: readonly Insight[], byDepth: readonly Section[][]): Joined {
  const sections = byDepth.find(same => same.length === insights.length) ?? [];
  return new Map(sections.map((section, index) => [insights[index]?.number ?? 0, section]));
}

/**
 * The insights, each with the section that discusses it where that is clear: by the number that headings carry,
 * else by what they say, else by their order. `list` is the top-level node that lists them, where one does; only
 * what follows its section counts.
 */
export function joinSections(
  insights: readonly Insight[],
  sections: readonly Section[],
  list?: RootContent,
): Insight[] {
  const byDepth = candidates(sections, list);
  for (const join of [byNumber, byText, byOrder]) {
    const joined = join(insights, byDepth);
    if (joined.size > 0)
      return insights.map(insight => ({ ...insight, section: joined.get(insight.number)?.id }));
  }
  return [...insights];
}
