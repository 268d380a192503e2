declare module 'remark-strip-html' {
  import type { Nodes } from 'mdast';

  /** Gives a transformer that writes HTML nodes as text without tags, into the tree it is given. */
  export default function stripHtml(): (tree: Nodes) => Nodes;
}
