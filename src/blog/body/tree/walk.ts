import type { Nodes, Parents, PhrasingContent, RootContent, Text } from 'mdast';

/** Calls `change` for each parent of a tree, inner ones first; those in trees deeper than any reader's are left. */
export function eachParent(root: Parents, change: (parent: Parents) => void): void {
  const visit = (node: Nodes): void => {
    if (!('children' in node)) return;
    node.children.forEach(visit);
    change(node);
  };
  visit(root);
}

/** Puts other children in a parent's place of its own. What a parent cannot hold must not be among them. */
export function replaceChildren(parent: Parents, children: readonly Nodes[]): void {
  const own: Nodes[] = parent.children;
  own.length = 0;
  for (const child of children) own.push(child);
}

/** Changes each text of a tree into the nodes that stand for it; undefined leaves one as it is. Not in code. */
export function changeTexts(
  root: Parents,
  change: (text: Text, parent: Parents) => readonly PhrasingContent[] | undefined,
): void {
  eachParent(root, parent => {
    const children: readonly RootContent[] = parent.children;
    let isChanged = false;
    const now = children.flatMap<RootContent>(child => {
      const instead = child.type === 'text' ? change(child, parent) : undefined;
      isChanged ||= instead !== undefined;
      return instead ?? [child];
    });
    if (isChanged) replaceChildren(parent, now);
  });
}
