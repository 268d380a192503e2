import type { SearchIndex } from './build.ts';
import { type Evidence, evidenceIn } from './evidence.ts';
import type { Candidate } from './look.ts';
import type { Indexed } from './passages.ts';
import type { Query } from './query.ts';

/** A passage with its final score. */
export interface Ranked extends Candidate {
  /** The share of the query, by weight, that the passage holds: 0 to 1. */
  readonly coverage: number;
}

// What each kind of evidence counts beside the first look's score, whose best is 1.
export const weights = { near: 0.6, run: 0.7, phrase: 0.6, pairs: 0.7 };

const sumOf = (evidence: Evidence): number =>
  weights.near * evidence.near + weights.run * evidence.run + weights.phrase * evidence.phrase;

const holds = ({ heading, body }: Indexed, run: string): boolean =>
  body.text.includes(run) || heading.text.includes(run);

/**
 * The share of the query's pairs of neighbours that each passage holds. A pair counts the more the fewer of
 * these passages hold it: what they all share tells none of them from the others.
 */
const pairShares = (passages: readonly Indexed[], { pairs }: Query): readonly number[] => {
  const held = pairs.map(pair => passages.map(passage => holds(passage, pair)));
  const shares = passages.map(() => 0);
  let all = 0;
  for (const holders of held) {
    const holding = holders.filter(Boolean).length;
    if (holding === 0) continue;
    const rarity = Math.log(1 + (passages.length - holding + 0.5) / (holding + 0.5));
    all += rarity;
    holders.forEach((holder, at) => {
      if (holder) shares[at] = (shares[at] ?? 0) + rarity;
    });
  }
  return all > 0 ? shares.map(share => share / all) : shares;
};

/** The second look: exact phrases, long runs and nearness decide among the candidates of the first. Best first. */
export const rank = (
  index: SearchIndex,
  query: Query,
  candidates: readonly Candidate[],
): readonly Ranked[] => {
  const known = candidates.flatMap(candidate => {
    const passage = index.passages[candidate.id];
    return passage ? [{ candidate, passage }] : [];
  });
  const best = Math.max(...candidates.map(({ score }) => score), Number.MIN_VALUE);
  const pairs = pairShares(
    known.map(({ passage }) => passage),
    query,
  );
  const all = query.terms.reduce((sum, { joint, weight, rarity }) => sum + (joint ? 0 : weight * rarity), 0);
  return known
    .map(({ candidate, passage: { heading, body } }, at) => {
      const close = sumOf(evidenceIn(body.text, query));
      const inHeading = heading.text === '' ? 0 : sumOf(evidenceIn(heading.text, query));
      const held = query.terms.reduce(
        (sum, { term, weight, rarity }) => sum + (candidate.terms.has(term) ? weight * rarity : 0),
        0,
      );
      const score = candidate.score / best + close + inHeading + weights.pairs * (pairs[at] ?? 0);
      return { ...candidate, score, coverage: all > 0 ? Math.min(1, held / all) : 0 };
    })
    .sort((a, b) => b.score - a.score || a.id - b.id);
};
