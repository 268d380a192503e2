import { textField } from '../fields.ts';
import type { Dialect } from './model.ts';
import { ownAddress, pathOnSite, withBase } from './paths.ts';
import { hiddenPage, pageAddress } from './vitepress.ts';

const own = ['permalink'];

/** VuePress, both versions: https://vuepress.vuejs.org/guide/page.html#routing. */
export const vuepress: Dialect = {
  name: 'vuepress',
  marks: ['ts', 'js', 'mts', 'mjs']
    .map(ending => `.vuepress/config.${ending}`)
    .concat('.vuepress/config/index.js', '.vuepress'),
  isLike: paths => paths.some(path => /(?:^|\/)@pages\//.test(path)),
  said: configuration => ({
    title: textField(configuration, ['title']),
    url: withBase(textField(configuration, ['hostname']), textField(configuration, ['base'])),
    language: textField(configuration, ['lang']),
  }),
  hasReadme: true,
  movesPictures: true,
  hidden: hiddenPage,
  own,
  address: (post, settings) =>
    ownAddress(post.data, own) ??
    pageAddress(pathOnSite(post.path, settings), '.html', /(?:^|\/)(?:index|readme)\.[^/]+$/i),
};
