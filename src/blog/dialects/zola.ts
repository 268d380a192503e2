import { textField } from '../fields.ts';
import { languageOfName } from '../language.ts';
import type { BlogSettings } from '../model.ts';
import { nameOf } from '../name.ts';
import type { Addressed, Dialect } from './model.ts';
import { below, folderPage, ownAddress, pagePath, pathOnSite, withName, withoutDate } from './paths.ts';

const own = ['path'];

/** Zola's slugs, of names in ASCII: what else there is it writes in ASCII too, by tables that Quoth has not. */
function slugified(path: string): string | undefined {
  if (!/^[\x20-\x7e]*$/.test(path)) return undefined;
  const parts = path.split('/').map(part =>
    part
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, ''),
  );
  return parts.join('/');
}

function address(post: Addressed, settings: BlogSettings): string | undefined {
  const language = languageOfName(post.path);
  const prefix =
    language === undefined || language === settings.language ? '' : (language.split('-')[0] ?? '');
  const given = ownAddress(post.data, own);
  if (given !== undefined) return folderPage(`${prefix}${given}`);
  const path = pagePath(below(pathOnSite(post.path, settings), ['content']));
  const slug = slugified(withName(path, post.slug));
  return slug === undefined ? undefined : folderPage(`${prefix}/${slug}`);
}

/** Zola: https://www.getzola.org/documentation/content/page/. */
export const zola: Dialect = {
  name: 'zola',
  marks: ['config.toml', 'zola.toml'],
  isOwn: text => /^\s*base_url\s*=/m.test(text),
  folders: ['content'],
  said: configuration => ({
    title: textField(configuration, ['title']),
    url: textField(configuration, ['base_url']),
    language: textField(configuration, ['default_language']),
  }),
  names: {
    excerpt: ['description', 'extra.description', 'extra.summary'],
    cover: ['extra.cover', 'extra.image', 'extra.thumbnail', 'extra.banner', 'extra.og_image'],
  },
  nameOf: path => withoutDate(nameOf(path)),
  hidden: (_, path) => (/(?:^|\/)_index\.[^/]+$/.test(path) ? 'list' : undefined),
  own,
  address,
};
