import { field, textField, truth } from '../fields.ts';
import type { Dialect } from './model.ts';
import { below, joined, ownAddress, pagePath, pathOnSite } from './paths.ts';

const own = ['permalink', 'path'];

/** Next.js and Remix, where every site has its own rules: a post stands below the name of its folder of posts. */
export const next: Dialect = {
  name: 'next',
  marks: ['js', 'mjs', 'ts', 'cjs']
    .map(ending => `next.config.${ending}`)
    .concat('contentlayer.config.ts', 'contentlayer.config.js', 'velite.config.ts', 'remix.config.js'),
  names: {
    title: ['title', 'meta.title'],
    date: ['date', 'publishedAt', 'meta.date'],
    excerpt: ['spoiler', 'description', 'summary', 'meta.description'],
  },
  movesPictures: true,
  hidden: data => (truth(field(data, 'archived')) === true ? 'hidden' : undefined),
  own,
  address: (post, settings) => {
    const given = ownAddress(post.data, own);
    if (given !== undefined) return given;
    const parts = pagePath(
      below(pathOnSite(post.path, settings), ['content', 'data', 'src', 'app', 'pages']),
    ).split('/');
    const slug = textField(post.data, ['slug']);
    const base = parts.length > 1 ? (parts[0] ?? '') : 'posts';
    return joined(base, slug ?? (parts.length > 1 ? parts.slice(1).join('/') : parts.join('/')));
  },
};
