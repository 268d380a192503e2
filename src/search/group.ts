import type { Post } from '../blog/model.ts';
import type { SearchIndex } from './build.ts';
import type { Matcher } from './marks.ts';
import type { Indexed } from './passages.ts';
import type { Ranked } from './rank.ts';

/** A passage on its way to becoming a hit. */
export interface Placed {
  readonly passage: Indexed;
  readonly ranked: Ranked;
}

/** Passages that hold less of the query than this share of the best one are left out: overall, and within a post. */
const leastOfBest = 0.3;
const leastOfPost = 0.4;

const bestCoverage = (list: readonly Placed[]): number =>
  Math.max(0, ...list.map(({ ranked }) => ranked.coverage));

const strongEnough = (list: readonly Placed[], share: number): readonly Placed[] => {
  const least = share * bestCoverage(list);
  return list.filter(({ ranked }) => ranked.coverage >= least);
};

/** Whether a section matched only where it lists the post's insights, which are found themselves. */
const onlyEchoes = ({ passage: { heading, body, echoes } }: Placed, matches: Matcher): boolean =>
  echoes.length > 0 &&
  matches(heading.text).length === 0 &&
  matches(body.text).every(({ range: [start, end] }) =>
    echoes.some(([from, to]) => from <= start && end <= to),
  );

/** Sections without those that say no more than one of the insights. */
const beside = (
  insights: readonly Placed[],
  sections: readonly Placed[],
  matches: Matcher,
): readonly Placed[] =>
  sections.filter(section => {
    const said = insights.some(({ ranked }) => ranked.literal || !section.ranked.literal);
    return !said || !onlyEchoes(section, matches);
  });

const ofKind = (list: readonly Placed[], kind: Indexed['passage']['kind']): readonly Placed[] =>
  list.filter(({ passage }) => passage.passage.kind === kind);

/**
 * One post's passages in the order in which they are shown: its head where the title matched, insights,
 * sections. A head whose excerpt alone matched is shown, last, only where nothing else says as much.
 */
const arranged = (list: readonly Placed[], matches: Matcher): readonly Placed[] => {
  const heads = ofKind(list, 'head');
  const insights = ofKind(list, 'insight');
  const sections = beside(insights, ofKind(list, 'section'), matches);
  const titled = heads.some(({ passage }) => matches(passage.heading.text).length > 0);
  if (titled) return [...heads, ...insights, ...sections];
  const rest = [...insights, ...sections];
  return bestCoverage(rest) >= bestCoverage(heads) ? rest : [...rest, ...heads];
};

/** Those that hold another name for what was typed come after the others, and fragments of longer words last. */
const ofPost = (all: readonly Placed[], matches: Matcher): readonly Placed[] => {
  const {
    words = [],
    other = [],
    fragment = [],
  } = Object.groupBy(strongEnough(all, leastOfPost), ({ ranked }) => ranked.holds);
  return [words, other, fragment].flatMap(list => arranged(list, matches));
};

/** Of one post so many are shown before the others have had their turn. */
const mostAtOnce = 3;

/** The first three of each post, then the next three of each, and so on. */
const inTurns = (posts: readonly (readonly Placed[])[]): readonly Placed[] => {
  const placed: Placed[] = [];
  for (let from = 0, left = posts; left.length > 0; from += mostAtOnce) {
    placed.push(...left.flatMap(list => list.slice(from, from + mostAtOnce)));
    left = left.filter(list => list.length > from + mostAtOnce);
  }
  return placed;
};

/** Ranked passages post by post, the post with the best one first; a long post lets others have their turn. */
export const grouped = (
  index: SearchIndex,
  ranked: readonly Ranked[],
  matches: Matcher,
): readonly Placed[] => {
  const placed = ranked.flatMap(one => {
    const passage = index.passages[one.id];
    return passage ? [{ passage, ranked: one }] : [];
  });
  const byPost = Map.groupBy(strongEnough(placed, leastOfBest), ({ passage }): Post => passage.passage.post);
  return inTurns([...byPost.values()].map(list => ofPost(list, matches)));
};
