import type { Element, ElementContent, Nodes as HastNodes } from 'hast';
import { defaultHandlers, type Handle, type Options } from 'hast-util-to-mdast';
import type { BlockContent, Literal, PhrasingContent, RootContent } from 'mdast';
import { oneLine } from '../../text.ts';
import { raised } from '../tree/raised.ts';
import { attribute, bound } from './attribute.ts';
import { component } from './component.ts';
import { boldLine, isPhrasing, itemOf, onOneLine, within } from './nodes.ts';
import { table, tableCell } from './table.ts';
import { seat } from './tags.ts';

export type Handlers = NonNullable<Options['handlers']>;

/** True where Markdown stands in an element, which reading it as plain text would not find. */
function holdsMarkdown(node: HastNodes): boolean {
  if (node.type === 'kept') return true;
  return 'children' in node && node.children.some(holdsMarkdown);
}

const all: Handle = (state, element) => state.all(element);

const flow: Handle = (state, element) => state.toFlow(state.all(element));

/** What browsers do not show; but Markdown in it is shown, since then its end is only missing. */
const unseen: Handle = (state, element) => (holdsMarkdown(element) ? state.all(element) : undefined);

function seatless<Node extends Literal>(node: Node): Node {
  return { ...node, value: node.value.replaceAll(seat, '') };
}

/** Code within a line, which is plain text; where Markdown stands in the element, that. */
const code: Handle = (state, element) =>
  holdsMarkdown(element) ? state.toFlow(state.all(element)) : seatless(defaultHandlers.kbd(state, element));

const title: Handle = (state, element) => boldLine(state.all(element));

/** A section beside the text, and in some sites a component of the same name. */
const aside: Handle = (state, element) =>
  attribute(element, 'title', 'type') === undefined
    ? state.toFlow(state.all(element))
    : component(state, element, undefined);

/** What letters stand for, which sites show where somebody points at them. */
const abbreviation: Handle = (state, element) => {
  const title = attribute(element, 'title');
  const children: RootContent[] = state.all(element);
  const isShort = /^[\p{Lu}\d.&/-]{2,12}$/u.test(oneLine(children));
  return title === undefined || !isShort ? children : [...children, { type: 'text', value: ` (${title})` }];
};

const box: Handle = (state, element) => ({
  type: 'blockquote',
  children: state.toFlow(state.all(element)),
});

const link: Handle = (state, element) =>
  attribute(element, 'href') === undefined ? state.all(element) : defaultHandlers.a(state, element);

/** Where a picture lies: some sites load it only when it is looked at. */
const sources = ['dataSrc', 'dataOriginal', 'dataLazySrc', 'src'];

/** The first of several files that a browser may choose from. */
function firstOf(set: string | undefined): string | undefined {
  return set?.trim().split(/,?\s/)[0] || undefined;
}

const image: Handle = (_, element) => {
  const url =
    attribute(element, ...sources) ??
    bound(element, 'src') ??
    firstOf(attribute(element, 'srcSet', 'dataSrcset'));
  const alt = attribute(element, 'alt') ?? '';
  return url === undefined ? { type: 'text', value: alt } : { type: 'image', url, alt };
};

const hosts = [
  [/(?:youtube(?:-nocookie)?\.com\/embed\/|youtu\.be\/)([\w-]{6,})/, 'https://www.youtube.com/watch?v='],
  [/player\.vimeo\.com\/video\/(\d+)/, 'https://vimeo.com/'],
  [/player\.bilibili\.com\/.*[?&]bvid=(\w+)/, 'https://www.bilibili.com/video/'],
  [/player\.bilibili\.com\/.*[?&]aid=(\d+)/, 'https://www.bilibili.com/video/av'],
] as const;

/** The address at which one looks at what a frame shows. */
function addressOfFrame(source: string): string {
  const url = source.startsWith('//') ? `https:${source}` : source;
  for (const [pattern, page] of hosts) {
    const id = pattern.exec(url)?.[1];
    if (id !== undefined) return page + id;
  }
  return url;
}

const frame: Handle = (state, element) => {
  const inside = holdsMarkdown(element) ? state.all(element) : [];
  const source = attribute(element, 'src', 'dataSrc', 'data');
  if (source === undefined) return inside;
  const url = addressOfFrame(source);
  const value = attribute(element, 'title') ?? url;
  return [{ type: 'link', url, children: [{ type: 'text', value }] }, ...inside];
};

function raise(node: PhrasingContent, sign: '^' | '_'): PhrasingContent {
  if (node.type === 'text') return { ...node, value: raised(node.value, sign) };
  return node.type === 'link' ? { ...node, children: node.children.map(child => raise(child, sign)) } : node;
}

/** Raised and lowered text, as far as one can say it so; a note's mark is a link. */
const script =
  (sign: '^' | '_'): Handle =>
  (state, element) => {
    const children: RootContent[] = state.all(element);
    const [only] = children;
    return only !== undefined && children.length === 1 && isPhrasing(only) ? raise(only, sign) : children;
  };

const strong: Handle = (state, element) => {
  const children: RootContent[] = state.all(element);
  return children.every(isPhrasing) ? { type: 'strong', children: within(children) } : children;
};

const emphasis: Handle = (state, element) => {
  const children: RootContent[] = state.all(element);
  return children.every(isPhrasing) ? { type: 'emphasis', children: within(children) } : children;
};

const deleted: Handle = (state, element) => {
  const children: RootContent[] = state.all(element);
  return children.every(isPhrasing) ? { type: 'delete', children: within(children) } : children;
};

const heading: Handle = (state, element) => {
  const depths = [1, 2, 3, 4, 5, 6] as const;
  const depth = depths.find(one => element.tagName === `h${one}`) ?? 6;
  const children = onOneLine(state.all(element));
  return children.length === 0 ? undefined : { type: 'heading', depth, children };
};

const language = /^(?:language|lang|highlight|brush)[-:]([\w+#-]+)$/;

function languageOf(element: Element): string | undefined {
  const [first] = element.children;
  const inner = first?.type === 'element' ? attribute(first, 'className', 'class') : undefined;
  const classes = `${attribute(element, 'className', 'class') ?? ''} ${inner ?? ''}`.split(/\s+/);
  if (classes.includes('mermaid')) return 'mermaid';
  return classes.map(name => language.exec(name)?.[1]).find(name => name !== undefined);
}

const preformatted: Handle = (state, element) =>
  holdsMarkdown(element)
    ? state.toFlow(state.all(element))
    : { ...seatless(defaultHandlers.pre(state, element)), lang: languageOf(element) };

/** The terms and definitions of a list, some of which stand in groups. */
function partsOf({ children }: Element): readonly ElementContent[] {
  return children.flatMap(child =>
    child.type === 'element' && child.tagName === 'div' ? partsOf(child) : [child],
  );
}

/** A definition list: each term in bold above the list of its definitions. */
const definitions: Handle = (state, element) => {
  const nodes: BlockContent[] = [];
  for (const child of partsOf(element)) {
    const isTerm = child.type === 'element' && child.tagName === 'dt';
    const children = state.toFlow(state.all({ type: 'root', children: [child] }));
    const last = nodes.at(-1);
    if (isTerm) nodes.push(...boldLine(children));
    else if (children.length > 0 && last?.type === 'list') last.children.push(itemOf(children));
    else if (children.length > 0)
      nodes.push({ type: 'list', ordered: false, spread: false, children: [itemOf(children)] });
  }
  return nodes;
};

const inText = Object.fromEntries(
  ['code', 'kbd', 'samp', 'tt', 'var'].map(name => [name, code]),
) satisfies Handlers;

const hidden = Object.fromEntries(
  [
    'area',
    'basefont',
    'bgsound',
    'datalist',
    'link',
    'map',
    'meta',
    'noscript',
    'param',
    'source',
    'svg',
    'track',
  ].map(name => [name, unseen]),
) satisfies Handlers;

function pictureSource(node: HastNodes): string | undefined {
  return node.type === 'element' && node.tagName === 'img' ? attribute(node, ...sources) : undefined;
}

function picturesIn(element: Element): readonly Element[] {
  return element.children.flatMap(child => {
    if (child.type !== 'element') return [];
    return child.tagName === 'img' ? [child] : picturesIn(child);
  });
}

/** What stands in for a program: of that, the pictures which no program would load beside it. */
const withoutScript: Handle = (state, element, parent) => {
  if (holdsMarkdown(element)) return state.all(element);
  const beside = new Set(parent?.children.map(pictureSource));
  const children = picturesIn(element).filter(picture => !beside.has(pictureSource(picture)));
  return state.all({ type: 'root', children: [...children] });
};

const flowing = Object.fromEntries(
  ['details', 'plain-dialog', 'figure', 'picture', 'address'].map(name => [name, flow]),
) satisfies Handlers;

/** What becomes of HTML elements, where that is not what the library makes of them. */
export const elementHandlers: Handlers = {
  ...inText,
  ...hidden,
  ...flowing,
  'quoth-box': box,
  'quoth-title': title,
  aside,
  abbr: abbreviation,
  summary: title,
  a: link,
  img: image,
  image,
  'plain-iframe': frame,
  embed: frame,
  'plain-object': frame,
  'plain-menu': defaultHandlers.ul,
  'plain-textarea': all,
  base: all,
  noscript: withoutScript,
  sup: script('^'),
  sub: script('_'),
  strong,
  b: strong,
  mark: strong,
  em: emphasis,
  i: emphasis,
  u: all,
  del: deleted,
  s: deleted,
  strike: deleted,
  h1: heading,
  h2: heading,
  h3: heading,
  h4: heading,
  h5: heading,
  h6: heading,
  pre: preformatted,
  listing: preformatted,
  dl: definitions,
  dt: flow,
  dd: flow,
  table,
  td: tableCell,
  th: tableCell,
  math: all,
};
