import GithubSlugger from 'github-slugger';
import type { Heading, Nodes, Root, RootContent } from 'mdast';
import { fold } from './fold.ts';
import { shortHash } from './hash.ts';
import { linksOfHeading } from './heading-links.ts';
import type { Section, SectionId } from './model.ts';
import { leadingNumber } from './number.ts';
import { isSilent, oneLine } from './text.ts';

/** A heading and the top-level nodes after it; no heading for what stands before the first. */
interface Part {
  readonly heading?: Heading;
  readonly nodes: RootContent[];
}

/**
 * The tree cut at its top-level headings; those within quotes and lists stay where they are. What a heading links to
 * stands below it.
 */
function partsOf(root: Root, title: string, addressOf: (heading: Heading) => string | undefined): Part[] {
  const first: Part = { nodes: [] };
  const parts = [first];
  let titleSeen = false;
  for (const node of root.children) {
    if (node.type !== 'heading') {
      parts.at(-1)?.nodes.push(node);
      continue;
    }
    if (!titleSeen && isTitle(node, title)) titleSeen = true;
    else parts.push({ heading: node, nodes: [] });
    parts.at(-1)?.nodes.push(...linksOfHeading(node, addressOf(node)));
  }
  return first.nodes.every(isSilent) ? parts.slice(1) : parts;
}

function isTitle(heading: Heading, title: string): boolean {
  return heading.depth === 1 && fold(oneLine([heading])) === fold(title);
}

/** Without the rules that only set it apart from its neighbours. */
function withoutOuterRules(nodes: readonly RootContent[]): RootContent[] {
  const isRule = (node: RootContent) => node.type === 'thematicBreak';
  const start = nodes.findIndex(node => !isRule(node));
  const end = nodes.findLastIndex(node => !isRule(node));
  return start < 0 ? [] : nodes.slice(start, end + 1);
}

/** What the slug of a heading is made of in Astro and GitHub: its text and code, no pictures, no HTML. */
function textOfSlug(node: Nodes): string {
  if (node.type === 'html') return '';
  if ('value' in node) return node.value;
  return 'children' in node ? node.children.map(textOfSlug).join('') : '';
}

/**
 * The anchor of every heading of the tree, also of those that make no section: equal ones are told apart in order.
 * Astro takes off a hyphen at the end, which GitHub leaves.
 */
function anchorsOf(root: Root): ReadonlyMap<Heading, string> {
  const slugger = new GithubSlugger();
  const anchors = new Map<Heading, string>();
  const visit = (node: Nodes): void => {
    if (node.type === 'heading')
      anchors.set(node, node.data?.anchor ?? slugger.slug(textOfSlug(node)).replace(/-$/, ''));
    else if ('children' in node) node.children.forEach(visit);
  };
  visit(root);
  return anchors;
}

/** Gives out ids: the heading's hash with its number among equal ones. */
function idMaker(): (heading: string) => SectionId {
  const seen = new Map<string, number>();
  return heading => {
    const hash = shortHash(heading);
    const number = seen.get(hash) ?? 0;
    seen.set(hash, number + 1);
    return `${hash}.${number}`;
  };
}

/**
 * A post's tree as its sections, in order. Text before the first heading is a section of depth 0 where it has any;
 * the first h1 that only repeats the title is dropped, and so are rules that only set sections apart. A heading's
 * links and pictures are the first that stands in its section. `url` is the post's own address, where it has one.
 */
export function sectionsOf(root: Root, title: string, url?: string): Section[] {
  const anchors = anchorsOf(root);
  const addressOf = (heading: Heading) => url && URL.parse(`#${anchors.get(heading)}`, url)?.href;
  const nextId = idMaker();
  return partsOf(root, title, addressOf).map(({ heading, nodes }, ordinal) => {
    const text = heading === undefined ? '' : oneLine([heading]);
    return {
      ordinal,
      id: nextId(text),
      heading: text,
      depth: heading?.depth ?? 0,
      number: leadingNumber(text)?.number,
      anchor: heading === undefined ? undefined : anchors.get(heading),
      nodes: withoutOuterRules(nodes),
    };
  });
}
