import { type Fields, field, fieldsOf, textField, truth } from '../fields.ts';
import type { BlogSettings } from '../model.ts';
import { nameOf } from '../name.ts';
import { expand, partsOfDate } from '../permalink.ts';
import type { Addressed, Dialect } from './model.ts';
import { folderPage, joined, ownAddress, pagePath, pathOnSite, withBase, withoutDate } from './paths.ts';

const own = ['permalink'];

/** https://jekyllrb.com/docs/permalinks/#built-in-formats */
const styles: Readonly<Record<string, string>> = {
  date: '/:categories/:year/:month/:day/:title.html',
  pretty: '/:categories/:year/:month/:day/:title/',
  ordinal: '/:categories/:year/:y_day/:title.html',
  none: '/:categories/:title.html',
};

const folderOfPosts = /(?:^|\/)_(?:posts|drafts)\//;

/** Jekyll's slugs: everything but letters, digits and, in pretty ones, some signs becomes a hyphen. */
function slugified(text: string, isPretty: boolean): string {
  const other = isPretty ? /[^\p{M}\p{L}\p{Nd}._~!$&'()+,;=@]+/gu : /[^\p{M}\p{L}\p{Nd}]+/gu;
  return text.replace(other, '-').replace(/^-|-$/g, '');
}

/** The folders above `_posts`, then the categories, in lower case, each once. */
function categoriesOf(path: string, categories: readonly string[]): string {
  const above = path.split(folderOfPosts)[0]?.split('/') ?? [];
  const all = [...above, ...categories].map(name => name.toLowerCase()).filter(name => name !== '');
  return [...new Set(all)].join('/');
}

function addressOfPost(path: string, post: Addressed, pattern: string): string | undefined {
  const dates = partsOfDate(post.date);
  return expand(styles[pattern] ?? pattern, name => {
    if (name === 'categories') return categoriesOf(path, post.categories);
    if (name === 'title') return slugified(post.slug, true);
    if (name === 'slug') return slugified(post.slug, false).toLowerCase();
    return dates[name];
  });
}

function address(post: Addressed, settings: BlogSettings): string | undefined {
  const path = pathOnSite(post.path, settings);
  const pattern = settings.site?.permalinks?.[''] ?? 'date';
  const given = ownAddress(post.data, own);
  const isPattern = given !== undefined && (given.includes(':') || styles[given.slice(1)] !== undefined);
  if (given !== undefined && !isPattern) return given;
  if (folderOfPosts.test(path)) return addressOfPost(path, post, given?.replace(/^\/(?!.*:)/, '') ?? pattern);
  const page = pagePath(path);
  const isFolder = pattern === 'pretty' || pattern.endsWith('/') || page === '';
  return isFolder ? folderPage(page) : joined(`${page}.html`);
}

/** The pattern of posts: of their collection, by default for them, or of the whole site. */
function permalinkOf(configuration: Fields): string | undefined {
  const ofCollection = fieldsOf(field(configuration, 'collections.posts'));
  const defaults = field(configuration, 'defaults');
  const ofDefaults = (Array.isArray(defaults) ? defaults : []).flatMap((each: unknown) => {
    const entry = fieldsOf(each) ?? new Map();
    return textField(entry, ['scope.type']) === 'posts' ? [textField(entry, ['values.permalink'])] : [];
  });
  const own = ofCollection === undefined ? undefined : textField(ofCollection, ['permalink']);
  return own ?? ofDefaults.find(pattern => pattern !== undefined) ?? textField(configuration, ['permalink']);
}

/** Jekyll: https://jekyllrb.com/docs/posts/ and /permalinks/. */
export const jekyll: Dialect = {
  name: 'jekyll',
  marks: ['_config.yml', '_config.yaml', '_config.toml'],
  besides: ['_posts', '_layouts', 'Gemfile'],
  isOwn: (text, has) =>
    has('_posts') ||
    has('_layouts') ||
    has('Gemfile') ||
    /^(?:baseurl|remote_theme|kramdown|plugins|collections)\s*:/m.test(text),
  isLike: paths => {
    const posts = paths.filter(path => folderOfPosts.test(path));
    const dated = posts.filter(path => /^\d{4}-\d\d?-\d\d?-/.test(nameOf(path)));
    return posts.length > 0 && dated.length * 2 > posts.length;
  },
  said: configuration => {
    const permalink = permalinkOf(configuration);
    return {
      title: textField(configuration, ['title', 'name']),
      url: withBase(textField(configuration, ['url']), textField(configuration, ['baseurl'])),
      timezone: textField(configuration, ['timezone']),
      language: textField(configuration, ['lang', 'locale', 'language']),
      permalinks: permalink === undefined ? undefined : { '': permalink },
      future: truth(field(configuration, 'future')),
    };
  },
  nameOf: path => withoutDate(nameOf(path)),
  spacedTags: true,
  hidden: (_, path) =>
    /(?:^|\/)_(?:includes|layouts|sass|data|site|plugins)\//.test(path) ? 'folder' : undefined,
  own,
  address,
};
