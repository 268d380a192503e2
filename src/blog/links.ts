import type { Nodes, Root } from 'mdast';
import { isPostReference, referenceToFile } from './body/reference.ts';
import { oneLine } from './text.ts';

/** Schemes that nobody should follow, or that say nothing to a reader. */
const refused = new Set(['javascript:', 'vbscript:', 'data:', 'blob:', 'file:', 'about:']);

/** What would end an address early where it stands in a text, or must not stand in one at all. */
const unsafe = /[\s<>"'\\^`{|}\p{Cc}]/u;

/**
 * An address as it can be followed or read: absolute ones as they are (`tel:` and `ftp:` too), relative ones (`/x`, `x`, `#x`)
 * seen from `base`, the post's own address; those as written where there is no base. Undefined for what nobody
 * should follow (`javascript:`, `data:`, `file:`) and for what is no address.
 */
export function absoluteUrl(written: string, base: string | undefined): string | undefined {
  // Ghost's exports say where the site stands so, and Docusaurus what its router is to leave alone.
  const text = written.trim().replace(/^(?:__GHOST_URL__|pathname:\/\/)(?=\/)/, '');
  const address = text.startsWith('//') ? `https:${text}` : text;
  const url = URL.parse(address) ?? (base === undefined ? null : URL.parse(address, base));
  if (url !== null) {
    // A scheme of one letter is a disk of Windows.
    if (refused.has(url.protocol) || url.protocol.length === 2) return undefined;
    return URL.canParse(address) && !unsafe.test(address) ? address : url.href;
  }
  const isRelative =
    base === undefined && text !== '' && !/^[a-z][a-z0-9+.-]*:/i.test(text) && !/\p{Cc}/u.test(text);
  return isRelative ? text : undefined;
}

/** A picture that stands beside its post: `./x.png`, `x.png`; not `/x.png` nor an address. */
export function isBeside(source: string): boolean {
  return !/^(?:\/|[a-z][a-z0-9+.-]*:|#)/i.test(source);
}

/** A link to a post's file says which post, whatever the address of the one that it stands in. */
function linkUrl(written: string, base: string | undefined): string | undefined {
  return isPostReference(written) ? written : (referenceToFile(written) ?? absoluteUrl(written, base));
}

/** What a node is once its addresses are settled; several where a link came apart into its text. */
function settled(node: Nodes, base: string | undefined, beside: string | undefined): readonly Nodes[] {
  if (node.type === 'link') {
    const url = linkUrl(node.url, base);
    return url === undefined
      ? node.children.flatMap(child => settled(child, base, beside))
      : [{ ...node, url }];
  }
  if (node.type === 'image') {
    const url = absoluteUrl(node.url, isBeside(node.url) ? beside : base);
    const isPicture = url !== undefined && (/^https?:/i.test(url) || !/^[a-z][a-z0-9+.-]*:/i.test(url));
    return [isPicture ? { ...node, url } : { type: 'text', value: oneLine([node]) }];
  }
  return [node];
}

/**
 * Makes the links and pictures of a tree absolute where `base`, the post's own address, is known; links to other
 * posts' files become references. A link that nobody should follow becomes its text, such a picture its alt text. Where the site's build moves
 * pictures that stand beside their post, these stay as written. Changes the tree in place.
 */
export function settleLinks(root: Root, base: string | undefined, movesPictures = false): void {
  const beside = movesPictures ? undefined : base;
  const visit = (node: Nodes): void => {
    if (!('children' in node)) return;
    const children: Nodes[] = node.children;
    const now = children.flatMap(child => settled(child, base, beside));
    for (const [index, child] of now.entries()) children[index] = child;
    children.length = now.length;
    now.forEach(visit);
  };
  visit(root);
}
