import type { Element, ElementContent } from 'hast';
import type { Nodes, RootContent } from 'mdast';
import { isPhrasing } from './nodes.ts';
import { readableHtml, seat } from './tags.ts';

/** A node of Markdown in a tree of HTML: its place in the list of those that are kept. */
export interface Kept {
  readonly type: 'kept';
  readonly index: number;
}

/** HTML as it is written, which hast-util-raw reads. */
interface Raw {
  readonly type: 'raw';
  readonly value: string;
}

declare module 'hast' {
  interface ElementContentMap {
    kept: Kept;
    raw: Raw;
  }
  interface RootContentMap {
    kept: Kept;
    raw: Raw;
  }
}

/** Markdown as HTML, and the nodes that stand for themselves in it: those with nothing of HTML in them. */
export interface Lowered {
  readonly children: ElementContent[];
  readonly kept: readonly Nodes[];
}

/** The nodes that are HTML, and all that hold such. */
export function touchedIn(root: Nodes): ReadonlySet<Nodes> {
  const touched = new Set<Nodes>();
  const visit = (node: Nodes): boolean => {
    let isTouched = node.type === 'html';
    if ('children' in node) for (const child of node.children) isTouched = visit(child) || isTouched;
    if (isTouched) touched.add(node);
    return isTouched;
  };
  visit(root);
  return touched;
}

/** The element that stands for a kept node which holds HTML. */
export const elementName = (index: number): string => `quoth-node-${index}`;

/** Lowers nodes to HTML. */
export function lowerNodes(nodes: readonly RootContent[], touched: ReadonlySet<Nodes>): Lowered {
  const kept: Nodes[] = [];
  const keep = (node: Nodes): number => kept.push(node) - 1;

  const childrenOf = (node: Nodes): ElementContent[] =>
    'children' in node ? node.children.flatMap(lower) : [];

  const insideOf = (node: Nodes): ElementContent[] => {
    if ('value' in node) return [{ type: 'text', value: node.value }];
    // Without anything in it, a picture would take the spaces around it along.
    const isEmpty = !('children' in node) && node.type !== 'break';
    return isEmpty ? [{ type: 'text', value: seat }] : childrenOf(node);
  };

  const element = (tagName: string, node: Nodes): Element => ({
    type: 'element',
    tagName,
    properties: {},
    children: insideOf(node),
  });

  const lower = (node: Nodes): ElementContent[] => {
    switch (node.type) {
      case 'html':
        return [{ type: 'raw', value: readableHtml(node.value) }];
      case 'text':
        return [{ type: 'text', value: node.value }];
      default: {
        // What stands within a line with HTML is lowered as well, so that HTML's code can have it as its text.
        const index = keep(node);
        return touched.has(node) || isPhrasing(node)
          ? [element(elementName(index), node)]
          : [{ type: 'kept', index }];
      }
    }
  };

  return { children: nodes.flatMap(lower), kept };
}
