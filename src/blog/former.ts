import { type Fields, field, textValue } from './fields.ts';
import { fold } from './fold.ts';
import { hash64 } from './hash.ts';
import type { Post, PostKey } from './model.ts';

const names = ['aliases', 'alias', 'redirectFrom', 'redirects', 'oldUrls', 'formerPaths'];

/** More names than these nobody gives a post. */
const mostNames = 50;

const endings = ['.md', '.mdx', '.markdown', '/index.md', '/index.mdx'];

/** Longer ones are no paths, in characters. */
const longest = 500;

function pathOf(written: string): string {
  const path = URL.parse(written)?.pathname ?? written;
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/**
 * How names and paths on the site compare by which posts are looked up: a slug, `/2014/09/15/old.html`, a whole
 * address. Site, outer slashes, `index`, the ending and case do not count.
 */
export function lookUpName(written: string): string {
  const path = pathOf(written.trim().slice(0, longest)).replace(/[?#].*$/su, '');
  return fold(path.replace(/(?:^|\/)index(?:\.html?)?\/?$|\.html?$/i, '').replace(/^\/+|(?<!\/)\/+$/g, ''));
}

/** Keys of the files that a former name can mean: the file itself, or one that its page was made from. */
function keysOf(written: string): PostKey[] {
  const path = pathOf(written).replace(/^\/+|(?<!\/)\/+$/g, '');
  if (path === '' || /\s/.test(path)) return [];
  if (/\.(?:mdx?|markdown)$/i.test(path)) return [hash64(path)];
  const bare = path.replace(/(?:\/index)?\.html?$/i, '');
  return endings.map(ending => hash64(`${bare}${ending}`));
}

/**
 * What a post was before, as its front matter says (`aliases`, `redirect_from`): files' paths as the keys that they
 * had, paths on the site and other names as what it is looked up by.
 */
export function formerOf(data: Fields): Pick<Post, 'aliases' | 'formerly'> {
  const written = names
    .flatMap(name => field(data, name))
    .map(value => textValue(value) ?? '')
    .filter(text => text !== '' && text.length <= longest)
    .slice(0, mostNames);
  const formerly = [...new Set(written.map(lookUpName).filter(name => name !== ''))];
  return {
    aliases: [...new Set(written.flatMap(keysOf))],
    ...(formerly.length > 0 ? { formerly } : {}),
  };
}
