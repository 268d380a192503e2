import type { DiscordNode } from './nodes.ts';

/** A link as it is written, before it is known whether Discord takes it. */
export interface WrittenLink {
  readonly label: string;
  readonly url: string;
  readonly quiet: boolean;
  readonly after: number;
}

/** A place where a label may end (`](`) and the address that follows it. */
interface LabelEnd {
  readonly at: number;
  readonly url: string;
  readonly quiet: boolean;
  readonly after: number;
}

/**
 * Reads `[label](url)` at any place of one text. A label holds pairs of brackets, and a lone `]` where another
 * `]` follows before any `[`; the last end with an address after it counts. What follows a bracket does not
 * depend on where the label began, so one walk from the text's end answers for all places.
 */
export function linksOf(text: string): (at: number) => WrittenLink | undefined {
  let ends: readonly (LabelEnd | undefined)[] | undefined;
  return at => {
    ends ??= labelEnds(text);
    const end = ends[at + 1];
    return end && { ...end, label: text.slice(at + 1, end.at) };
  };
}

/** For each place, where a label would end that has come so far. */
function labelEnds(text: string): readonly (LabelEnd | undefined)[] {
  const ends: (LabelEnd | undefined)[] = new Array(text.length + 1).fill(undefined);
  let opening = text.length;
  let closing = text.length;
  for (let at = text.length - 1; at >= 0; at--) {
    if (text[at] === '[') {
      ends[at] = closing < text.length ? ends[closing + 1] : undefined;
      opening = at;
    } else if (text[at] === ']') {
      const further = closing < opening ? ends[at + 1] : undefined;
      ends[at] = further ?? (text[at + 1] === '(' ? addressAt(text, at) : undefined);
      closing = at;
    } else {
      ends[at] = ends[at + 1];
    }
  }
  return ends;
}

const ADDRESS = /\(\s{0,20}(<?)((?:\([^()]*\)|[^\s()\\<>])+)>?(?:\s{1,20}(?:"[^"]*"|'[^']*'))?\s{0,20}\)/y;

/** The `(url)` or `(<url> "title")` after the `]` at `at`. */
function addressAt(text: string, at: number): LabelEnd | undefined {
  ADDRESS.lastIndex = at + 1;
  const found = ADDRESS.exec(text);
  if (!found?.[2]) return undefined;
  return { at, url: found[2], quiet: found[1] === '<', after: ADDRESS.lastIndex };
}

/** True for what Discord makes a link of: an absolute http(s) address with a host that is written plainly. */
export function isAddress(url: string): boolean {
  if (!/^https?:\/\/[^\s<>]+$/i.test(url) || !URL.canParse(url)) return false;
  return !(url.split('/', 3)[2] ?? '').includes('%');
}

const PICTOGRAPH = /\p{Extended_Pictographic}|\p{Regional_Indicator}|\u20e3|<a?:\w+:\d+>/u;

/**
 * True where Discord takes what the label was read as. With an address, an emoji, a mention or a link in it
 * the whole link stays literal; so does one with an empty label.
 */
export function isLabel(children: readonly DiscordNode[]): boolean {
  return visible(children).trim() !== '' && children.every(isPlain);
}

function isPlain(node: DiscordNode): boolean {
  switch (node.type) {
    case 'text':
      return !PICTOGRAPH.test(node.value);
    case 'code':
      return !PICTOGRAPH.test(node.value) && !/https?:\/\/\S/i.test(node.value);
    case 'link':
    case 'url':
    case 'mention':
    case 'emoji':
    case 'fence':
      return false;
    case 'timestamp':
      return true;
    case 'list':
      return node.items.every(item => item.every(isPlain));
    default:
      return node.children.every(isPlain);
  }
}

function visible(nodes: readonly DiscordNode[]): string {
  return nodes
    .map(node => {
      if ('value' in node) return node.value;
      if ('children' in node) return visible(node.children);
      return node.type;
    })
    .join('');
}

/** Punctuation that ends a bare address is not part of it, nor is one closing bracket too many. */
const BARE = /https?:\/\/[^\s<]+/y;
const TRAILING = new Set('.,:;"\']');

/** The bare address that begins at `at`: it reaches to the next space, Chinese signs included. */
export function bareAddress(text: string, at: number): string | undefined {
  BARE.lastIndex = at;
  const run = BARE.exec(text)?.[0];
  if (run === undefined) return undefined;
  let end = run.length;
  while (TRAILING.has(run[end - 1] ?? '')) end--;
  if (end <= run.indexOf('//') + 3) return undefined;
  const url = run.slice(0, end);
  return hasClosingTooMany(url) ? url.slice(0, -1) : url;
}

function hasClosingTooMany(url: string): boolean {
  let closing = 0;
  while (url.at(-1 - closing) === ')') closing++;
  return closing > url.split('(').length - 1;
}
