import { field, textField, truth } from '../fields.ts';
import type { BlogSettings } from '../model.ts';
import { nameOf } from '../name.ts';
import { expand, partsOfDate } from '../permalink.ts';
import { jekyll } from './jekyll.ts';
import type { Addressed, Dialect } from './model.ts';
import {
  below,
  folderPage,
  joined,
  ownAddress,
  pagePath,
  pathOnSite,
  withName,
  withoutDate,
} from './paths.ts';

const own = ['permalink'];

/** The pattern of a fresh Hexo site; https://hexo.io/docs/permalinks. */
const usual = ':year/:month/:day/:title/';

/** The setting by which files of posts are named. */
const newNames = 'new_post_name';

/** What a post without a category stands under. */
const noCategory = 'uncategorized';

const folderOfPosts = /(?:^|\/)_posts\//;

/** The name that a post has by its file: Hexo knows dates in names only where `new_post_name` says so. */
function nameBy(path: string, permalinks: Readonly<Record<string, string>>): string {
  const name = nameOf(path);
  return /:year.*:month.*:day/.test(permalinks[newNames] ?? '') ? withoutDate(name) : name;
}

function partOf(post: Addressed, path: string, fileName: string, name: string): string | undefined {
  const bare = pagePath(path);
  switch (name) {
    case 'title':
    case 'slug':
      return withName(bare, fileName);
    case 'name':
      return fileName;
    case 'post_title':
      return textField(post.data, ['title']);
    case 'category':
      return post.categories.join('/') || noCategory;
    default:
      return partsOfDate(post.date)[name] ?? textField(post.data, [name]);
  }
}

function address(post: Addressed, settings: BlogSettings): string | undefined {
  const path = pathOnSite(post.path, settings);
  const given = ownAddress(post.data, own);
  if (given !== undefined) return given;
  const inPosts =
    folderOfPosts.test(path) || ((settings.site?.within ?? '') === '' && !path.startsWith('source/'));
  if (!inPosts) {
    const page = pagePath(below(path, ['source']));
    return /(?:^|\/)index\.[a-z]+$/.test(path) ? folderPage(page) : joined(`${page}.html`);
  }
  const file = below(path, ['_posts', 'source']);
  const permalinks = settings.site?.permalinks ?? {};
  const fileName = nameBy(file, permalinks);
  return expand(permalinks[''] ?? usual, name => partOf(post, file, fileName, name));
}

/** Hexo: https://hexo.io/docs/writing, /front-matter, /permalinks. */
export const hexo: Dialect = {
  name: 'hexo',
  marks: ['_config.yml', '_config.yaml', 'scaffolds'],
  besides: ['source', 'scaffolds'],
  isOwn: (text, has) =>
    has('source') ||
    has('scaffolds') ||
    /^(?:source_dir|new_post_name|default_layout|post_asset_folder)\s*:/m.test(text),
  isLike: paths => paths.some(path => folderOfPosts.test(path)) && jekyll.isLike?.(paths) !== true,
  folders: ['source'],
  said: configuration => {
    const languages = field(configuration, 'language');
    const [language] = Array.isArray(languages) ? languages : [languages];
    const permalink = textField(configuration, ['permalink']);
    const newName = textField(configuration, [newNames]);
    return {
      title: textField(configuration, ['title']),
      url: textField(configuration, ['url']),
      timezone: textField(configuration, ['timezone']),
      language: typeof language === 'string' ? language : undefined,
      permalinks: { ...(permalink && { '': permalink }), ...(newName && { [newNames]: newName }) },
      future: truth(field(configuration, 'future')),
    };
  },
  names: { cover: ['cover', 'thumbnail', 'banner', 'index_img', 'top_img', 'banner_img'] },
  own,
  address,
};
