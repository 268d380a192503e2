import type { Post, Tag } from '../blog/model.ts';
import type { Asked, Filter, Sort, Test } from './asked.ts';
import type { SearchIndex } from './build.ts';
import { findTag } from './find.ts';
import { holdersOfRun } from './literal.ts';
import type { Allowed } from './look.ts';
import { folded } from './normalise.ts';
import { isWhole, placesOfRun } from './places.ts';
import { holdersOf } from './postings.ts';
import { tokens } from './tokens.ts';

/** What a query's filters leave to be found. */
export interface Filtered {
  readonly allowed: Allowed | undefined;
  /** The same without its phrases: where those stand nowhere, what is near them is looked for. */
  readonly withoutPhrases: Allowed | undefined;
  /** Filters that mean nothing here, as they were typed: a tag that no post has. */
  readonly unused: readonly string[];
  /** What alone may be found, where that was asked for. */
  readonly sorts: ReadonlySet<Sort> | undefined;
}

/** Places of a phrase in one text that are looked at. */
const mostPlaces = 50;

const standsWhole = (text: string, phrase: string): boolean =>
  placesOfRun(text, phrase, mostPlaces).some(place => isWhole(text, place));

/** The passages in which words stand as they are, not inside longer ones; of a single word, in any of its forms. */
const holding = (index: SearchIndex, words: string): ReadonlySet<number> => {
  const text = folded(words).replaceAll('\n', ' ');
  const exact = holdersOfRun(index, text, { accepts: one => standsWhole(one, text) });
  const [first, ...more] = tokens(text);
  const number = first?.spaced && more.length === 0 ? index.lexicon.numbers.get(first.term) : undefined;
  const forms = number === undefined ? [] : holdersOf(index.postings, number);
  return new Set([...exact, ...forms.flatMap(ids => [...ids])]);
};

const dayOf = ({ date }: Post): number =>
  date ? date.year * 10_000 + date.month * 100 + date.day : Number.NaN;

const tagNamed = (index: SearchIndex, name: string): Tag | undefined => findTag(index.blog, name)?.value;

/** The test that passages pass by their number; undefined where it means nothing here. */
const tester = (index: SearchIndex, test: Test): Allowed | undefined => {
  const ofPost = (passes: (post: Post) => boolean): Allowed => {
    return id => {
      const post = index.passages[id]?.passage.post;
      return post !== undefined && passes(post);
    };
  };
  switch (test.by) {
    case 'words': {
      const ids = holding(index, test.text);
      return id => ids.has(id);
    }
    case 'sort':
      return id => index.passages[id]?.passage.kind === test.sort;
    case 'date':
      return ofPost(post => dayOf(post) >= test.from && dayOf(post) < test.to);
    case 'tag': {
      const tag = tagNamed(index, test.name);
      if (!tag) return undefined;
      const posts = new Set(tag.posts);
      return ofPost(post => posts.has(post));
    }
  }
};

const all = (tests: readonly Allowed[]): Allowed | undefined =>
  tests.length === 0 ? undefined : id => tests.every(test => test(id));

const isPhrase = ({ not, test }: Filter): boolean => !not && test.by === 'words';
const sortOf = ({ not, test }: Filter): readonly Sort[] => (!not && test.by === 'sort' ? [test.sort] : []);

/** Makes a query's filters, and the tag that was chosen beside it, one test for passages. */
export const filtered = (index: SearchIndex, { filters }: Asked, tag: string | undefined): Filtered => {
  const sorts = new Set(filters.flatMap(sortOf));
  const chosen: readonly Allowed[] = [
    ...(tag === undefined ? [] : [tester(index, { by: 'tag', name: tag }) ?? (() => false)]),
    // Of several sorts any will do, where of other filters all must be met.
    ...(sorts.size === 0
      ? []
      : [(id: number) => Array.from(sorts, String).includes(index.passages[id]?.passage.kind ?? '')]),
  ];
  const tests = filters
    .filter(filter => sortOf(filter).length === 0)
    .map(filter => {
      const test = tester(index, filter.test);
      const passes: Allowed | undefined = test && filter.not ? id => !test(id) : test;
      return { filter, passes };
    });
  const passing = (some: typeof tests): readonly Allowed[] => some.flatMap(({ passes }) => passes ?? []);
  return {
    allowed: all([...chosen, ...passing(tests)]),
    withoutPhrases: all([...chosen, ...passing(tests.filter(({ filter }) => !isPhrase(filter)))]),
    unused: tests.flatMap(({ filter, passes }) => (passes ? [] : [filter.typed])),
    sorts: sorts.size === 0 ? undefined : sorts,
  };
};
