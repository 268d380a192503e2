import { angleAt } from './angles.ts';
import { type Block, fenceAt, headingAt, listAt, quoteAt, smallAt } from './blocks.ts';
import { bareAddress, isAddress, isLabel, linksOf } from './links.ts';
import type { DiscordNode, Styled } from './nodes.ts';
import { type Pair, type Pairs, pairsOf } from './pairs.ts';

/** Where a text stands that is being read. */
export interface Place {
  /** Its first character begins a line, so that headings, quotes and lists are known there. */
  readonly lineStart: boolean;
  readonly inQuote: boolean;
  readonly inSmall: boolean;
  /** Backslashes are shown. */
  readonly inLabel: boolean;
  /** How many lists it stands in; headings are not known in any, and the twelfth is literal. */
  readonly lists: number;
  /** How many marks it stands in; beyond the last one known here, marks are literal. */
  readonly depth: number;
}

/** What was read at one place, and where reading goes on. */
interface Step {
  readonly node: DiscordNode;
  readonly after: number;
}

/** One text, and what finds its ends. */
interface Source {
  readonly text: string;
  readonly pairs: Pairs;
  readonly linkAt: ReturnType<typeof linksOf>;
}

const DEEPEST = 24;
const DEEPEST_LIST = 11;

/** The place of a whole message. */
export const MESSAGE: Place = {
  lineStart: true,
  inQuote: false,
  inSmall: false,
  inLabel: false,
  lists: 0,
  depth: 0,
};

/** Reads a text whose newlines are `\n`, standing at `place`. */
export function read(text: string, place: Place): readonly DiscordNode[] {
  if (place.depth > DEEPEST) return text === '' ? [] : [{ type: 'text', value: text }];
  const source: Source = { text, pairs: pairsOf(text), linkAt: linksOf(text) };
  const nodes: DiscordNode[] = [];
  let at = 0;
  while (at < text.length) {
    const step = blockStep(source, at, place) ?? inlineStep(source, at, place) ?? plainStep(text, at);
    add(nodes, step.node);
    at = step.after;
  }
  return nodes;
}

function add(nodes: DiscordNode[], node: DiscordNode): void {
  const last = nodes.at(-1);
  if (node.type === 'text' && last?.type === 'text') {
    nodes[nodes.length - 1] = { type: 'text', value: last.value + node.value };
  } else {
    nodes.push(node);
  }
}

function blockStep({ text }: Source, at: number, place: Place): Step | undefined {
  if (at === 0 ? !place.lineStart : text[at - 1] !== '\n') return undefined;
  const block =
    (place.lists === 0 ? headingAt(text, at) : undefined) ??
    (place.inSmall ? undefined : smallAt(text, at)) ??
    (place.inQuote ? undefined : quoteAt(text, at)) ??
    (place.lists < DEEPEST_LIST ? listAt(text, at) : undefined);
  return block && { node: blockNode(block, place), after: block.after };
}

function blockNode(block: Block, place: Place): DiscordNode {
  const inside = { ...place, lineStart: true, depth: place.depth + 1 };
  switch (block.type) {
    case 'heading':
      return { type: 'heading', depth: block.depth, children: read(block.body, inside) };
    case 'small':
      return { type: 'small', children: read(block.body, { ...inside, inSmall: true }) };
    case 'quote':
      return { type: 'quote', children: read(block.body, { ...inside, inQuote: true }) };
    case 'list': {
      const { ordered, start } = block;
      const items = block.items.map(item => read(item, { ...inside, lists: place.lists + 1 }));
      return { type: 'list', ordered, start, items };
    }
  }
}

function inlineStep(source: Source, at: number, place: Place): Step | undefined {
  const { text, pairs } = source;
  switch (text[at]) {
    case '\\':
      return place.inLabel ? undefined : escapeStep(text, at);
    case '¯':
      return text.startsWith(SHRUG, at) ? literal(SHRUG, at) : undefined;
    case '`':
      return fenceStep(source, at, place) ?? codeStep(text, pairs.code(at));
    case '<':
      return angleAt(text, at);
    case '@':
      return everyoneStep(text, at);
    case 'h':
      return addressStep(text, at);
    case '[':
      return linkStep(source, at, place);
    case '~':
      return styledStep(text, at, place, 'strike', pairs.strike(at));
    case '|':
      return styledStep(text, at, place, 'spoiler', pairs.spoiler(at));
    case '*':
      return longer(source, at, place, ['emphasis', pairs.star(at)], ['strong', pairs.strong(at)]);
    case '_':
      return longer(
        source,
        at,
        place,
        ['emphasis', pairs.underscore(at)],
        ['underline', pairs.underline(at)],
      );
    default:
      return undefined;
  }
}

const SHRUG = '¯\\_(ツ)_/¯';

function literal(value: string, at: number): Step {
  return { node: { type: 'text', value }, after: at + value.length };
}

function escapeStep(text: string, at: number): Step | undefined {
  const next = text[at + 1];
  if (next === undefined || /[0-9A-Za-z\s]/.test(next)) return undefined;
  return { node: { type: 'text', value: next }, after: at + 2 };
}

/** In a quote a fence is shown as code in the line. The newline after a block belongs to it. */
function fenceStep({ text, pairs }: Source, at: number, place: Place): Step | undefined {
  const fence = fenceAt(text, at, pairs.fenceEnd);
  if (!fence) return undefined;
  const { language, value } = fence;
  if (place.inQuote) return { node: { type: 'code', value }, after: fence.after };
  const node: DiscordNode =
    language === undefined ? { type: 'fence', value } : { type: 'fence', language, value };
  return { node, after: text[fence.after] === '\n' ? fence.after + 1 : fence.after };
}

/** A space between the marks and a backtick that the code begins or ends with is not shown. */
function codeStep(text: string, pair: Pair | undefined): Step | undefined {
  if (!pair) return undefined;
  const value = text
    .slice(pair.start, pair.end)
    .replace(/^ (?= {0,99}`)/, '')
    .replace(/(` {0,99}) $/, '$1');
  return { node: { type: 'code', value }, after: pair.after };
}

function everyoneStep(text: string, at: number): Step | undefined {
  if (text.startsWith('@everyone', at)) return { node: { type: 'mention', kind: 'everyone' }, after: at + 9 };
  if (text.startsWith('@here', at)) return { node: { type: 'mention', kind: 'here' }, after: at + 5 };
  return undefined;
}

function addressStep(text: string, at: number): Step | undefined {
  const url = bareAddress(text, at);
  if (url === undefined) return undefined;
  return isAddress(url)
    ? { node: { type: 'url', url, quiet: false }, after: at + url.length }
    : literal(url, at);
}

/** A link that Discord refuses is shown as it was written, marks and all. */
function linkStep({ text, linkAt }: Source, at: number, place: Place): Step | undefined {
  const link = linkAt(at);
  if (!link) return undefined;
  const { url, quiet, after } = link;
  const children = read(link.label, { ...place, lineStart: false, inLabel: true, depth: place.depth + 1 });
  if (!isAddress(url) || !isLabel(children)) return literal(text.slice(at, after), at);
  return { node: { type: 'link', url, quiet, children }, after };
}

/** Of two ways to read the same marks Discord takes the longer one; of equal ones, emphasis. */
function longer(
  { text }: Source,
  at: number,
  place: Place,
  ...[first, second]: readonly [readonly [Styled, Pair | undefined], readonly [Styled, Pair | undefined]]
): Step | undefined {
  const [type, pair] = (second[1]?.after ?? 0) > (first[1]?.after ?? 0) ? second : first;
  return styledStep(text, at, place, type, pair);
}

/** What stands between marks that begin a line begins a line too. */
function styledStep(
  text: string,
  at: number,
  place: Place,
  type: Styled,
  pair: Pair | undefined,
): Step | undefined {
  if (!pair) return undefined;
  const lineStart = at === 0 ? place.lineStart : text[at - 1] === '\n';
  const inside = { ...place, lineStart, depth: place.depth + 1 };
  return { node: { type, children: read(text.slice(pair.start, pair.end), inside) }, after: pair.after };
}

const PLAIN = /[^\\`<@h[~|*_¯\n]+|[\s\S]/y;

/** Text up to the next character that may begin something. */
function plainStep(text: string, at: number): Step {
  PLAIN.lastIndex = at;
  return literal(PLAIN.exec(text)?.[0] ?? text.slice(at, at + 1), at);
}
