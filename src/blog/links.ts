import type { Nodes, Root } from 'mdast';
import { oneLine } from './text.ts';

const followed = new Set(['http:', 'https:', 'mailto:']);

/**
 * An address as it can be followed: absolute ones of the web and of mail as they are, relative ones seen from
 * `base`, the post's own address; relative ones as written where there is no base. Undefined for what nobody should
 * follow (`javascript:`, `data:`, `file:`) and for what is no address.
 */
export function absoluteUrl(written: string, base: string | undefined): string | undefined {
  const text = written.trim();
  if (URL.canParse(text)) return followed.has(new URL(text).protocol) ? text : undefined;
  if (base === undefined) return written;
  if (!URL.canParse(text, base)) return undefined;
  const url = new URL(text, base);
  return followed.has(url.protocol) ? url.href : undefined;
}

/** What a node is once its addresses are settled; several where a link came apart into its text. */
function linked(node: Nodes, base: string | undefined): readonly Nodes[] {
  if (node.type === 'link') {
    const url = absoluteUrl(node.url, base);
    return url === undefined ? node.children : [{ ...node, url }];
  }
  if (node.type === 'image') {
    const url = absoluteUrl(node.url, base);
    if (url?.startsWith('mailto:') === false) return [{ ...node, url }];
    return [{ type: 'text', value: oneLine([node]) }];
  }
  return [node];
}

/**
 * Makes the links and pictures of a tree absolute where `base`, the post's own address, is known. A link that nobody
 * should follow becomes its text, such a picture its alt text. Changes the tree in place.
 */
export function settleLinks(root: Root, base: string | undefined): void {
  const visit = (node: Nodes): void => {
    if (!('children' in node)) return;
    const children: Nodes[] = node.children;
    children.splice(0, children.length, ...children.flatMap(child => linked(child, base)));
    children.forEach(visit);
  };
  visit(root);
}
