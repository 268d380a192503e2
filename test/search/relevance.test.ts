import { existsSync, readFileSync } from 'node:fs';
import { Converter } from 'opencc-js/cn2t';
import { describe, expect, test } from 'vitest';
import { makeBlog } from '../../src/blog/blog.ts';
import type { Post } from '../../src/blog/model.ts';
import { makeIndex, type SearchIndex } from '../../src/search/build.ts';
import { search } from '../../src/search/index.ts';
import { now, settingsWith } from '../blog/fixture.ts';

// The sets are public but not ours to ship (CMRC 2018 and XQuAD, both CC BY-SA 4.0), so they lie beside the
// repository where there are any. The constants of src/search were tuned on the first half of each; here the
// second is measured. Floors stand a little below what was reached, since segmenters differ between runtimes.
const folder = new URL('../../../shared/relevance/', import.meta.url);

interface Judged {
  readonly query: string;
  readonly relevant: readonly number[];
}

interface RelevanceSet {
  readonly documents: readonly { readonly id: number; readonly text: string }[];
  readonly questions: readonly Judged[];
  readonly keywords: readonly Judged[];
}

const read = (name: string): RelevanceSet => JSON.parse(readFileSync(new URL(name, folder), 'utf8'));

/** A paragraph as a post of one section without a heading. */
const postOf = ({ id, text }: { readonly id: number; readonly text: string }): Post => ({
  key: String(id),
  aliases: [],
  path: `${id}.md`,
  slug: String(id),
  title: '',
  excerpt: '',
  tags: [],
  language: 'en',
  minutes: 1,
  sections: [
    {
      ordinal: 0,
      id: 'a.0',
      heading: '',
      depth: 0,
      nodes: [{ type: 'paragraph', children: [{ type: 'text', value: text }] }],
    },
  ],
  insights: [],
  problems: [],
});

const indexOf = ({ documents }: RelevanceSet): SearchIndex =>
  makeIndex(makeBlog(documents.map(postOf), [], settingsWith(), now));

const laterHalf = (queries: readonly Judged[]): readonly Judged[] =>
  queries.slice(queries.length >> 1).filter(({ query }) => query.trim() !== '');

/** Per cent, over the ten best: mean reciprocal rank of the first relevant one, and nDCG. */
const measure = (index: SearchIndex, queries: readonly Judged[]): { mrr: number; ndcg: number } => {
  const gain = (place: number): number => 1 / Math.log2(place + 2);
  let [ranks, gains] = [0, 0];
  for (const { query, relevant } of queries) {
    const found = search(index, query, { limit: 10 }).hits.map(hit => Number(hit.passage.post.key));
    const places = found.flatMap((id, place) => (relevant.includes(id) ? [place] : []));
    const ideal = relevant.slice(0, 10).reduce((sum, _, place) => sum + gain(place), 0);
    ranks += places[0] === undefined ? 0 : 1 / (places[0] + 1);
    gains += places.reduce((sum, place) => sum + gain(place), 0) / ideal;
  }
  return { mrr: (100 * ranks) / queries.length, ndcg: (100 * gains) / queries.length };
};

describe.runIf(existsSync(folder))(
  'queries of public relevance sets (run where the sets lie beside the repository)',
  () => {
    test('Chinese questions and keywords, and the same in traditional characters', {
      timeout: 60_000,
    }, () => {
      const set = read('cmrc.json');
      const index = indexOf(set);
      const questions = laterHalf(set.questions);
      const asked = measure(index, questions).mrr;
      expect(asked).toBeGreaterThan(98.2);
      expect(measure(index, laterHalf(set.keywords)).ndcg).toBeGreaterThan(99.7);
      const traditional = Converter({ from: 'cn', to: 'tw' });
      const converted = questions.map(({ query, relevant }) => ({ query: traditional(query), relevant }));
      expect(Math.abs(measure(index, converted).mrr - asked)).toBeLessThan(0.3);
    });

    test('English questions and keywords', () => {
      const set = read('xquad_en.json');
      const index = indexOf(set);
      expect(measure(index, laterHalf(set.questions)).mrr).toBeGreaterThan(95.8);
      expect(measure(index, laterHalf(set.keywords)).ndcg).toBeGreaterThan(99);
    });
  },
);
