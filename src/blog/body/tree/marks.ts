import type { Parents, PhrasingContent, Root, RootContent } from 'mdast';
import { isPhrasing } from '../html/nodes.ts';
import { raisedSigns } from './raised.ts';
import { changeTexts, eachParent, replaceChildren } from './walk.ts';

const mark = /(?<!=)==(?![=\s])([^=\n]+)(?<!\s)==(?!=)/g;

const superscript = /(?<=[\p{L}\p{N})\]])\^([^\s^~]{1,12})\^(?![\p{L}\p{N}^])/gu;

/** Marks that other marks stand between: what opens at the end of one text, and closes at the start of another. */
const opened = /(?<!=)==(?![=\s])((?:(?!==)[^\n])*)$/;
const closed = /^((?:(?!==)[^\n])*)==(?!=)/;

/** `[漢]^(kan)`: how signs are read. */
const ruby = /\[([\p{L}\p{N}]{1,20})\]\^\(([^()\n]{1,60})\)/gu;

/** `==marked==` in bold, `x^2^` raised, in place; what Unicode cannot raise stays as typed. */
export function readMarks(root: Root): void {
  changeTexts(root, ({ value: text }, parent) => {
    if (!/==|\^/.test(text)) return undefined;
    const value = text
      .replace(ruby, '$1($2)')
      .replace(superscript, (written: string, raised: string) => raisedSigns(raised, '^') ?? written);
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

const text = (value: string): readonly PhrasingContent[] => (value === '' ? [] : [{ type: 'text', value }]);

/** Where the mark that opens in the child at `start` closes, if in another text of the same parent. */
function closingOf(children: readonly RootContent[], start: number): number {
  for (let index = start + 1; index < children.length; index++) {
    const child = children[index];
    if (child?.type === 'text' && child.value.includes('==')) return index;
  }
  return -1;
}

function joinMarks(parent: Parents): void {
  const children: RootContent[] = [...parent.children];
  for (let start = 0; start < children.length; start++) {
    const first = children[start];
    const from = first?.type === 'text' ? opened.exec(first.value) : null;
    if (from === null || first?.type !== 'text') continue;
    const end = closingOf(children, start);
    const last = children[end];
    if (last?.type !== 'text') break;
    const to = closed.exec(last.value);
    const between = children.slice(start + 1, end);
    if (to === null || !between.every(isPhrasing)) continue;
    const inside = [...text(from[1] ?? ''), ...between, ...text(to[1] ?? '')];
    const after = text(last.value.slice(to[0].length));
    children.splice(
      start,
      end - start + 1,
      ...text(first.value.slice(0, from.index)),
      { type: 'strong', children: inside },
      ...after,
    );
  }
  if (children.length !== parent.children.length) replaceChildren(parent, children);
}

/** `==marked *with* marks==` in bold, in place. */
export function readMarksAround(root: Root): void {
  eachParent(root, parent => {
    if (parent.children.some(child => child.type === 'text' && child.value.includes('=='))) joinMarks(parent);
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
