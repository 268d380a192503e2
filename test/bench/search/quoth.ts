import { makeBlog } from '../../../src/blog/blog.ts';
import type { Post } from '../../../src/blog/model.ts';
import { readSettings } from '../../../src/blog/settings.ts';
import { makeIndex } from '../../../src/search/build.ts';
import { search } from '../../../src/search/index.ts';
import type { Passage } from './passages.ts';
import type { Find } from './peers.ts';

const postOf = ({ heading, body }: Passage, at: number): Post => ({
  key: String(at),
  aliases: [],
  path: `${at}.md`,
  slug: String(at),
  title: '',
  excerpt: '',
  tags: [],
  language: 'zh-CN',
  minutes: 1,
  sections: [
    {
      ordinal: 0,
      id: 'a.0',
      heading,
      depth: 1,
      nodes: [{ type: 'paragraph', children: [{ type: 'text', value: body }] }],
    },
  ],
  insights: [],
  problems: [],
});

/** Quoth's own search over posts of one section each. */
export function quoth(passages: readonly Passage[]): Find {
  const { settings } = readSettings('timezone: UTC');
  const index = makeIndex(makeBlog(passages.map(postOf), [], settings, 0));
  return (query, limit) =>
    search(index, query, { limit }).hits.map(({ passage }) => Number(passage.post.key));
}
