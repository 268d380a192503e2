import type { Link, Nodes, Parents, PhrasingContent, RootContent } from 'mdast';
import { isPostReference, readReference } from './body/reference.ts';
import { eachParent, replaceChildren } from './body/tree/walk.ts';
import { type Directory, directoryOf, type Target } from './directory.ts';
import { fold } from './fold.ts';
import type { BlogSettings, Hidden, Post } from './model.ts';
import { oneLine } from './text.ts';

/** What becomes of links with one address. */
interface Outcome {
  /** Where they lead; absent where they are only text. */
  readonly url?: string;
  /** What they say where they have no words of their own. */
  readonly name?: string;
  /** The post that is meant, which is said where no address says it. */
  readonly title?: string;
  /** True where no post of that name is known. */
  readonly isUnknown?: boolean;
}

/** An address that may be that of another post of the blog. */
function mayBePost(address: string, host: string | undefined): boolean {
  if (isPostReference(address)) return true;
  const url = URL.parse(address);
  if (url !== null) return host !== undefined && url.host === host && /^https?:$/.test(url.protocol);
  return !/^(?:[#?]|\/\/)/.test(address);
}

/** The addresses of links in a tree that may be those of other posts, each once; `site` is the site's address. */
export function referencesIn(nodes: readonly Nodes[], site: string | undefined): readonly string[] {
  const host = site === undefined ? undefined : URL.parse(site)?.host;
  const found = new Set<string>();
  const visit = (node: Nodes): void => {
    if (node.type === 'link' && mayBePost(node.url, host)) found.add(node.url);
    if ('children' in node) node.children.forEach(visit);
  };
  nodes.forEach(visit);
  return [...found];
}

/** The fragment for a heading that is named by its words or by its anchor; as named where the post has no such. */
function fragmentOf({ sections }: Post, heading: string): string {
  if (heading === '' || heading.startsWith('^')) return '';
  const words = fold(heading.split('#').at(-1) ?? '');
  const section =
    sections.find(({ anchor }) => anchor === heading) ?? sections.find(one => fold(one.heading) === words);
  const anchor = section?.anchor ?? (/\s/.test(heading) ? '' : heading);
  return anchor === '' ? '' : `#${encodeURIComponent(anchor.toWellFormed())}`;
}

function outcomeOf(address: string, from: Post, target: Target | undefined): Outcome | undefined {
  if (target === undefined) {
    if (!isPostReference(address)) return undefined;
    const name = readReference(address).name.replace(/^.*\/(?=.)|\.(?:mdx?|markdown)$/g, '');
    return { name, isUnknown: true };
  }
  const { post, heading } = target;
  if (post === undefined) return {};
  const { url, title } = post;
  if (url !== undefined) return { url: url + fragmentOf(post, heading), name: title };
  return post.path === from.path ? { name: heading || title } : { name: title, title };
}

/** A link's own words, of a wiki link to what is known without its brackets; its name where it has none. */
function wordsOf({ children, data }: Link, { name = '', isUnknown = false }: Outcome): PhrasingContent[] {
  const [only] = children;
  if (only === undefined) return name === '' || data?.ofHeading ? [] : [{ type: 'text', value: name }];
  if (only.type !== 'text' || children.length > 1 || isUnknown) return children;
  return [{ ...only, value: only.value.replace(/^\[\[([^[\]]*)\]\]$/, '$1') }];
}

/** What a link says and leads to from now on. */
function relinked(link: Link, outcome: Outcome): readonly PhrasingContent[] {
  const { url, title = '' } = outcome;
  const isBare = link.children.length === 0;
  const words = wordsOf(link, outcome);
  if (url !== undefined) return [{ ...link, url, children: words }];
  const isSaid = isBare || title === '' || fold(oneLine(words)).includes(fold(title));
  return isSaid ? words : [...words, { type: 'text', value: ` (${title})` }];
}

function isEmptied(node: RootContent): boolean {
  return node.type === 'paragraph' && node.children.length === 0;
}

type Outcomes = ReadonlyMap<string, Outcome>;

function relinkChildren(parent: Parents, outcomes: Outcomes): void {
  const children: readonly RootContent[] = parent.children;
  let isChanged = false;
  const now = children.flatMap<RootContent>(child => {
    const outcome = child.type === 'link' ? outcomes.get(child.url) : undefined;
    if (child.type !== 'link' || outcome === undefined) return [child];
    isChanged = true;
    return relinked(child, outcome);
  });
  if (isChanged || now.some(isEmptied))
    replaceChildren(
      parent,
      now.filter(child => !isEmptied(child)),
    );
}

function holds(node: Nodes, outcomes: Outcomes): boolean {
  if (node.type === 'link' && outcomes.has(node.url)) return true;
  return 'children' in node && node.children.some(child => holds(child, outcomes));
}

/** The same nodes where none of their links changes. */
function relink(nodes: readonly RootContent[], outcomes: Outcomes): readonly RootContent[] {
  if (!nodes.some(node => holds(node, outcomes))) return nodes;
  const children = nodes.map(node => (holds(node, outcomes) ? structuredClone(node) : node));
  const root = { type: 'root' as const, children };
  eachParent(root, parent => relinkChildren(parent, outcomes));
  return root.children;
}

/** A post as it was last linked, so that it stays the same object as long as what it links to does. */
const lastLinked = new WeakMap<Post, { readonly outcomes: string; readonly post: Post }>();

function linked(post: Post, references: readonly string[], directory: Directory): Post {
  const found = references.flatMap(address => {
    const outcome = outcomeOf(address, post, directory(address, post));
    return outcome === undefined || outcome.url === address ? [] : [[address, outcome] as const];
  });
  if (found.length === 0) return post;
  const outcomes = JSON.stringify(found);
  const last = lastLinked.get(post);
  if (last?.outcomes === outcomes) return last.post;
  const byAddress = new Map(found);
  const sections = post.sections.map(section => {
    const nodes = relink(section.nodes, byAddress);
    return nodes === section.nodes ? section : { ...section, nodes };
  });
  const insights = post.insights.map(insight => {
    const quote = relink(insight.quote, byAddress);
    return quote === insight.quote ? insight : { ...insight, quote };
  });
  const now = { ...post, sections, insights };
  lastLinked.set(post, { outcomes, post: now });
  return now;
}

/**
 * Posts, the links between them resolved: to the linked post's address, with the heading that they name; where that
 * has no address, its title stands after the link's words. Links to `kept`, which readers may not see, and to posts
 * that there are not are only their words. A post whose links lead where they led before is the same object.
 */
export function linkPosts(
  posts: readonly Post[],
  kept: readonly (Post | Hidden)[],
  settings: BlogSettings,
): readonly Post[] {
  if (!posts.some(({ references }) => references !== undefined)) return posts;
  const directory = directoryOf(posts, kept, settings);
  return posts.map(post => (post.references ? linked(post, post.references, directory) : post));
}
