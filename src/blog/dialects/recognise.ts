import { type Fields, foldKey } from '../fields.ts';
import type { DialectName, Site } from '../model.ts';
import { ConfigurationError, readConfiguration, readMapping } from './configuration.ts';
import { dialects } from './dialects.ts';
import type { Dialect, SiteSaid } from './model.ts';

/** A file or folder beside or above the posts that tells something of their site. */
export interface Mark {
  /** 0 for CONTENT itself, 1 for the folder that holds it, and so on. */
  readonly level: number;
  /** Seen from that folder: `_config.yml`, `.vitepress/config.ts`. */
  readonly path: string;
  /** Absent for folders, and for what cannot be read. */
  readonly text?: string;
}

/** What lies around the posts: handed in by whoever reads the folder, and all that is known of it. */
export interface Around {
  /** Names of CONTENT and of the folders above it, nearest first. */
  readonly folders: readonly string[];
  readonly marks: readonly Mark[];
}

/** What is known of a blog's site. */
export interface Recognised {
  readonly dialect: DialectName;
  readonly site: Site;
  readonly said: SiteSaid;
  /** A sentence where a configuration cannot be read. */
  readonly warnings: readonly string[];
}

/** Folders of a repository in which a site may stand by itself. */
const siteFolders = ['', 'docs/', 'website/', 'site/', 'src/', 'blog/'];

/** Marks of tools that are used beside any generator: they count where nothing else does. */
const weakest: ReadonlySet<DialectName> = new Set(['obsidian']);

const known = Object.values(dialects);

/** What is worth looking for in CONTENT and in each of the folders above it: these paths and no others. */
export const marksToLookFor: readonly string[] = [
  ...new Set(
    known
      .flatMap(({ marks, besides = [], parts = {} }) => [
        ...marks,
        ...besides,
        ...Object.values(parts).flat(),
      ])
      .flatMap(mark => siteFolders.map(folder => `${folder}${mark}`)),
  ),
];

interface Place {
  readonly level: number;
  /** Of siteFolders. */
  readonly folder: string;
}

function markAt({ marks }: Around, { level, folder }: Place, name: string): Mark | undefined {
  return marks.find(mark => mark.level === level && mark.path === `${folder}${name}`);
}

/** The mark by which a dialect is told at a place; undefined where it is not. */
function markOf(around: Around, place: Place, dialect: Dialect): Mark | undefined {
  const has = (name: string) => markAt(around, place, name) !== undefined;
  const found = dialect.marks.map(name => markAt(around, place, name)).filter(mark => mark !== undefined);
  return found.find(mark => dialect.isOwn?.(mark.text ?? '', has, mark.path) ?? true);
}

/** From the site's root to CONTENT, or the other way round; undefined where CONTENT is none of the site's. */
function siteAt({ folders }: Around, { level, folder }: Place): Site | undefined {
  const within = folders.slice(0, level).toReversed().join('/');
  const root = folder.replace(/\/$/, '');
  if (root === '') return { within };
  if (within === '') return { within, root };
  return `${within}/`.startsWith(`${root}/`) ? { within: within.slice(root.length + 1) } : undefined;
}

/** The only folders of a site that hold its posts, as its configuration says, or as all of its generator have it. */
function foldersOf({ folders }: Dialect, { contents }: SiteSaid): readonly string[] | undefined {
  return contents === undefined ? folders : Object.keys(contents);
}

/** A configuration above CONTENT may belong to something else: CONTENT must be where that site keeps its posts. */
function holdsContent(folders: readonly string[] | undefined, { within }: Site): boolean {
  return !within || folders === undefined || folders.some(name => `${within}/`.startsWith(`${name}/`));
}

interface Told extends Pick<Recognised, 'said' | 'warnings'> {
  readonly dialect: Dialect;
  readonly site: Site;
}

function toldBy(around: Around, candidates: readonly Dialect[]): Told | undefined {
  for (const level of around.folders.keys()) {
    for (const folder of siteFolders) {
      const place = { level, folder };
      const site = siteAt(around, place);
      if (site === undefined) continue;
      for (const dialect of candidates) {
        const mark = markOf(around, place, dialect);
        const read = mark && saidBy(around, dialect, place, mark);
        if (read && holdsContent(foldersOf(dialect, read.said), site)) return { dialect, site, ...read };
      }
    }
  }
  return undefined;
}

/** What the mark's file says, with the parts that stand in files of their own. */
function configurationAt(around: Around, { parts = {} }: Dialect, place: Place, mark: Mark): Fields {
  const whole = new Map(readConfiguration(mark.path, mark.text ?? ''));
  for (const [key, names] of Object.entries(parts)) {
    const part = names.map(name => markAt(around, place, name)).find(found => found?.text !== undefined);
    if (part === undefined || whole.has(foldKey(key))) continue;
    whole.set(foldKey(key), readMapping(part.path, part.text ?? ''));
  }
  return whole;
}

function saidBy(
  around: Around,
  dialect: Dialect,
  place: Place,
  mark: Mark,
): Pick<Recognised, 'said' | 'warnings'> {
  const has = (name: string) => markAt(around, place, name) !== undefined;
  try {
    const configuration = configurationAt(around, dialect, place, mark);
    return { said: dialect.said?.(configuration, has) ?? {}, warnings: [] };
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error;
    return { said: {}, warnings: [error.message] };
  }
}

/** The folders that hold what is published, where CONTENT is a whole site and posts stand in them. */
function publishedOf({ dialect, site, said }: Told, paths: readonly string[]): Pick<Site, 'folders'> {
  const folders = foldersOf(dialect, said);
  const before = site.root === undefined ? '' : `${site.root}/`;
  const isUsed = folders?.some(folder => paths.some(path => path.startsWith(`${before}${folder}/`)));
  return site.within === '' && isUsed === true ? { folders } : {};
}

/** How many folders above CONTENT count where only the looks of paths tell. */
const likeLevels = 3;

/** By the names of folders and files alone. */
function likeOne(
  around: Around,
  paths: readonly string[],
  candidates: readonly Dialect[],
): Recognised | undefined {
  const above = around.folders.slice(0, likeLevels).toReversed().join('/');
  const seen = paths.map(path => `${above}/${path}`);
  const dialect = candidates.find(({ isLike }) => isLike?.(seen) ?? false);
  if (dialect === undefined) return undefined;
  const ownFolder = around.folders[0] ?? '';
  const within =
    (dialect.homes ?? dialect.folders)
      ?.map(folder => withinOf(above, folder))
      .find(found => found !== undefined) ?? (ownFolder.startsWith('_') ? ownFolder : undefined);
  return { dialect: dialect.name, site: within === undefined ? {} : { within }, said: {}, warnings: [] };
}

/** Where CONTENT lies within a site whose folder of posts is on the way to it. */
function withinOf(above: string, folder: string): string | undefined {
  const at = `/${above}/`.lastIndexOf(`/${folder}/`);
  return at < 0 ? undefined : `/${above}`.slice(at + 1);
}

/**
 * The generator that a folder of posts is written for, where CONTENT lies in its site, and what the site's
 * configuration says: by the marks around the posts, the nearest first, else by the looks of their paths. `named` is
 * the generator that someone named; then only where its site lies is looked for.
 */
export function recognise(around: Around, paths: readonly string[], named?: DialectName): Recognised {
  const candidates = named === undefined ? known : [dialects[named]];
  const strong = candidates.filter(({ name }) => !weakest.has(name));
  const weak = candidates.filter(({ name }) => weakest.has(name));
  const told = toldBy(around, strong);
  if (told !== undefined) {
    const site = { ...told.site, ...publishedOf(told, paths) };
    return { dialect: told.dialect.name, site, said: told.said, warnings: told.warnings };
  }
  const like = likeOne(around, paths, strong);
  if (like !== undefined) return like;
  const vault = toldBy(around, weak);
  const site = vault?.site ?? {};
  return { dialect: named ?? vault?.dialect.name ?? 'unknown', site, said: {}, warnings: [] };
}
