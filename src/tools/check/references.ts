import { stat } from 'node:fs/promises';
import { join, posix } from 'node:path';
import { lookUpName } from '../../blog/former.ts';
import type { Problem } from '../../blog/model.ts';
import { decoded, isNowhere, lettersOf } from './anchors.ts';
import type { Reference } from './inspect.ts';
import type { Checked } from './model.ts';

/** Generators let links leave these out, or write the page that the file becomes. */
const endings = ['', '.md', '.mdx', '.markdown', '/index.md', '/README.md', '/_index.md', '/index.mdx'];

/** Paths within CONTENT at which a reference may find its file; those outside are none of ours. */
function candidates(path: string, { kind, target }: Reference): readonly string[] {
  const folder = posix.dirname(path);
  const own = posix.basename(path).replace(/\.[^.]+$/, '');
  const written = [target, decoded(target)];
  const bare = written.map(name => name.replace(/\/$|\.html?$/i, ''));
  const names =
    kind === 'link'
      ? [...written, ...bare.flatMap(name => endings.map(ending => `${name}${ending}`))]
      : // Hexo keeps a post's pictures in a folder of its name.
        [...written, ...written.map(name => `${own}/${name}`)];
  return [...new Set(names)].map(name => posix.normalize(`${folder}/${name}`));
}

const isOutside = (path: string): boolean => path === '..' || path.startsWith('../');

const pageOf = (url: string): string =>
  url.replace(/[?#].*$/s, '').replace(/(?:\/index)?(?:\.html?)?\/?$/, '');

/** What a site has beside its posts, at addresses like theirs. */
const noPost =
  /^(?:page|tags?|categor(?:y|ies)|archives?|feed|rss|atom|about|search|series|authors?|\d*)$|\.(?!html?$)/i;

/** The folder of a page as it is like others: `/2014/09` and `/2015/12` are `/0/0`. */
const shapeOf = (page: string): string => page.replace(/\/[^/]*$/, '').replace(/\d+/g, '0');

/** So many posts stand in folders of one shape where posts do. */
const fewestOfShape = 3;

/** The pages of the site: posts' files by their addresses, hidden ones too, and the shapes of folders that posts are in. */
interface Pages {
  readonly files: ReadonlyMap<string, string>;
  readonly formerly: ReadonlySet<string>;
  readonly shapes: ReadonlyMap<string, number>;
  /** Their last parts, by letters and digits: generators spell them in ways of their own. */
  readonly names: ReadonlySet<string>;
}

const nameOf = (page: string): string => lettersOf(decoded(page.slice(page.lastIndexOf('/') + 1)));

function pagesOf(files: readonly Checked[]): Pages {
  const shapes = new Map<string, number>();
  const pages = files.flatMap(({ path, served, url = served?.url }) =>
    url === undefined ? [] : [[pageOf(url), path] as const],
  );
  for (const [page] of pages) shapes.set(shapeOf(page), (shapes.get(shapeOf(page)) ?? 0) + 1);
  return {
    files: new Map(pages),
    formerly: new Set(files.flatMap(({ served }) => served?.formerly ?? [])),
    shapes,
    names: new Set(pages.map(([page]) => nameOf(page))),
  };
}

/** Whether a page of the site that is no post's could only be one: it lies where posts do, and no post has its name. */
function isLost(page: string, { formerly, shapes, names }: Pages): boolean {
  const name = page.slice(page.lastIndexOf('/') + 1);
  const isRoot = new URL(page).pathname.lastIndexOf('/') === 0;
  if (isRoot || noPost.test(name) || names.has(nameOf(page)) || formerly.has(lookUpName(page))) return false;
  return (shapes.get(shapeOf(page)) ?? 0) >= fewestOfShape;
}

/** Written so long in a report, in characters. */
const longestDetail = 200;

/** So many links to headings of a post are looked up, since each may look at all of them. */
const mostFragments = 500;

/** Where a reference leads: to a post's file, to nothing, or somewhere else. */
type Lead = { readonly file: string } | 'nothing' | 'elsewhere';

/**
 * Links and pictures beside a post that lead to no file of CONTENT and to no other post's page, links to pages of the
 * site that lie where posts do and are none, and to headings that no such post has, a problem each. What lies outside
 * of CONTENT, and pages that may be no post's, are not looked at, and pass.
 */
export function referenceChecker(
  root: string,
  files: readonly Checked[],
): (file: Checked) => Promise<readonly Problem[]> {
  const pages = pagesOf(files);
  const served = new Map(files.flatMap(file => (file.served ? [[file.path, file.served] as const] : [])));
  const known = new Map<string, Promise<boolean>>();
  const exists = (path: string): Promise<boolean> => {
    const found =
      known.get(path) ??
      stat(join(root, path)).then(
        () => true,
        () => false,
      );
    known.set(path, found);
    return found;
  };
  const leadOfPage = (page: string | undefined): Lead => {
    const file = page === undefined ? undefined : pages.files.get(pageOf(page));
    return file === undefined ? 'nothing' : { file };
  };
  const leadOf = async (path: string, url: string | undefined, reference: Reference): Promise<Lead> => {
    const { target } = reference;
    if (target === '') return { file: path };
    const page = url === undefined ? undefined : URL.parse(target, url)?.href;
    if (target.startsWith('/')) {
      const lead = leadOfPage(page);
      return page === undefined || (lead === 'nothing' && !isLost(pageOf(page), pages)) ? 'elsewhere' : lead;
    }
    const paths = candidates(path, reference);
    if (paths.some(isOutside)) return 'elsewhere';
    for (const file of paths) if (await exists(file)) return { file };
    return leadOfPage(page);
  };
  const problemOf = ({ kind, target, fragment = '', line }: Reference, lead: Lead): Problem | undefined => {
    if (lead === 'elsewhere') return undefined;
    if (lead === 'nothing') {
      const code = kind === 'link' ? 'link-to-nothing' : 'picture-missing';
      return { code, line, detail: target.slice(0, longestDetail) };
    }
    const anchors = served.get(lead.file)?.anchors;
    if (fragment === '' || anchors === undefined || !isNowhere(fragment, anchors)) return undefined;
    return { code: 'link-to-nothing', line, detail: `${target}#${fragment}`.slice(0, longestDetail) };
  };
  return async ({ path, served: post }) => {
    const problems: Problem[] = [];
    let fragments = 0;
    for (const reference of post?.references ?? []) {
      if (reference.fragment && ++fragments > mostFragments) continue;
      const problem = problemOf(reference, await leadOf(path, post?.url, reference));
      if (problem !== undefined) problems.push(problem);
    }
    return problems;
  };
}
