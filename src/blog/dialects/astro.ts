import { textField } from '../fields.ts';
import type { BlogSettings } from '../model.ts';
import type { Addressed, Dialect, SiteSaid } from './model.ts';
import { below, githubPath, joined, ownAddress, pagePath, pathOnSite, withBase } from './paths.ts';

const own = ['permalink'];

const folders = ['src/content', 'src/pages', 'src/data', 'content'];

/** What sites call the part of them that holds the posts. */
const bases = ['posts', 'blog', 'post', 'articles', 'writing'];

/** Pages are written as they are named; entries of a collection stand below its name, as GitHub makes slugs. */
function address(post: Addressed, settings: BlogSettings): string | undefined {
  const given = ownAddress(post.data, own);
  if (given !== undefined) return given;
  const path = pathOnSite(post.path, settings);
  const page = pagePath(below(path, ['src/pages']));
  if (/(?:^|\/)src\/pages\//.test(path)) return joined(page);
  const [collection = '', ...entry] = pagePath(below(path, folders)).split('/');
  const base = settings.site?.permalinks?.[''] ?? (entry.length === 0 ? 'posts' : collection);
  const slug = textField(post.data, ['slug']);
  const id = slug ?? githubPath(entry.length === 0 ? collection : entry.join('/'));
  return joined(base, `${id}${settings.site?.ending ?? ''}`);
}

function permalinksOf(base: string | undefined): SiteSaid['permalinks'] {
  return base === undefined ? undefined : { '': base };
}

/** Astro: https://docs.astro.build/en/guides/content-collections/. */
export const astro: Dialect = {
  name: 'astro',
  marks: ['mjs', 'ts', 'js', 'cjs', 'mts'].map(ending => `astro.config.${ending}`),
  besides: bases.map(base => `src/pages/${base}`),
  isLike: paths => paths.some(path => /(?:^|\/)src\/content\//.test(path)),
  homes: folders.slice(0, -1),
  said: (configuration, has) => ({
    title: textField(configuration, ['title']),
    url: withBase(textField(configuration, ['site']), textField(configuration, ['base'])),
    language: textField(configuration, ['defaultLocale']),
    ending: textField(configuration, ['trailingSlash']) === 'always' ? '/' : undefined,
    permalinks: permalinksOf(bases.find(base => has(`src/pages/${base}`))),
  }),
  movesPictures: true,
  own,
  address,
};
