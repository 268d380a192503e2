import GithubSlugger from 'github-slugger';
import type { Fields } from '../fields.ts';
import { textField } from '../fields.ts';
import type { BlogSettings } from '../model.ts';
import { folderFile, pathWithoutSuffixes } from '../name.ts';

/** `2025-06-12-` and `2025-06-12_` before a name. */
const dateBefore = /^\d{4}-\d{1,2}-\d{1,2}[-_](?=.)/;

/** A name without the date that sets it in order. */
export function withoutDate(name: string): string {
  return name.replace(dateBefore, '');
}

/** A post's path seen from the root of its site, as far as it is known. */
export function pathOnSite(path: string, { site }: Pick<BlogSettings, 'site'>): string {
  const { within = '', root = '' } = site ?? {};
  if (root !== '') return path.startsWith(`${root}/`) ? path.slice(root.length + 1) : path;
  return within === '' ? path : `${within}/${path}`;
}

/** What of a path follows the first of these folders that is in it; the whole path where none is. */
export function below(path: string, folders: readonly string[]): string {
  const marked = `/${path}`;
  for (const folder of folders) {
    const at = marked.indexOf(`/${folder}/`);
    if (at >= 0) return marked.slice(at + folder.length + 2);
  }
  return path;
}

/** A path without its ending, where a file stands for its folder that folder's. */
export function pagePath(path: string): string {
  const parts = pathWithoutSuffixes(path).split('/');
  if (folderFile.test(parts.at(-1) ?? '')) parts.pop();
  return parts.join('/');
}

/** A path with its last name replaced. */
export function withName(path: string, name: string): string {
  const parts = path.split('/');
  return [...parts.slice(0, -1), name].join('/');
}

/** `/a/b` and what follows it, without double slashes. */
export function joined(...parts: readonly string[]): string {
  const path = `/${parts.join('/')}`.replace(/\/{2,}/g, '/');
  return path.length > 1 && parts.at(-1) === '' ? path.replace(/\/$/, '') : path;
}

/** A folder's page: `/a/b/`. */
export function folderPage(path: string): string {
  return path === '' ? '/' : `${joined(path)}/`.replace(/(?<!\/)\/{2,}$/, '/');
}

/** Every part of a path as GitHub makes slugs of headings. */
export function githubPath(path: string): string {
  return path
    .split('/')
    .map(part => new GithubSlugger().slug(part))
    .join('/');
}

/** A site's address with the path below which it lies, where the address does not name that itself. */
export function withBase(url: string | undefined, base: string | undefined): string | undefined {
  const path = base?.replace(/^\/+|(?<!\/)\/+$/g, '') ?? '';
  if (url === undefined || path === '' || !/^(?:[a-z]+:)?\/\/[^/]+\/*$/i.test(url)) return url;
  return `${url.replace(/(?<!\/)\/+$/, '')}/${path}`;
}

/** The address that the front matter itself gives under one of these names, as a path; undefined where there is none. */
export function ownAddress(data: Fields, names: readonly string[]): string | undefined {
  const written = textField(data, names);
  if (written === undefined || /[\s{}<>]/.test(written) || /^(?:true|false|\.{1,2}\/)/.test(written))
    return undefined;
  if (URL.canParse(written)) return undefined;
  return written.startsWith('/') ? written : `/${written}`;
}
