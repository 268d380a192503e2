import type { Link, PhrasingContent, Root, RootContent } from 'mdast';
import { eachParent, replaceChildren } from './walk.ts';

/** Signs of Chinese and Japanese that end an address in a text, though they might stand in one. */
const end = /[，。；：！？、（）《》「」『』【】“”‘’…—]/u;

/** An address that is written as it stands in the text, cut before the sign that ends it. */
function cut(node: Link): readonly PhrasingContent[] | undefined {
  const [only] = node.children;
  if (only?.type !== 'text' || node.children.length > 1 || !/^https?:\/\//i.test(only.value))
    return undefined;
  const at = only.value.search(end);
  if (at < 0 || !isSame(node.url, only.value)) return undefined;
  const address = only.value.slice(0, at);
  if (!URL.canParse(address)) return undefined;
  return [
    { ...node, url: address, children: [{ ...only, value: address }] },
    { type: 'text', value: only.value.slice(at) },
  ];
}

function isSame(url: string, text: string): boolean {
  return URL.parse(url)?.href === URL.parse(text)?.href;
}

/** Addresses in the text without what follows them where a sign of Chinese or Japanese ends them, in place. */
export function cutAutolinks(root: Root): void {
  eachParent(root, parent => {
    const children: readonly RootContent[] = parent.children;
    if (!children.some(({ type }) => type === 'link')) return;
    const now = children.flatMap<RootContent>(child =>
      child.type === 'link' ? (cut(child) ?? [child]) : [child],
    );
    if (now.length > children.length) replaceChildren(parent, now);
  });
}
