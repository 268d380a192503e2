import { textField } from '../fields.ts';
import type { BlogSettings } from '../model.ts';
import { nameOf, pathWithoutSuffixes } from '../name.ts';
import type { Addressed, Dialect } from './model.ts';
import { below, joined, pagePath, pathOnSite, withBase, withName } from './paths.ts';

/** `2025-06-12-name`, `2025/06/12/name`, `2025-06-12/name`: https://docusaurus.io/docs/api/plugins/@docusaurus/plugin-content-blog */
const dated = /^(?<folder>.*?)(?<date>\d{4}[-/]\d{1,2}[-/]\d{1,2})[-/]?(?<text>.*)$/;

/** Numbers that only put the documents in order: `01-`, `1. `. */
const order = /^\d+\s*[-_.]+\s*(?=[^\d\s-_.])/;

function addressOfBlog(path: string, base: string): string {
  const { folder = '', date = '', text = path } = dated.exec(path)?.groups ?? {};
  return joined(base, folder, date.replaceAll('-', '/'), text);
}

function addressOfDocument(path: string): string {
  return joined('docs', ...path.split('/').map(part => part.replace(order, '')));
}

/** `/en` before what stands in the folder of a translation: `i18n/en/docusaurus-plugin-content-blog/…`. */
function localised(path: string): readonly [prefix: string, path: string] {
  const match = /^i18n\/([^/]+)\/docusaurus-plugin-content-(blog|docs)\/(?:current\/)?(.*)$/.exec(path);
  return match === null ? ['', path] : [match[1] ?? '', `${match[2]}/${match[3]}`];
}

function address(post: Addressed, settings: BlogSettings): string | undefined {
  const [prefix, path] = localised(pathOnSite(post.path, settings));
  if (/(?:^|\/)src\/pages\//.test(path)) return joined(prefix, pagePath(below(path, ['src/pages'])));
  const isDocument = /(?:^|\/)docs\//.test(path);
  const page = pagePath(below(path, ['blog', 'docs']));
  const slug = textField(post.data, ['slug']);
  const base = settings.site?.permalinks?.blog ?? 'blog';
  const found = isDocument ? addressOfDocument(slug === undefined ? page : slugFrom(page, slug)) : undefined;
  const address = found ?? (slug === undefined ? addressOfBlog(page, base) : joined(base, slug));
  return joined(prefix, address, settings.site?.ending ?? '');
}

/** A document's slug is seen from its folder, unless it starts with a slash. */
function slugFrom(page: string, slug: string): string {
  return slug.startsWith('/') ? slug : withName(page, slug);
}

/** Docusaurus: https://docusaurus.io/docs/blog and /create-doc. */
export const docusaurus: Dialect = {
  name: 'docusaurus',
  marks: ['ts', 'js', 'mjs', 'cjs', 'mts']
    .map(ending => `docusaurus.config.${ending}`)
    .concat('blog/authors.yml'),
  isLike: paths => paths.some(path => /(?:^|\/)i18n\/[^/]+\/docusaurus-plugin-content-/.test(path)),
  said: configuration => {
    const route =
      textField(configuration, ['docs']) === 'false'
        ? textField(configuration, ['routeBasePath'])
        : undefined;
    return {
      // Where there are no documents, the only route that a configuration gives is the blog's.
      ...(route && { permalinks: { blog: route } }),
      title: textField(configuration, ['title']),
      url: withBase(textField(configuration, ['url']), textField(configuration, ['baseUrl'])),
      language: textField(configuration, ['defaultLocale']),
    };
  },
  nameOf: path => pathWithoutSuffixes(nameOf(path)).replace(/^\d{4}-\d{1,2}-\d{1,2}-(?=.)/, ''),
  movesPictures: true,
  hidden: (_, path) =>
    /(?:^|\/)versioned_docs\//.test(path) || /(?:^|\/)_[^/]+\//.test(path) ? 'folder' : undefined,
  address,
};
