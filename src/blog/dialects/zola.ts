import { textField } from '../fields.ts';
import { languageOfName } from '../language.ts';
import type { BlogSettings } from '../model.ts';
import { nameOf } from '../name.ts';
import type { Addressed, Dialect } from './model.ts';
import { below, folderPage, ownAddress, pagePath, pathOnSite, withName, withoutDate } from './paths.ts';

const own = ['path'];

/** The setting that says how names become addresses: `on`, `safe` or `off`. */
const slugify = 'slugify';

/** Letters that are no ASCII letter with a mark, by the words of Zola's table. */
const letters = new Map(
  ['ß ss', 'æ ae', 'œ oe', 'ø o', 'đ d', 'ð d', 'þ th', 'ł l', 'ı i'].map(pair => {
    const [letter = '', ascii = ''] = pair.split(' ');
    return [letter, ascii];
  }),
);

/**
 * Zola's slugs of names in Latin letters. All others it writes in ASCII by a table that Quoth has not, and that differs
 * from version to version.
 */
function inAscii(part: string): string | undefined {
  const plain = part
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[\u2010-\u201f\u2026]/g, '-')
    .replace(/[^\p{ASCII}]/gu, letter => letters.get(letter) ?? letter);
  return /[^\p{ASCII}]/u.test(plain) ? undefined : plain.replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '');
}

/** What Zola takes off names that it keeps: what files cannot be called on Windows. */
function made(part: string, way: string): string | undefined {
  if (way === 'off') return part;
  return way === 'safe' ? part.replace(/(?<![ .])[ .]+$/, '').replace(/[<>:"/\\|?*#]/g, '') : inAscii(part);
}

function slugified(path: string, way: string): string | undefined {
  const parts = path.split('/').map(part => made(part, way));
  return parts.includes(undefined) ? undefined : parts.join('/');
}

function address(post: Addressed, settings: BlogSettings): string | undefined {
  const language = languageOfName(post.path);
  const prefix =
    language === undefined || language === settings.language ? '' : (language.split('-')[0] ?? '');
  const given = ownAddress(post.data, own);
  if (given !== undefined) return folderPage(`${prefix}${given}`);
  const path = pagePath(below(pathOnSite(post.path, settings), ['content']));
  const slug = slugified(withName(path, post.slug), settings.site?.permalinks?.[slugify] ?? 'on');
  return slug === undefined ? undefined : folderPage(`${prefix}/${slug}`);
}

/** Zola: https://www.getzola.org/documentation/content/page/. */
export const zola: Dialect = {
  name: 'zola',
  marks: ['config.toml', 'zola.toml'],
  isOwn: text => /^[ \t]*base_url\s*=/m.test(text),
  folders: ['content'],
  said: configuration => {
    const way = textField(configuration, ['slugify.paths']) ?? textField(configuration, ['slugify_paths']);
    return {
      title: textField(configuration, ['title']),
      url: textField(configuration, ['base_url']),
      language: textField(configuration, ['default_language']),
      ...(way && { permalinks: { [slugify]: way } }),
    };
  },
  names: {
    excerpt: ['description', 'extra.description', 'extra.summary'],
    cover: ['extra.cover', 'extra.image', 'extra.thumbnail', 'extra.banner', 'extra.og_image'],
  },
  nameOf: path => withoutDate(nameOf(path)),
  hidden: (_, path) => (/(?:^|\/)_index\.[^/]+$/.test(path) ? 'list' : undefined),
  own,
  address,
};
