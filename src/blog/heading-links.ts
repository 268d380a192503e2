import type { Heading, Image, Link, Nodes, Paragraph } from 'mdast';
import { isPostReference } from './body/reference.ts';

declare module 'mdast' {
  interface LinkData {
    /** Set where a heading says the link's words. */
    ofHeading?: true;
  }
}

/** The links and pictures within a node, in order; a picture of a link stands before it. */
function within(node: Nodes): readonly (Link | Image)[] {
  if (node.type === 'image') return [node];
  if (!('children' in node)) return [];
  const inside = node.children.flatMap(within);
  return node.type === 'link' ? [...inside, node] : inside;
}

/** One line each, since that is how they are read; a post that nobody may see leaves its line empty. */
function paragraphsOf(nodes: readonly (Link | Image)[]): readonly Paragraph[] {
  const isPost = (node: Link | Image) => isPostReference(node.url);
  const others = nodes.filter(node => !isPost(node));
  const lines = others.flatMap(node => [{ type: 'break' as const }, node]).slice(1);
  const all = [lines, ...nodes.filter(isPost).map(node => [node])];
  return all.filter(children => children.length > 0).map(children => ({ type: 'paragraph', children }));
}

/**
 * What a heading holds beside its words: the links to the web, to mail and to posts, and the pictures, each on a line of
 * its own and without words, since the heading says those. Nothing where it holds none but a link to `own`, the heading's
 * own address, as some generators and authors set one there.
 */
export function linksOfHeading(heading: Heading, own: string | undefined): readonly Paragraph[] {
  const seen = new Set([own]);
  const children = within(heading).flatMap<Link | Image>(node => {
    const { url } = node;
    if (!/^(?:https?:\/\/|mailto:|post:)/i.test(url) || seen.has(url)) return [];
    seen.add(url);
    return [
      node.type === 'link'
        ? { type: 'link', url, children: [], data: { ofHeading: true } }
        : { type: 'image', url, alt: '' },
    ];
  });
  return paragraphsOf(children);
}
