import MiniSearch from 'minisearch';
import type { Blog } from '../blog/model.ts';
import { type Indexed, passagesOf } from './passages.ts';
import { tokens } from './tokens.ts';

/** What MiniSearch holds of a passage: its terms, separated by spaces. */
interface Entry {
  readonly id: number;
  readonly heading?: string;
  readonly body?: string;
  readonly tags?: string;
}

/** An index over all passages of one Blog. Plain data beside MiniSearch, never changed once it is made. */
export interface SearchIndex {
  readonly blog: Blog;
  /** By id: newest post first, within it head, insights, sections. */
  readonly passages: readonly Indexed[];
  readonly engine: MiniSearch<Entry>;
  /** In how many passages each term stands. */
  readonly spread: ReadonlyMap<string, number>;
}

const termsOf = (text: string): readonly string[] => tokens(text).map(token => token.term);

const fieldOf = (terms: readonly string[]): string | undefined =>
  terms.length === 0 ? undefined : terms.join(' ');

/** Builds the index of a blog; takes linear time. */
export const makeIndex = (blog: Blog): SearchIndex => {
  const passages = blog.posts.flatMap(passagesOf);
  const spread = new Map<string, number>();
  const engine = new MiniSearch<Entry>({
    fields: ['heading', 'body', 'tags'],
    tokenize: text => text.split(' '),
    processTerm: term => term,
  });
  passages.forEach(({ heading, body, tags }, id) => {
    const [inHeading, inBody, inTags] = [termsOf(heading.text), termsOf(body.text), termsOf(tags)];
    for (const term of new Set([...inHeading, ...inBody, ...inTags]))
      spread.set(term, (spread.get(term) ?? 0) + 1);
    engine.add({ id, heading: fieldOf(inHeading), body: fieldOf(inBody), tags: fieldOf(inTags) });
  });
  return { blog, passages, engine, spread };
};
