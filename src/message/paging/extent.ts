import type { Nodes } from 'mdast';

/** Where a tree's nodes begin and end, counted in characters of text and code; what cannot be cut counts one. */
export interface Extent {
  /** At least 1. */
  readonly size: number;
  /** Where each child begins, from its parent's beginning; empty where a node has no children. */
  readonly starts: readonly number[];
}

/** The text that a node itself holds and that can be cut; undefined where it holds none. */
export function ownText(node: Nodes): string | undefined {
  switch (node.type) {
    case 'text':
    case 'inlineCode':
    case 'inlineMath':
    case 'code':
    case 'math':
      return node.value;
    default:
      return undefined;
  }
}

export type Extents = ReadonlyMap<Nodes, Extent>;

/** The extents of all nodes below and with `node`, by node. */
export function measure(node: Nodes, extents: Map<Nodes, Extent> = new Map()): Extents {
  const starts: number[] = [];
  let size = ownText(node)?.length ?? 0;
  for (const child of 'children' in node ? node.children : []) {
    starts.push(size);
    measure(child, extents);
    size += sizeOf(child, extents);
  }
  extents.set(node, { size: Math.max(1, size), starts });
  return extents;
}

export const sizeOf = (node: Nodes, extents: Extents): number => extents.get(node)?.size ?? 1;
