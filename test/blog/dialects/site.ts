import { makeBlog } from '../../../src/blog/blog.ts';
import { type Mark, marksToLookFor } from '../../../src/blog/dialects/recognise.ts';
import type { Blog, BlogSettings, HiddenReason, Post } from '../../../src/blog/model.ts';
import { isHidden, readPost } from '../../../src/blog/post.ts';
import { readSettings, type SettingOverrides } from '../../../src/blog/settings.ts';
import { now } from '../fixture.ts';

/** A whole site in memory: texts of its files by their paths within its repository. */
export interface Site {
  readonly files: Readonly<Record<string, string>>;
  /** The folder of it that Quoth is given; the whole where absent. */
  readonly content?: string;
  readonly overrides?: SettingOverrides;
  readonly at?: number;
}

/** A site as Quoth serves it. */
export interface Served {
  readonly blog: Blog;
  readonly settings: BlogSettings;
  readonly warnings: readonly string[];
  /** Why posts are kept from readers, by path. */
  readonly hidden: Readonly<Record<string, HiddenReason>>;
  /** A post by its path within CONTENT; throws where there is none to see. */
  readonly post: (path: string) => Post;
  /** Paths on the site by paths within CONTENT, of a site at https://blog.example unless it has another address. */
  readonly addresses: Readonly<Record<string, string | undefined>>;
}

function marksIn(files: Site['files'], folder: string, level: number): Mark[] {
  return marksToLookFor.flatMap(path => {
    const full = folder === '' ? path : `${folder}/${path}`;
    const text = files[full];
    if (text !== undefined) return [{ level, path, text }];
    return Object.keys(files).some(file => file.startsWith(`${full}/`)) ? [{ level, path }] : [];
  });
}

/** Reads a site as `loadFolder` does, without a disk. */
export function serve({ files, content = '', overrides = {}, at = now }: Site): Served {
  const parts = content === '' ? [] : content.split('/');
  const levels = [...parts.keys(), parts.length].map(up => parts.slice(0, parts.length - up).join('/'));
  const around = {
    folders: levels.map(folder => folder.split('/').at(-1) || 'site'),
    marks: levels.flatMap((folder, level) => marksIn(files, folder, level)),
  };
  const before = content === '' ? '' : `${content}/`;
  const within = Object.entries(files).filter(
    ([path]) => path.startsWith(before) && /\.(?:mdx?|markdown)$/.test(path),
  );
  const texts = within.map(([path, text]) => [path.slice(before.length), text] as const);
  const paths = texts.map(([path]) => path);
  const { settings, warnings } = readSettings(files[`${before}blog.yml`] ?? '', overrides, { around, paths });
  const reads = texts.map(([path, text]) => readPost(path, text, settings));
  const hidden = Object.fromEntries(reads.filter(isHidden).map(one => [one.path, one.hidden]));
  const posts = reads.flatMap(one => (isHidden(one) ? [] : [one]));
  const blog = makeBlog(posts, [], settings, at);
  const post = (path: string): Post => {
    const found = [...blog.byKey.values()].find(one => one.path === path);
    if (found === undefined) throw new Error(`${path} is not to be seen: ${hidden[path] ?? 'no such post'}`);
    return found;
  };
  const addresses = Object.fromEntries(
    posts.map(one => [one.path, one.url && decodeURI(new URL(one.url).pathname)]),
  );
  return { blog, settings, warnings, hidden, post, addresses };
}

/** Front matter of a post with a body. */
export function text(lines: string, body = 'Words.'): string {
  return `---\n${lines}\n---\n\n${body}\n`;
}
