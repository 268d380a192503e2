import type { Nodes, PhrasingContent } from 'mdast';
import { columnsOf } from '../../blog/sentences.ts';
import { escapeText } from '../markdown/escape.ts';
import { webAddress } from '../markdown/url.ts';
import { breaksOfProse, type Level, levels } from './breaks.ts';
import { ownText } from './extent.ts';
import { type Load, load, nothing, sum } from './load.ts';

/** A stretch of a tree that is not cut: how much of the extent it takes, and how well a page may end after it. */
export interface Piece {
  readonly size: number;
  readonly level: Level;
  readonly load: Load;
}

/** Prose as one string, as long as its extent, with what its marks add and where. */
interface Prose {
  text: string;
  /** The same without the sentence ends that are none. */
  masked: string;
  readonly marks: { readonly at: number; readonly load: Load }[];
}

/** Stands in the text for what is no text. */
const object = '\ufffc';

const linkLoad = (url: string): Load =>
  load({ marks: 1, links: 1, length: (webAddress(url) ?? '').length + 6 });

const altLoad = (alt: string | null | undefined, pictures: number): Load =>
  load({ weight: columnsOf(alt ?? ''), length: escapeText(alt ?? '').length, pictures });

/** What a node's own marks add. */
export function markLoad(node: Nodes): Load | undefined {
  switch (node.type) {
    case 'emphasis':
    case 'strong':
    case 'delete':
    case 'inlineCode':
    case 'inlineMath':
      return load({ marks: 1, length: 8 });
    case 'link':
      return linkLoad(node.url);
    case 'image':
      return sum(linkLoad(node.url), altLoad(node.alt, 1));
    case 'imageReference':
      return altLoad(node.alt, 0);
    case 'footnoteReference':
      return load({ weight: 3, length: 2 * (node.label ?? node.identifier).length + 4 });
    case 'html':
      return load({ length: 2 * node.value.length });
    default:
      return undefined;
  }
}

/** Text as `breaksOfProse` should see it: no sentence ends in code, nor where the source wraps a line. */
function masked(node: PhrasingContent, text: string): string {
  if (node.type === 'break') return text;
  return node.type === 'text' ? text.replace(/[\n\r\u2028\u2029\u0085]/g, ' ') : 'x'.repeat(text.length);
}

function gather(node: PhrasingContent, prose: Prose): void {
  const own = markLoad(node);
  if (own) prose.marks.push({ at: prose.text.length, load: own });
  if ('children' in node && node.children.length > 0) {
    for (const child of node.children) gather(child, prose);
    return;
  }
  const text = ownText(node) || (node.type === 'break' ? '\n' : object);
  prose.text += text;
  prose.masked += masked(node, text);
}

/** Most that the marks of one piece may take up: it must fit a page, with its text. */
const mostLinks = 5;
const mostMarks = 20;
const mostLength = 1_200;

const isHeavy = ({ links, marks, length }: Load): boolean =>
  links > mostLinks || marks > mostMarks || length > mostLength;

/** Prose in pieces. */
export function piecesOfProse(nodes: readonly PhrasingContent[]): readonly Piece[] {
  const prose: Prose = { text: '', masked: '', marks: [] };
  for (const node of nodes) gather(node, prose);
  const pieces: Piece[] = [];
  let from = 0;
  let marked = nothing;
  const add = (end: number, level: Level): void => {
    if (end === from) return;
    const text = prose.text.slice(from, end);
    const written = load({ weight: columnsOf(text), length: escapeText(text).length });
    pieces.push({ size: end - from, level, load: sum(written, marked) });
    [from, marked] = [end, nothing];
  };
  let next = 0;
  for (const { end, level } of breaksOfProse(prose.text, prose.masked)) {
    for (let mark = prose.marks[next]; mark !== undefined && mark.at < end; mark = prose.marks[++next]) {
      if (isHeavy(sum(marked, mark.load))) add(mark.at, levels.clause);
      marked = sum(marked, mark.load);
    }
    add(end, level);
  }
  return pieces;
}
