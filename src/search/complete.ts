import type { Post } from '../blog/model.ts';
import type { SearchIndex } from './build.ts';
import { closeSpellings } from './look.ts';
import type { Passage, Suggestion } from './model.ts';
import { folded } from './normalise.ts';
import { placesOfRun } from './places.ts';
import { readQuery } from './query.ts';
import { isSpacedLetter, isUnspaced } from './scripts.ts';
import { tokens } from './tokens.ts';

type Kind = Suggestion['kind'];

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

/** Of equally good ones labels come before headings, headings before titles, titles before tags. */
const kindsByUse: readonly Kind[] = ['insight', 'section', 'post', 'tag'];

/** Before anything is typed, the posts come first. */
const kindsByDate: readonly Kind[] = ['post', 'insight', 'section', 'tag'];

/** Something with a name, in the order of the blog: newest post first, within it as it is read. */
interface Entry {
  /** Of its passage; tags have none. */
  readonly id?: number;
  readonly suggestion: Suggestion;
  readonly name: string;
}

const kindOf = ({ kind }: Passage): Kind => (kind === 'head' ? 'post' : kind);

const entriesOf = (
  { blog, passages }: SearchIndex,
  { kinds, post, tag }: SuggestOptions,
): readonly Entry[] => {
  const wanted = new Set(kinds ?? kindsByUse);
  const posts = tag === undefined ? undefined : new Set(blog.byTag.get(tag)?.posts);
  const entries: Entry[] = [];
  for (const [id, { passage, heading }] of passages.entries()) {
    const kind = kindOf(passage);
    if (heading.text === '' || !wanted.has(kind)) continue;
    if ((post && passage.post !== post) || (posts && !posts.has(passage.post))) continue;
    entries.push({
      id,
      suggestion: { kind, text: heading.original, post: passage.post },
      name: heading.text,
    });
  }
  if (!wanted.has('tag')) return entries;
  for (const { name } of blog.byTag.values()) {
    if (post && !post.tags.includes(name)) continue;
    entries.push({ suggestion: { kind: 'tag', text: name }, name: folded(name) });
  }
  return entries;
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
  const places = placesOfRun(name, text, mostPlaces);
  if (places[0]?.[0] === 0) return name.length === text.length ? 'whole' : 'start';
  const startsWord = !isSpacedLetter(text, 0) || places.some(([at]) => !isSpacedLetter(name, at - 1));
  if (places.length > 0) return startsWord ? 'word' : 'inside';
  if (words.length > 1 && words.every(word => name.includes(word))) return 'words';
  return letters.length > 0 && isInOrder(name, letters) ? 'letters' : undefined;
};

/** Two sections called 参考 of two posts are one suggestion where nothing says which post is meant. */
const apart = (entries: readonly Entry[]): readonly Entry[] => {
  const first = new Map<string, Entry>();
  for (const entry of entries) {
    const { kind, post } = entry.suggestion;
    const id = kind === 'post' ? `post ${post?.key}` : `${kind} ${entry.name}`;
    if (!first.has(id)) first.set(id, entry);
  }
  return [...first.values()];
};

/** Names that hold words which may have been meant, those with most of what was typed first. */
const misspelt = (index: SearchIndex, typed: string, entries: readonly Entry[]): readonly Entry[] => {
  const query = readQuery(index, typed);
  const spellings = closeSpellings(index, query);
  const holders = new Set(spellings.flatMap(({ ids }) => [...ids]));
  const typedFor = new Map(spellings.map(({ term, instead }) => [term, instead.term]));
  for (const { term, spread } of query.terms) if (spread > 0) typedFor.set(term, term);
  const held = entries
    .filter(({ id }) => id === undefined || holders.has(id))
    .map(entry => ({
      entry,
      words: new Set(tokens(entry.name).flatMap(({ term }) => typedFor.get(term) ?? [])).size,
    }));
  return held
    .filter(({ words }) => words > 0)
    .toSorted((a, b) => b.words - a.words)
    .map(({ entry }) => entry);
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
  const entries = entriesOf(index, options);
  const all = options.post ? entries : apart(entries);
  const limit = options.limit ?? mostShown;
  if (text === '') {
    const order = options.kinds ?? kindsByDate;
    return order
      .flatMap(kind => all.filter(({ suggestion }) => suggestion.kind === kind))
      .slice(0, limit)
      .map(({ suggestion }) => suggestion);
  }
  const sought = typedOf(text);
  const ranked = all.flatMap((entry, order) => {
    const fit = fitOf(entry.name, sought);
    return fit
      ? [{ entry, order, fit: fits.indexOf(fit), kind: kindsByUse.indexOf(entry.suggestion.kind) }]
      : [];
  });
  ranked.sort((a, b) => a.fit - b.fit || a.kind - b.kind || a.order - b.order);
  const found = ranked.length > 0 ? ranked.map(({ entry }) => entry) : misspelt(index, text, all);
  return found.slice(0, limit).map(({ suggestion }) => suggestion);
};
