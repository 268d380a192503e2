import { field, truth } from '../fields.ts';
import { nameOf } from '../name.ts';
import type { Dialect } from './model.ts';
import { below, folderPage, ownAddress, pagePath, pathOnSite, withName, withoutDate } from './paths.ts';

const own = ['permalink'];

/** Eleventy: https://www.11ty.dev/docs/permalinks/ and /collections/. */
export const eleventy: Dialect = {
  name: 'eleventy',
  marks: ['js', 'mjs', 'cjs', 'ts']
    .map(ending => `eleventy.config.${ending}`)
    .concat('.eleventy.js', '.eleventy.cjs'),
  names: { cover: ['seo.image', 'metadata.image', 'metadata.cover', 'socialImage'] },
  nameOf: path => withoutDate(nameOf(path)),
  listTags: new Set([
    'post',
    'posts',
    'blog',
    'blog-post',
    'blogpost',
    'blogposts',
    'article',
    'articles',
    'all',
    'nav',
    'page',
    'pages',
  ]),
  hidden: (data, path) => {
    if (/(?:^|\/)_(?:includes|layouts|data|site)\//.test(path)) return 'folder';
    if (truth(field(data, 'permalink')) === false) return 'unpublished';
    return truth(field(data, 'eleventyExcludeFromCollections')) === true ? 'unlisted' : undefined;
  },
  own,
  address: (post, settings) => {
    const given = ownAddress(post.data, own);
    if (given !== undefined) return given.replace(/index\.html$/, '');
    const path = pagePath(below(pathOnSite(post.path, settings), ['src', 'content']));
    return folderPage(withName(path, post.slug));
  },
};
