import { textField } from '../fields.ts';
import type { Dialect } from './model.ts';
import { below, folderPage, ownAddress, pagePath, pathOnSite, withBase } from './paths.ts';

const own = ['path', 'permalink'];

/** Gatsby, as its blog starter makes pages: by the path of a file below its folder of posts, dates kept. */
export const gatsby: Dialect = {
  name: 'gatsby',
  marks: ['js', 'ts', 'mjs'].map(ending => `gatsby-config.${ending}`),
  said: configuration => ({
    title: textField(configuration, ['title']),
    url: withBase(textField(configuration, ['siteUrl']), textField(configuration, ['pathPrefix'])),
    language: textField(configuration, ['language', 'lang']),
  }),
  movesPictures: true,
  own,
  address: (post, settings) => {
    const given = ownAddress(post.data, ['slug', ...own]);
    if (given !== undefined) return given;
    const path = pathOnSite(post.path, settings);
    return folderPage(
      pagePath(below(path, ['content/blog', 'content/posts', 'content', 'src/pages', 'posts'])),
    );
  },
};
