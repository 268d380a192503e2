import { type Fields, field, fieldsOf, textField, truth } from '../fields.ts';
import type { HiddenReason } from '../model.ts';
import type { Dialect } from './model.ts';
import { folderPage, joined, ownAddress, pagePath, pathOnSite, withBase } from './paths.ts';

const own = ['permalink'];

/** Home pages and lists are no posts, and themes keep some pages out of their lists. */
export function hiddenPage(data: Fields): HiddenReason | undefined {
  const isList = ['home', 'archivesPage', 'categoriesPage', 'tagsPage', 'isTimeLine'].some(
    name => truth(field(data, name)) === true,
  );
  if (isList || fieldsOf(field(data, 'pageComponent')) !== undefined) return 'list';
  if (/^(?:home|blog|tags|archives?)$/i.test(textField(data, ['layout']) ?? '')) return 'list';
  return truth(field(data, 'article')) === false ? 'unlisted' : undefined;
}

/** A page by the path of its file: `/a/b.html`, and `/a/` where a file stands for its folder. */
export function pageAddress(path: string, ending: string, isFolderFile: RegExp): string {
  const page = pagePath(path);
  return isFolderFile.test(path) ? folderPage(page) : joined(`${page}${ending}`);
}

/** VitePress: https://vitepress.dev/guide/routing and /reference/site-config. */
export const vitepress: Dialect = {
  name: 'vitepress',
  marks: ['ts', 'mts', 'js', 'mjs']
    .map(ending => `.vitepress/config.${ending}`)
    .concat('.vitepress/config/index.ts', '.vitepress'),
  said: configuration => ({
    title: textField(configuration, ['title']),
    url: withBase(textField(configuration, ['hostname']), textField(configuration, ['base'])),
    language: textField(configuration, ['lang']),
    ending: truth(field(configuration, 'cleanUrls')) === true ? '' : undefined,
  }),
  movesPictures: true,
  hidden: hiddenPage,
  own,
  address: (post, settings) =>
    ownAddress(post.data, own) ??
    pageAddress(pathOnSite(post.path, settings), settings.site?.ending ?? '.html', /(?:^|\/)index\.[^/]+$/),
};
