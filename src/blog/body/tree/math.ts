import type { Root, RootContent } from 'mdast';
import { plainFormula } from './formula.ts';
import { eachParent, replaceChildren } from './walk.ts';

function plain(node: RootContent): RootContent {
  if (node.type !== 'inlineMath' && node.type !== 'math') return node;
  const value = plainFormula(node.value);
  if (value === undefined) return node;
  return node.type === 'inlineMath'
    ? { type: 'text', value }
    : { type: 'paragraph', children: [{ type: 'text', value }] };
}

/** Formulas that plain text can say, as that, in place; all others stay formulas. */
export function readMath(root: Root): void {
  eachParent(root, parent => {
    const children: readonly RootContent[] = parent.children;
    if (children.some(({ type }) => type === 'inlineMath' || type === 'math'))
      replaceChildren(parent, children.map(plain));
  });
}
