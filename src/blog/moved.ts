import { hash64 } from './hash.ts';
import type { Blog, Post, PostDate, PostKey } from './model.ts';
import { folderFile } from './name.ts';

/** Folders that a blog's posts are put in, and CONTENT may be moved into or out of. */
const usualFolders = ['posts', '_posts', 'blog', 'content', 'content/posts'];

const yearFolder = /^\d{4}(?:-\d{1,2}){0,2}$/;
const partFolder = /^\d{1,2}$/;
const dateBefore = /^\d{4}-\d{1,2}-\d{1,2}[-_](?=.)/;

/** A path as the folders it stands in and its own name, which is `x/index.md` where a file stands for its folder. */
function partsOf(path: string): { readonly folders: readonly string[]; readonly name: string } {
  const parts = path.split('/');
  const file = parts.pop() ?? '';
  const isFolderFile = folderFile.test(file.replace(/\..*$/s, '')) && parts.length > 0;
  const own = isFolderFile ? [parts.pop() ?? '', file] : [file];
  return { folders: parts, name: own.join('/') };
}

/** Without the folders that only sort posts by date: `2025`, `2025/06`, `2025/06/12`, `2025-06`. */
function withoutDates(folders: readonly string[]): readonly string[] {
  let isDate = false;
  return folders.filter(folder => {
    isDate = yearFolder.test(folder) || (isDate && partFolder.test(folder));
    return !isDate;
  });
}

function dateFolders({ year, month, day }: PostDate): readonly string[] {
  const [y, m, d] = [String(year), String(month).padStart(2, '0'), String(day).padStart(2, '0')];
  return [y, `${y}/${m}`, `${y}/${m}/${d}`, `${y}-${m}`];
}

/** The ways in which the same post's file is named: with its date or without, as a file or as a folder. */
function namesLike(name: string, date: PostDate | undefined): readonly string[] {
  const bare = name.replace(/\/(?:_?index|readme)\.[^/]+$/i, '').replace(/\.(?:mdx?|markdown)$/i, '');
  const [, , day] = date === undefined ? [] : dateFolders(date);
  const stems = [bare, bare.replace(dateBefore, ''), ...(day ? [`${day.replaceAll('/', '-')}-${bare}`] : [])];
  return stems.flatMap(stem => [`${stem}.md`, `${stem}.mdx`, `${stem}/index.md`]);
}

function joined(...parts: readonly string[]): string {
  return parts.filter(part => part !== '').join('/');
}

/**
 * Where a post's file may have stood before somebody put things in order: sorted into folders by date or out of
 * them, named with its date or without, made a folder of its own, and CONTENT moved into a folder or out of one.
 * The name itself always stays.
 */
function likelyFormerPaths({ path, date }: Pick<Post, 'path' | 'date'>): readonly string[] {
  const { folders, name } = partsOf(path);
  const plain = withoutDates(folders);
  const dates = date ? dateFolders(date) : [];
  const bases = [...['', ...dates].map(dated => joined(...plain, dated)), joined(dates[0] ?? '', ...plain)];
  const within = folders.map((_, at) => joined(...folders.slice(0, at), ...folders.slice(at + 1)));
  const around = usualFolders.map(folder => joined(folder, ...folders));
  const homes = new Set([joined(...folders), ...bases, ...within, ...around]);
  const paths = [...homes].map(home => joined(home, name));
  const renamed = namesLike(name, date).map(like => joined(...folders, like));
  return [...new Set([...paths, ...renamed])].filter(former => former !== path);
}

const keysByPost = new WeakMap<Post, readonly PostKey[]>();

/** The keys that a post would have had; hashed once, since blogs share the posts that did not change. */
function formerKeysOf(post: Post): readonly PostKey[] {
  const known = keysByPost.get(post) ?? likelyFormerPaths(post).map(hash64);
  keysByPost.set(post, known);
  return known;
}

const indexes = new WeakMap<Blog, ReadonlyMap<PostKey, Post>>();

/** Posts by the keys that they would have had; what two of them may have had leads to neither. */
function formerKeys(blog: Blog): ReadonlyMap<PostKey, Post> {
  const known = indexes.get(blog);
  if (known !== undefined) return known;
  const found = new Map<PostKey, Post | undefined>();
  for (const post of new Set(blog.byKey.values())) {
    for (const key of formerKeysOf(post)) {
      found.set(key, found.has(key) && found.get(key) !== post ? undefined : post);
    }
  }
  const index = new Map(
    [...found].flatMap(([key, post]) => (post === undefined ? [] : [[key, post] as const])),
  );
  indexes.set(blog, index);
  return index;
}

/**
 * The post of a key: its own, one that it is known to have had, else the one post whose file must have been moved
 * or renamed in one of the usual ways since. The last is worked out once a blog, when first needed.
 */
export function postByKey(blog: Blog, key: PostKey): Post | undefined {
  return blog.byKey.get(key) ?? formerKeys(blog).get(key);
}
