import type { Nodes, PhrasingContent, PhrasingContentMap } from 'mdast';
import { htmlAsText } from './html.ts';
import { shownAddress, webAddress } from './url.ts';

/** How a run of text looks. */
export interface Style {
  readonly strong: boolean;
  readonly emphasis: boolean;
  readonly strike: boolean;
  /** The link that it is a part of: its address as the post writes it, which `webAddress` takes. */
  readonly link?: { readonly url: string };
}

/** A stretch of one line that looks the same throughout, or the end of a line. */
export type Run =
  | { readonly kind: 'text' | 'code'; readonly value: string; readonly style: Style }
  | { readonly kind: 'break' };

const plain: Style = { strong: false, emphasis: false, strike: false };

/** What a node comes to: runs, or children in a style with what follows them. */
interface Opened {
  readonly runs?: readonly Run[];
  readonly children?: readonly Nodes[];
  readonly style?: Style;
  readonly after?: readonly Run[];
}

type Handlers = {
  readonly [Type in keyof PhrasingContentMap]: (node: PhrasingContentMap[Type], style: Style) => Opened;
};

const text = (value: string, style: Style): Opened => ({ runs: [{ kind: 'text', value, style }] });

/** Text that holds line ends of its own, each a hard one. */
function lines(value: string, style: Style): Opened {
  const runs = value
    .split('\n')
    .flatMap<Run>(line => [{ kind: 'break' }, { kind: 'text', value: line, style }]);
  return { runs: runs.slice(1) };
}

const handlers: Handlers = {
  text: (node, style) => text(node.value, style),
  emphasis: (node, style) => ({ children: node.children, style: { ...style, emphasis: true } }),
  strong: (node, style) => ({ children: node.children, style: { ...style, strong: true } }),
  delete: (node, style) => ({ children: node.children, style: { ...style, strike: true } }),
  inlineCode: (node, style) => ({ runs: [{ kind: 'code', value: node.value, style }] }),
  inlineMath: (node, style) => ({ runs: [{ kind: 'code', value: node.value, style }] }),
  break: () => ({ runs: [{ kind: 'break' }] }),
  html: (node, style) => lines(htmlAsText(node.value), style),
  link: (node, style) => {
    // A link within a link is no link of its own: the outer one says where its words lead.
    if (style.link !== undefined) return { children: node.children, style };
    if (webAddress(node.url) !== undefined) {
      const linked = { ...style, link: { url: node.url } };
      const isBlank = textOf(node.children, linked).trim() === '';
      return isBlank ? text(node.url, linked) : { children: node.children, style: linked };
    }
    const shown = shownAddress(node.url);
    if (shown === undefined || textOf(node.children).includes(shown)) {
      return { children: node.children, style };
    }
    return { children: node.children, style, after: [{ kind: 'text', value: ` (${shown})`, style }] };
  },
  linkReference: (node, style) => ({ children: node.children, style }),
  image: (node, style) => {
    const alt = node.alt ?? '';
    if (style.link !== undefined || webAddress(node.url) === undefined) return text(alt, style);
    return text(alt.trim() === '' ? node.url : alt, { ...style, link: { url: node.url } });
  },
  imageReference: (node, style) => text(node.alt ?? '', style),
  footnoteReference: (node, style) => text(`[${node.label ?? node.identifier}]`, style),
};

function open<Type extends keyof PhrasingContentMap>(
  type: Type,
  node: PhrasingContentMap[Type],
  style: Style,
): Opened {
  return handlers[type](node, style);
}

/** Whether a node stands within a line. */
export function isPhrasing(node: Nodes): node is PhrasingContent {
  return Object.hasOwn(handlers, node.type);
}

/** What is not known, by its children or its text. */
function openAny(node: Nodes, style: Style): Opened {
  if (isPhrasing(node)) return open(node.type, node, style);
  if ('children' in node) return { children: node.children, style, after: [{ kind: 'break' }] };
  return 'value' in node && typeof node.value === 'string' ? text(node.value, style) : {};
}

/** Nodes as runs, in order, however deep they are nested; they stand in something that looks like `around`. */
export function runsOf(nodes: readonly Nodes[], around = plain): readonly Run[] {
  const runs: Run[] = [];
  const waiting: (Run | { readonly node: Nodes; readonly style: Style })[] = nodes
    .map(node => ({ node, style: around }))
    .reverse();
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if ('kind' in next) {
      runs.push(next);
      continue;
    }
    const opened = openAny(next.node, next.style);
    for (const run of opened.runs ?? []) runs.push(run);
    for (const run of opened.after?.toReversed() ?? []) waiting.push(run);
    const inside = opened.style ?? next.style;
    for (const child of opened.children?.toReversed() ?? []) waiting.push({ node: child, style: inside });
  }
  return runs;
}

/** The words of nodes, without marks. */
export function textOf(nodes: readonly Nodes[], around = plain): string {
  return runsOf(nodes, around)
    .map(run => (run.kind === 'break' ? '\n' : run.value))
    .join('');
}
