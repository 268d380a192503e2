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
const leastOfPost = 0.5;

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

const ofKind = (list: readonly Placed[], kind: Indexed['passage']['kind']): readonly Placed[] =>
  list.filter(({ passage }) => passage.passage.kind === kind);

/**
 * One post's passages in the order in which they are shown: its head where the title matched, insights,
 * sections. A head whose excerpt alone matched is shown, last, only where nothing else says as much.
 */
const arranged = (all: readonly Placed[], matches: Matcher): readonly Placed[] => {
  const list = strongEnough(all, leastOfPost);
  const heads = ofKind(list, 'head');
  const insights = ofKind(list, 'insight');
  const sections = ofKind(list, 'section').filter(
    section => insights.length === 0 || !onlyEchoes(section, matches),
  );
  const titled = heads.some(({ passage }) => matches(passage.heading.text).length > 0);
  if (titled) return [...heads, ...insights, ...sections];
  const rest = [...insights, ...sections];
  return bestCoverage(rest) >= bestCoverage(heads) ? rest : [...rest, ...heads];
};

/** Ranked passages post by post, the post with the best one first. */
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
  return [...byPost.values()].flatMap(list => arranged(list, matches));
};
