import type { PhrasingContent, Root } from 'mdast';
import { postReference } from '../reference.ts';
import { changeTexts, eachParent } from './walk.ts';

const link = /(!?)\[\[([^[\]\n|#^]*)([#^][^[\]\n|]*)?(?:\\?\|([^[\]\n]*))?\]\]/g;

const picture = /\.(?:png|jpe?g|gif|webp|avif|bmp|svg)$/i;

/** What a link to a name says where it is given no other text: the name without its folders. */
function shownName(name: string, heading: string): string {
  const file = name.replace(/^.*\//, '').replace(/\.md$/i, '').trim();
  const part =
    heading.startsWith('#^') || heading.startsWith('^')
      ? ''
      : heading.replace(/^#+/, '').replace(/#/g, ' > ');
  return [file, part].filter(text => text !== '').join(' > ');
}

/** `![alt|200](address)`: the size in which a picture is shown. */
const sizeAfter = /\|\s*\d{1,5}(?:x\d{1,5})?\s*$/;

const isSize = (text: string): boolean => /^\d{1,5}(?:x\d{1,5})?$/.test(text.trim());

function shown(bang: string, name: string, heading: string, alias: string): PhrasingContent {
  const file = name.trim();
  if (bang !== '' && picture.test(file)) {
    return { type: 'image', url: encodeURI(file), alt: isSize(alias) ? '' : alias };
  }
  const value = (isSize(alias) ? '' : alias.trim()) || shownName(file, heading);
  const url = postReference(file + heading.replace(/^(?=\^)/, '#'));
  return { type: 'link', url, children: [{ type: 'text', value }] };
}

/** A link that keeps its brackets until it is known that there is a post of that name. */
function perhaps(name: string, written: string): PhrasingContent {
  return { type: 'link', url: postReference(name), children: [{ type: 'text', value: written }] };
}

/** Whether brackets that nobody else writes: an embed, or a link to what no program's name would be. */
function isSure(bang: string, name: string, heading: string, alias: string): boolean {
  return (
    bang !== '' ||
    heading !== '' ||
    alias !== '' ||
    /[/\s\p{Script=Han}\p{Script=Hiragana}]/u.test(name.trim())
  );
}

/** A text's nodes, with what its wiki links show in their place; none where it has no such links. */
function nodesOf(text: string, isWiki: boolean): readonly PhrasingContent[] {
  const nodes: PhrasingContent[] = [];
  let from = 0;
  for (const found of text.matchAll(link)) {
    const [written, bang = '', name = '', heading = '', alias = ''] = found;
    if (/^_?toc_?$/i.test(name) || (name === '' && heading === '')) continue;
    const isSaid = isWiki || isSure(bang, name, heading, alias);
    if (!isSaid && !/^[\p{L}\p{N}][\p{L}\p{N}_.-]*$/u.test(name)) continue;
    if (found.index > from) nodes.push({ type: 'text', value: text.slice(from, found.index) });
    nodes.push(isSaid ? shown(bang, name, heading, alias) : perhaps(name, written));
    from = found.index + written.length;
  }
  if (nodes.length > 0 && from < text.length) nodes.push({ type: 'text', value: text.slice(from) });
  return nodes;
}

/**
 * Wiki links and embeds as links to posts and as pictures, in place. `isWiki` says that the post is known to have such
 * links; else brackets around one word of letters, `[[Prototype]]`, belong to the text, unless a post is called so.
 */
export function readWikiLinks(root: Root, isWiki: boolean): void {
  changeTexts(root, ({ value }, parent) => {
    const nodes = value.includes('[[') ? nodesOf(value, isWiki) : [];
    if (nodes.length === 0) return undefined;
    return parent.type === 'link'
      ? nodes.flatMap(node => (node.type === 'link' ? node.children : [node]))
      : nodes;
  });
  eachParent(root, ({ children }) => {
    for (const child of children)
      if (child.type === 'image') child.alt = child.alt?.replace(sizeAfter, '') ?? null;
  });
}
