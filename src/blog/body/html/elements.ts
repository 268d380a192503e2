import type { Nodes as HastNodes } from 'hast';
import { raw } from 'hast-util-raw';
import { defaultHandlers, type Handle, toMdast } from 'hast-util-to-mdast';
import type { Nodes, Root, RootContent } from 'mdast';
import { attribute } from './attribute.ts';
import { component } from './component.ts';
import { elementHandlers, type Handlers } from './handlers.ts';
import { elementName, type Lowered, lowerNodes, touchedIn } from './lower.ts';
import { isPhrasing, itemOf, onOneLine, within } from './nodes.ts';
import { type Balance, balanceAfter, balanced, isMoreMarker, seat } from './tags.ts';

/** A node of Markdown around what has become of the HTML in it. */
const restored =
  (node: Nodes): Handle =>
  (state, element) => {
    const children: RootContent[] = state.all(element);
    switch (node.type) {
      case 'paragraph':
        return children.every(isPhrasing) ? { ...node, children: within(children) } : state.toFlow(children);
      case 'emphasis':
      case 'strong':
      case 'delete':
      case 'link':
        return children.every(isPhrasing) ? { ...node, children: within(children) } : children;
      case 'heading':
        return { ...node, children: onOneLine(children) };
      case 'tableCell':
        return { ...node, children: within(children) };
      case 'tableRow':
        return { ...node, children: children.filter(child => child.type === 'tableCell') };
      case 'table':
        return { ...node, children: children.filter(child => child.type === 'tableRow') };
      case 'list':
        return {
          ...node,
          children: children.map(child =>
            child.type === 'listItem' ? child : itemOf(state.toFlow([child])),
          ),
        };
      case 'blockquote':
      case 'listItem':
      case 'footnoteDefinition':
        return { ...node, children: state.toFlow(children) };
      default:
        return node;
    }
  };

/** No heading's own id is longer, in characters. */
const longestId = 200;

/** A heading with the id that it is given, which is where it stands on the site. */
const withId =
  (handle: Handle): Handle =>
  (state, element, parent) => {
    const made = handle(state, element, parent);
    const anchor = attribute(element, 'id')?.trim();
    const isOne = made !== undefined && !Array.isArray(made) && made.type === 'heading';
    if (!isOne || anchor === undefined || anchor.length > longestId || /\s/.test(anchor)) return made;
    return { ...made, data: { anchor } };
  };

const identified: Handlers = Object.fromEntries(
  Object.entries(elementHandlers).flatMap(([name, handle]) =>
    /^h[1-6]$/.test(name) && handle ? [[name, withId(handle)]] : [],
  ),
);

function componentsIn(tree: HastNodes): Handlers {
  const found: Record<string, Handle> = {};
  const visit = (node: HastNodes): void => {
    if (node.type === 'element' && !Object.hasOwn(defaultHandlers, node.tagName))
      found[node.tagName] = component;
    if ('children' in node) node.children.forEach(visit);
  };
  visit(tree);
  return found;
}

function markdownOf({ children, kept }: Lowered): RootContent[] {
  const tree = raw({ type: 'root', children }, { passThrough: ['kept'] });
  const restore = Object.fromEntries(kept.map((node, index) => [elementName(index), restored(node)]));
  const read = toMdast(tree, {
    document: true,
    newlines: true,
    handlers: { ...componentsIn(tree), ...elementHandlers, ...identified, ...restore },
    nodeHandlers: {
      kept: (_, { index }: { index: number }) => kept[index],
      text: (_, { value }: { value: string }) => ({ type: 'text', value: value.replaceAll(seat, '') }),
    },
    checked: '☑',
    unchecked: '☐',
  });
  return read.type === 'root' ? read.children : [];
}

function htmlIn(node: Nodes): readonly string[] {
  if (node.type === 'html') return [node.value];
  return 'children' in node ? node.children.flatMap(htmlIn) : [];
}

/** Top-level nodes that HTML joins: from an element's start to its end. */
interface Region {
  readonly nodes: RootContent[];
  balance: Balance;
}

/** Most tags that are read at once where nothing makes them belong together. */
const mostAtOnce = 1000;

/**
 * A tree's top-level nodes, those with HTML in regions that are read at once: neighbours, since each reading has its
 * price, and all between an element's start and its end.
 */
function regionsOf(root: Root, touched: ReadonlySet<Nodes>): readonly (RootContent | Region)[] {
  const regions: (RootContent | Region)[] = [];
  let region: Region | undefined;
  for (const node of root.children) {
    const isApart = !touched.has(node) || (region?.balance.tags ?? 0) > mostAtOnce || isMarker(node);
    if (region?.balance.open === 0 && isApart) region = undefined;
    if (region === undefined && !touched.has(node)) {
      regions.push(node);
      continue;
    }
    if (region === undefined) {
      region = { nodes: [], balance: balanced };
      regions.push(region);
    }
    region.nodes.push(node);
    region.balance = htmlIn(node).reduce(balanceAfter, region.balance);
    if (region.balance.open === 0 && isMarker(node)) region = undefined;
  }
  return regions;
}

function isMarker(node: RootContent | undefined): boolean {
  return node?.type === 'html' && isMoreMarker(node.value);
}

function readRegion({ nodes, balance }: Region, touched: ReadonlySet<Nodes>): readonly RootContent[] {
  if (nodes.length === 1 && isMarker(nodes[0])) return nodes;
  // What is deeper or longer than anybody writes stays HTML, of which its readers take the text.
  return balance.isTame ? markdownOf(lowerNodes(nodes, touched)) : nodes;
}

/**
 * A tree without HTML and components: what a browser would show of them stands as Markdown in their place. Only the
 * comment that ends the excerpt stays, and HTML that no browser would be done with. Takes the tree apart.
 */
export function lowerElements(root: Root): Root {
  const touched = touchedIn(root);
  if (touched.size === 0) return root;
  const children = regionsOf(root, touched).flatMap(region =>
    'type' in region ? [region] : readRegion(region, touched),
  );
  return { type: 'root', children };
}
