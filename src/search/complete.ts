import type { Post } from '../blog/model.ts';
import type { SearchIndex } from './build.ts';
import { eachOnce, type Kind, kindsByUse, type Label, labelsOf } from './labels.ts';
import { closeSpellings } from './look.ts';
import type { Suggestion } from './model.ts';
import { folded } from './normalise.ts';
import { placesOfRun } from './places.ts';
import { readQuery } from './query.ts';
import { isSpacedLetter, isUnspaced } from './scripts.ts';
import { tokens } from './tokens.ts';

interface SuggestOptions {
  /** What may be suggested; everything unless told. */
  readonly kinds?: readonly Kind[];
  /** Only what belongs to this post. */
  readonly post?: Post;
  /** Folded name of a tag: only what belongs to its posts. */
  readonly tag?: string;
  /** Most suggestions: as many as Discord shows unless told. */
  readonly limit?: number;
}

/** As many choices as Discord shows. */
const mostShown = 25;

/** Of a longer text only so much is looked at, in UTF-16 units: no name that is shown is longer. */
const longestTyped = 100;

/** Before anything is typed, the posts come first. */
const kindsByDate: readonly Kind[] = ['post', 'insight', 'section', 'tag'];

const belongsTo = ({ suggestion: { kind, text, post } }: Label, one: Post): boolean =>
  kind === 'tag' ? one.tags.includes(text) : post === one;

/** What may be suggested, in the order of equally good ones. */
const offered = (index: SearchIndex, { kinds, post, tag }: SuggestOptions): readonly Label[] => {
  const wanted = new Set(kinds ?? kindsByUse);
  const { all, apart } = labelsOf(index);
  const ofKinds = (labels: readonly Label[]): readonly Label[] =>
    kinds ? labels.filter(({ suggestion }) => wanted.has(suggestion.kind)) : labels;
  if (post) return ofKinds(all).filter(label => belongsTo(label, post));
  if (tag === undefined) return ofKinds(apart);
  const posts = new Set(index.blog.byTag.get(tag)?.posts);
  return eachOnce(
    ofKinds(all).filter(({ suggestion }) => suggestion.post === undefined || posts.has(suggestion.post)),
  );
};

/** How a typed text stands in a name, best first. */
const fits = ['whole', 'start', 'word', 'inside', 'words', 'letters'] as const;

const isInOrder = (name: string, letters: readonly string[]): boolean => {
  let from = 0;
  return letters.every(letter => {
    const at = name.indexOf(letter, from);
    from = at + letter.length;
    return at >= 0;
  });
};

interface Typed {
  readonly text: string;
  readonly words: readonly string[];
  readonly letters: readonly string[];
}

const typedOf = (text: string): Typed => {
  const letters = Array.from(text.replaceAll(' ', ''));
  return {
    text,
    words: text.split(' '),
    letters: letters.some(isUnspaced) && letters.length > 1 ? letters : [],
  };
};

/** Places of a typed text in a name that are looked at. */
const mostPlaces = 10;

const fitOf = (name: string, { text, words, letters }: Typed): (typeof fits)[number] | undefined => {
  if (name.startsWith(text)) return name.length === text.length ? 'whole' : 'start';
  if (name.includes(text)) {
    const begins = ([at]: readonly [number, number]): boolean => !isSpacedLetter(name, at - 1);
    const startsWord = !isSpacedLetter(text, 0) || placesOfRun(name, text, mostPlaces).some(begins);
    return startsWord ? 'word' : 'inside';
  }
  if (words.length > 1 && words.every(word => name.includes(word))) return 'words';
  return letters.length > 0 && isInOrder(name, letters) ? 'letters' : undefined;
};

/** Names that a typed text fits, the best fits first and of equals the first; no more than `limit`. */
const fitting = (labels: readonly Label[], text: string, limit: number): readonly Label[] => {
  const typed = typedOf(text);
  const byFit = Object.fromEntries(fits.map(fit => [fit, [] as Label[]]));
  for (const label of labels) {
    const fit = fitOf(label.name, typed);
    if (fit) byFit[fit]?.push(label);
  }
  return fits.flatMap(fit => byFit[fit] ?? []).slice(0, limit);
};

/** Names that hold words which may have been meant, those with most of what was typed first. */
const misspelt = (index: SearchIndex, typed: string, labels: readonly Label[]): readonly Label[] => {
  const query = readQuery(index, typed);
  const spellings = closeSpellings(index, query);
  const holders = new Set(spellings.flatMap(({ ids }) => [...ids]));
  const typedFor = new Map(spellings.map(({ term, instead }) => [term, instead.term]));
  for (const { term, spread } of query.terms) if (spread > 0) typedFor.set(term, term);
  const held = labels
    .filter(({ id }) => id === undefined || holders.has(id))
    .map(label => ({
      label,
      words: new Set(tokens(label.name).flatMap(({ term }) => typedFor.get(term) ?? [])).size,
    }));
  return held
    .filter(({ words }) => words > 0)
    .toSorted((a, b) => b.words - a.words)
    .map(({ label }) => label);
};

/**
 * What someone who has typed this much may want: names that start with it, then names in which a word does,
 * then names that hold it, its words, or its Chinese characters in this order; misspelt ones where there is
 * nothing else. Of equals the newest post's first. Before anything is typed: the newest posts, and what they hold.
 */
export const suggest = (
  index: SearchIndex,
  typed: string,
  options: SuggestOptions = {},
): readonly Suggestion[] => {
  const text = folded(typed.slice(0, longestTyped).replace(/^\s*[#＃]/u, '')).replaceAll('\n', ' ');
  const labels = offered(index, options);
  const limit = options.limit ?? mostShown;
  if (text === '') {
    const order = options.kinds ?? kindsByDate;
    return order
      .flatMap(kind => labels.filter(({ suggestion }) => suggestion.kind === kind))
      .slice(0, limit)
      .map(({ suggestion }) => suggestion);
  }
  const fit = fitting(labels, text, limit);
  const found = fit.length > 0 ? fit : misspelt(index, text, labels).slice(0, limit);
  return found.map(({ suggestion }) => suggestion);
};
