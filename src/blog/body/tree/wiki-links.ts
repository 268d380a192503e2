import type { PhrasingContent, Root } from 'mdast';
import { changeTexts } from './walk.ts';

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

const isSize = (text: string): boolean => /^\d{1,5}(?:x\d{1,5})?$/.test(text.trim());

function shown(bang: string, name: string, heading: string, alias: string): PhrasingContent {
  const file = name.trim();
  if (bang !== '' && picture.test(file)) {
    return { type: 'image', url: encodeURI(file), alt: isSize(alias) ? '' : alias };
  }
  return { type: 'text', value: (isSize(alias) ? '' : alias.trim()) || shownName(file, heading) };
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

/**
 * Wiki links and embeds as their text and as pictures, in place. `isWiki` says that the post is known to have such
 * links; else brackets around one word of letters, `[[Prototype]]`, belong to the text.
 */
export function readWikiLinks(root: Root, isWiki: boolean): void {
  changeTexts(root, ({ value }) => {
    if (!value.includes('[[')) return undefined;
    const nodes: PhrasingContent[] = [];
    let from = 0;
    for (const found of value.matchAll(link)) {
      const [written, bang = '', name = '', heading = '', alias = ''] = found;
      if (/^_?toc_?$/i.test(name) || (name === '' && heading === '')) continue;
      if (!isWiki && !isSure(bang, name, heading, alias)) continue;
      if (found.index > from) nodes.push({ type: 'text', value: value.slice(from, found.index) });
      nodes.push(shown(bang, name, heading, alias));
      from = found.index + written.length;
    }
    if (nodes.length === 0) return undefined;
    if (from < value.length) nodes.push({ type: 'text', value: value.slice(from) });
    return nodes;
  });
}
