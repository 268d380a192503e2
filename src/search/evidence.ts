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

/** The heaviest run of the query's characters that stands in a text, as a share of all: long, and of rare words. */
const heaviestRunOf = (text: string, { bare, weights }: Query): number => {
  const weightAt = (place: number): number => weights[place] ?? 0;
  let heaviest = 0;
  let weight = 0;
  let end = 0;
  // A run that starts further on ends no earlier.
  for (let start = 0; end < bare.length && start < bare.length; start += 1) {
    for (
      end = Math.max(start, end);
      end < bare.length && text.includes(bare.slice(start, end + 1));
      end += 1
    ) {
      weight += weightAt(end);
    }
    heaviest = Math.max(heaviest, weight);
    if (end > start) weight -= weightAt(start);
  }
  return heaviest;
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
