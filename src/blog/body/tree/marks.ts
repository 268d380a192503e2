import type { PhrasingContent, Root } from 'mdast';
import { raisedSigns } from './raised.ts';
import { changeTexts, eachParent } from './walk.ts';

const mark = /(?<!=)==(?![=\s])([^=\n]+)(?<!\s)==(?!=)/g;

const superscript = /(?<=[\p{L}\p{N})\]])\^([^\s^~]{1,12})\^(?![\p{L}\p{N}^])/gu;

/** `==marked==` in bold, `x^2^` raised, in place; what Unicode cannot raise stays as typed. */
export function readMarks(root: Root): void {
  changeTexts(root, ({ value: text }, parent) => {
    if (!/==|\^/.test(text)) return undefined;
    const value = text.replace(
      superscript,
      (written: string, raised: string) => raisedSigns(raised, '^') ?? written,
    );
    const nodes: PhrasingContent[] = [];
    let from = 0;
    for (const found of value.matchAll(mark)) {
      if (found.index > from) nodes.push({ type: 'text', value: value.slice(from, found.index) });
      const said: PhrasingContent = { type: 'text', value: found[1] ?? '' };
      nodes.push(parent.type === 'strong' ? said : { type: 'strong', children: [said] });
      from = found.index + found[0].length;
    }
    if (nodes.length === 0 && value === text) return undefined;
    if (from < value.length) nodes.push({ type: 'text', value: value.slice(from) });
    return nodes;
  });
}

/** `H~2~O` with its number lowered, in place: what GitHub's Markdown has struck out. */
export function readSubscripts(root: Root): void {
  eachParent(root, ({ children }) => {
    for (const [index, node] of children.entries()) {
      const before = children[index - 1];
      const [only] = node.type === 'delete' && node.children.length === 1 ? node.children : [];
      const isGlued = before?.type === 'text' && /[A-Za-z)\]]$/.test(before.value);
      const signs =
        isGlued && only?.type === 'text' && /^\d{1,3}$/.test(only.value)
          ? raisedSigns(only.value, '_')
          : undefined;
      if (signs !== undefined) children[index] = { type: 'text', value: signs };
    }
  });
}
