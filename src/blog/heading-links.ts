import type { Heading, Image, Link, Nodes, Paragraph } from 'mdast';

/** The links and pictures within a node, in order; a picture of a link stands before it. */
function within(node: Nodes): readonly (Link | Image)[] {
  if (node.type === 'image') return [node];
  if (!('children' in node)) return [];
  const inside = node.children.flatMap(within);
  return node.type === 'link' ? [...inside, node] : inside;
}

/**
 * What a heading holds beside its words: the links to the web and to mail, and the pictures, each on a line of its
 * own and without words, since the heading says those. Nothing where it holds none but a link to `own`, the heading's
 * own address, as some generators and authors set one there.
 */
export function linksOfHeading(heading: Heading, own: string | undefined): readonly Paragraph[] {
  const seen = new Set([own]);
  const children = within(heading).flatMap<Link | Image>(node => {
    const { url } = node;
    if (!/^(?:https?:\/\/|mailto:)/i.test(url) || seen.has(url)) return [];
    seen.add(url);
    return [node.type === 'link' ? { type: 'link', url, children: [] } : { type: 'image', url, alt: '' }];
  });
  const lines = children.flatMap(child => [{ type: 'break' as const }, child]).slice(1);
  return lines.length === 0 ? [] : [{ type: 'paragraph', children: lines }];
}
