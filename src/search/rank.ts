import type { SearchIndex } from './build.ts';
import { type Evidence, evidenceIn } from './evidence.ts';
import type { Candidate } from './look.ts';
import type { Indexed } from './passages.ts';
import { isSingle, type Query, type QueryTerm, tellingTerms } from './query.ts';

/** A passage of the first look or of the literal one, about to get the second. */
export interface Contender extends Candidate {
  /** Whether the query stands in it as it is. */
  readonly literal: boolean;
}

/** A passage with its final score. */
export interface Ranked extends Contender {
  /** The share of the query, by weight, that the passage holds: 0 to 1. */
  readonly coverage: number;
  /**
   * What it holds of the query: telling words; another name for what was typed; nothing but a fragment of longer words, as `rl` of `world`; or
   * only words that say nothing by themselves and single Chinese characters that stand apart.
   */
  readonly holds: 'words' | 'other' | 'fragment' | 'strays';
}

// What each kind of evidence counts beside the first look's score, whose best is 1.
const weights = { near: 0.9, run: 0.9, phrase: 1.2, pairs: 0.7 };

const sumOf = (evidence: Evidence): number =>
  weights.near * evidence.near + weights.run * evidence.run + weights.phrase * evidence.phrase;

const holdsRun = ({ heading, body }: Indexed, run: string): boolean =>
  body.text.includes(run) || heading.text.includes(run);

/**
 * The share of the query's pairs of neighbours that each passage holds. A pair counts the more the fewer of
 * these passages hold it: what they all share tells none of them from the others.
 */
const pairShares = (passages: readonly Indexed[], { pairs }: Query): readonly number[] => {
  const held = pairs.map(pair => passages.map(passage => holdsRun(passage, pair)));
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

/** The share of the query, by weight, that some terms are; joined forms repeat what their parts say. */
const shareOf = ({ terms }: Query, held: ReadonlySet<string>): number => {
  const sum = (some: readonly QueryTerm[]): number =>
    some.reduce((all, { weight, rarity }) => all + weight * rarity, 0);
  const all = sum(terms.filter(({ joint }) => !joint));
  return all > 0 ? Math.min(1, sum(terms.filter(({ term }) => held.has(term))) / all) : 0;
};

const holdsTelling = (query: Query, held: ReadonlySet<string>, paired: boolean): boolean => {
  const telling = tellingTerms(query).filter(({ term }) => held.has(term));
  const together = paired || query.pairs.length === 0;
  return telling.some(term => together || !isSingle(term));
};

const holdingOf = (contender: Contender, query: Query, paired: boolean, whole: boolean): Ranked['holds'] => {
  if (holdsTelling(query, contender.terms, paired) || whole) return 'words';
  return contender.literal ? 'fragment' : 'strays';
};

/** The second look: exact phrases, long runs and nearness decide among the candidates of the first. Best first. */
export const rank = (
  index: SearchIndex,
  query: Query,
  contenders: readonly Contender[],
): readonly Ranked[] => {
  const known = contenders.flatMap(contender => {
    const passage = index.passages[contender.id];
    return passage ? [{ contender, passage }] : [];
  });
  const best = Math.max(...contenders.map(({ score }) => score), Number.MIN_VALUE);
  const pairs = pairShares(
    known.map(({ passage }) => passage),
    query,
  );
  return known
    .map(({ contender, passage: { heading, body } }, at): Ranked => {
      const inBody = evidenceIn(body.text, query);
      const inHeading = evidenceIn(heading.text, query);
      const pairShare = pairs[at] ?? 0;
      const share = Math.max(shareOf(query, contender.terms), inBody.run, inHeading.run);
      const whole = inBody.phrase === 1 || inHeading.phrase === 1;
      return {
        ...contender,
        score: contender.score / best + sumOf(inBody) + sumOf(inHeading) + weights.pairs * pairShare,
        coverage: contender.literal ? 1 : share,
        holds: holdingOf(contender, query, pairShare > 0, whole),
      };
    })
    .sort((a, b) => b.score - a.score || a.id - b.id);
};
