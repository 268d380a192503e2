import { decoded, isPostReference, readReference } from './body/reference.ts';
import { pathOnSite } from './dialects/paths.ts';
import { fold } from './fold.ts';
import { lookUpName } from './former.ts';
import { languageOfName } from './language.ts';
import type { BlogSettings, Hidden, Language, Post } from './model.ts';
import { folderFile, pathWithoutSuffixes } from './name.ts';

/** What a link may lead to: a post that readers may see, or a file that is kept from them. */
interface Entry {
  readonly path: string;
  readonly url?: string;
  readonly language?: Language;
  /** Absent for what is kept from readers. */
  readonly post?: Post;
}

/** What a link was found to lead to, and the place on that page that it names; empty for none. */
export interface Target {
  readonly post?: Post;
  readonly heading: string;
}

/** Finds what an address in a post leads to; undefined where that is neither a post nor a hidden one. */
export type Directory = (address: string, from: Post) => Target | undefined;

/** First folders of addresses that lead to lists, whatever posts are called. */
const lists = /^(?:tags?|categor(?:y|ies)|topics?|series|authors?|archives?|page)\//i;

/** A path without ending, language and file that stands for its folder, as paths compare. */
function bare(path: string): string {
  const parts = pathWithoutSuffixes(path).split('/');
  if (folderFile.test(parts.at(-1) ?? '')) parts.pop();
  return fold(parts.join('/'));
}

/** The same of a name in a link, whose ending may be left out and whose dots are no ending then. */
function bareName(name: string): string {
  if (/\.(?:mdx?|markdown)$/i.test(name)) return bare(name);
  const parts = name.replace(/\.html?$/i, '').split('/');
  if (folderFile.test(parts.at(-1) ?? '')) parts.pop();
  return fold(parts.filter(part => part !== '').join('/'));
}

/** A path seen from a folder, without its dots; what would lead out of CONTENT stays within. */
function resolved(folder: readonly string[], path: string): string {
  const parts = path.startsWith('/') ? [] : [...folder];
  for (const part of path.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/');
}

/** How pages of the site compare: without scheme, `index`, ending, closing slash and encoding. */
function pageKey(address: string): string {
  const { host = '', pathname = '' } = URL.parse(address) ?? {};
  const path = decoded(pathname).normalize('NFC');
  return host + path.replace(/(?:\/index)?(?:\.html?)?\/?$/i, '');
}

function add(map: Map<string, Entry[]>, key: string, entry: Entry): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, [entry]);
  else known.push(entry);
}

/** A path and all its ends: `a/b/c`, `b/c`, `c`. */
function endsOf(path: string): readonly string[] {
  const parts = path.split('/');
  return parts.map((_, index) => parts.slice(index).join('/'));
}

/** Of several that are called the same the one in the language of the post that links, else the first. */
function choose(entries: readonly Entry[] | undefined, { language, path }: Post): Entry | undefined {
  if (entries === undefined || entries.length < 2) return entries?.[0];
  const own = languageOfName(path) ?? language;
  return entries.find(entry => (languageOfName(entry.path) ?? entry.language) === own) ?? entries[0];
}

interface Maps {
  /** By the whole path within CONTENT. */
  readonly paths: Map<string, Entry[]>;
  /** By the path from the site's root and all its ends. */
  readonly ends: Map<string, Entry[]>;
  /** By slug, by what a post was called before, and by title. */
  readonly names: Map<string, Entry[]>;
  readonly pages: Map<string, Entry[]>;
}

function mapsOf(entries: readonly Entry[], settings: BlogSettings): Maps {
  const maps: Maps = { paths: new Map(), ends: new Map(), names: new Map(), pages: new Map() };
  for (const entry of entries) {
    add(maps.paths, bare(entry.path), entry);
    for (const end of endsOf(bare(pathOnSite(entry.path, settings)))) add(maps.ends, end, entry);
    if (entry.url !== undefined) add(maps.pages, pageKey(entry.url), entry);
    if (entry.post === undefined) continue;
    const { slug, formerly = [], title } = entry.post;
    for (const name of new Set([lookUpName(slug), ...formerly, fold(title)])) add(maps.names, name, entry);
  }
  return maps;
}

/** A path on the site by what the posts' own paths and names tell, where no address does. */
function byPathOnSite(path: string, { ends, names }: Maps): readonly Entry[] | undefined {
  const key = bareName(path);
  const known = ends.get(key) ?? names.get(lookUpName(path));
  if (known !== undefined || lists.test(key)) return known;
  const [last = ''] = key.split('/').slice(-1);
  return names.get(last) ?? ends.get(last);
}

function byName(name: string, from: Post, maps: Maps): readonly Entry[] | undefined {
  const folder = from.path.split('/').slice(0, -1);
  const written = name.replace(/^@(?:site)?\//, '/');
  const beside = maps.paths.get(bareName(resolved(folder, written)));
  const anywhere = bareName(resolved([], written));
  const called = () => maps.names.get(lookUpName(written)) ?? maps.names.get(fold(written));
  return beside ?? maps.ends.get(anywhere) ?? called();
}

function byRelativeAddress(path: string, from: Post, maps: Maps): readonly Entry[] | undefined {
  if (path.startsWith('/')) return byPathOnSite(path, maps);
  // Seen from the post's page, which may stand below its file's place as a folder, or beside it.
  const folders = from.path.split('/').slice(0, -1);
  return [folders, bare(from.path).split('/')]
    .map(folder => maps.paths.get(bareName(resolved(folder, path))))
    .find(found => found !== undefined);
}

function find(address: string, from: Post, maps: Maps): { readonly entry?: Entry; readonly heading: string } {
  if (isPostReference(address)) {
    const { name, heading } = readReference(address);
    if (name === '') return { entry: { path: from.path, post: from }, heading };
    return { entry: choose(byName(name, from, maps), from), heading };
  }
  const [, path = '', heading = ''] = /^([^?#]*)(?:\?[^#]*)?#?(.*)$/s.exec(address) ?? [];
  const entries = URL.canParse(address)
    ? maps.pages.get(pageKey(address))
    : byRelativeAddress(decoded(path), from, maps);
  return { entry: choose(entries, from), heading: decoded(heading) };
}

/**
 * Tells what links lead to among posts that readers may see and files that are kept from them: files by their paths
 * within CONTENT or the site, seen from the post that links or from anywhere, posts by their names, slugs, former
 * names and titles, pages by their addresses.
 */
export function directoryOf(
  posts: readonly Post[],
  kept: readonly (Post | Hidden)[],
  settings: BlogSettings,
): Directory {
  const seen = posts.map(post => ({ path: post.path, url: post.url, language: post.language, post }));
  const maps = mapsOf([...seen, ...kept.map(({ path, url }) => ({ path, url }))], settings);
  return (address, from) => {
    const { entry, heading } = find(address, from, maps);
    return entry && { post: entry.post, heading };
  };
}
