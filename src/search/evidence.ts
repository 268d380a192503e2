import { isWhole, placesOf, placesOfRun } from './places.ts';
import type { Query } from './query.ts';

/** How well a text answers a query beyond holding its words; each share from 0 to 1. */
export interface Evidence {
  /** The query's terms, by weight, that stand near each other. */
  readonly near: number;
  /** The run of the query's characters, by weight, that stands in it. */
  readonly run: number;
  /** The query as it stands; less where it only stands inside longer words. */
  readonly phrase: number;
}

/** How near is near: characters between the first and the last term. */
const nearby = 100;

/** Places of one term that are looked at in one text. */
const mostPlaces = 20;

/** What a query counts that stands only inside longer words, as `rl` does in `world`. */
const insideWords = 0.3;

/** A term's weight for comparing passages; joined forms repeat what their parts say. */
const weightsOf = ({ terms }: Query): readonly number[] =>
  terms.map(({ joint, weight, rarity }) => (joint ? 0 : weight * rarity));

/** The heaviest set of distinct terms within `nearby` characters, as a share of all. */
const nearnessOf = (text: string, query: Query): number => {
  const weights = weightsOf(query);
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  const places = query.terms
    .flatMap((term, at) => placesOf(text, term, mostPlaces).map(([start]) => ({ start, at })))
    .sort((a, b) => a.start - b.start);
  const held = query.terms.map(() => 0);
  let sum = 0;
  let best = 0;
  let first = 0;
  const take = (at: number, change: 1 | -1): void => {
    const before = held[at] ?? 0;
    held[at] = before + change;
    if (before === 0 || before + change === 0) sum += change * (weights[at] ?? 0);
  };
  for (const { start, at } of places) {
    take(at, 1);
    for (let oldest = places[first]; oldest && oldest.start < start - nearby; oldest = places[first]) {
      take(oldest.at, -1);
      first += 1;
    }
    best = Math.max(best, sum);
  }
  return all > 0 ? best / all : 0;
};

/** The longest end of `run` that stands in a text, as where it begins in `run` and where that stands. */
const longestEnd = (text: string, run: string): readonly [start: number, at: number] => {
  let start = run.length;
  let at = 0;
  while (start > 0) {
    // What ends alike and is longer stands no earlier than a place before.
    const longer = text.indexOf(run.slice(start - 1), Math.max(0, at - 1));
    if (longer < 0) break;
    at = longer;
    start -= 1;
  }
  return [start, at];
};

/**
 * The heaviest run of the query's characters that stands in a text, as a share of all: long, and of rare words. The
 * text is searched on from where a run stands as long as that grows, and twice where it ends.
 */
const heaviestRunOf = (text: string, { bare, weights }: Query): number => {
  const weightOf = (from: number, to: number): number =>
    weights.slice(from, to).reduce((sum, weight) => sum + weight, 0);
  let heaviest = 0;
  let [start, at] = [0, 0];
  for (let end = 0; end < bare.length; end += 1) {
    if (start < end && text[at + end - start] === bare[end]) continue;
    const next = text.indexOf(bare.slice(start, end + 1), at);
    if (next >= 0) {
      at = next;
      continue;
    }
    heaviest = Math.max(heaviest, weightOf(start, end));
    const [dropped, place] = longestEnd(text, bare.slice(start + 1, end + 1));
    [start, at] = [start + 1 + dropped, place];
  }
  return Math.max(heaviest, weightOf(start, bare.length));
};

const weightOfAll = ({ weights }: Query): number => weights.reduce((sum, weight) => sum + weight, 0);

const phraseOf = (text: string, phrase: string): number => {
  const places = placesOfRun(text, phrase, mostPlaces);
  if (places.length === 0) return 0;
  return places.some(place => isWhole(text, place)) ? 1 : insideWords;
};

/** Looks closely at one text. */
export const evidenceIn = (text: string, query: Query): Evidence =>
  text === ''
    ? { near: 0, run: 0, phrase: 0 }
    : {
        near: nearnessOf(text, query),
        run: text.includes(query.bare) ? weightOfAll(query) : heaviestRunOf(text, query),
        phrase: phraseOf(text, query.text),
      };
