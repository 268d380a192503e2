import type { Blockquote, PhrasingContent, Root } from 'mdast';
import { boldLine } from '../html/nodes.ts';
import { kindTitle } from '../tags/boxes.ts';
import { eachParent } from './walk.ts';

/** `[!NOTE]`, and Obsidian's `[!note]- Title` and `[!note|option]`; the sign says whether it is folded. */
const marker = /^\[!([\w -]{1,40})(?:\|[^\]\n]{0,80})?\][+-]?[ \t]*/;

/** A paragraph's first line, and the rest of it. */
function firstLine(
  children: readonly PhrasingContent[],
): readonly [readonly PhrasingContent[], PhrasingContent[]] {
  for (const [index, child] of children.entries()) {
    if (child.type === 'break') return [children.slice(0, index), children.slice(index + 1)];
    const newline = child.type === 'text' ? child.value.indexOf('\n') : -1;
    if (child.type !== 'text' || newline < 0) continue;
    const before: PhrasingContent = { type: 'text', value: child.value.slice(0, newline) };
    const after: PhrasingContent = { type: 'text', value: child.value.slice(newline + 1) };
    return [
      [...children.slice(0, index), before],
      [after, ...children.slice(index + 1)],
    ];
  }
  return [children, []];
}

const isBlank = (node: PhrasingContent): boolean => node.type === 'text' && node.value.trim() === '';

function titleCalled(quote: Blockquote): void {
  const [first, ...blocks] = quote.children;
  const [start, ...inline] = first?.type === 'paragraph' ? first.children : [];
  const found = start?.type === 'text' ? marker.exec(start.value) : null;
  if (found === null || start?.type !== 'text') return;
  const [title, rest] = firstLine([{ type: 'text', value: start.value.slice(found[0].length) }, ...inline]);
  const kind = found[1] ?? '';
  const said = title.every(isBlank)
    ? [
        {
          type: 'text' as const,
          value: kindTitle(kind) ?? kind.charAt(0).toUpperCase() + kind.slice(1).toLowerCase(),
        },
      ]
    : title;
  const below = rest.every(isBlank) ? [] : [{ type: 'paragraph' as const, children: rest }];
  quote.children = [...boldLine(said), ...below, ...blocks];
}

/** Gives the callouts of GitHub and Obsidian their title, in place: `> [!NOTE]` is a quote that begins so. */
export function titleCallouts(root: Root): void {
  eachParent(root, parent => {
    if (parent.type === 'blockquote') titleCalled(parent);
  });
}
