import { mentionText } from '../discord-markdown.ts';
import type { DiscordList, DiscordNode, Styled } from '../markdown/nodes.ts';
import { type Line, type Look, type Span, type Style, tame } from './style.ts';
import { timestampText } from './timestamp.ts';
import { widthOf, wrap } from './wrap.ts';

const BAR: Span = { text: '▏ ', style: { dim: true } };

/** Discord's Markdown as rows of at most `width` cells. */
export function markdownLines(nodes: readonly DiscordNode[], width: number, look: Look): readonly Line[] {
  return lay(nodes, {}, Math.max(width, NARROWEST), look);
}

/** Cells below which nothing is laid out. */
const NARROWEST = 8;

function lay(nodes: readonly DiscordNode[], style: Style, width: number, look: Look): readonly Line[] {
  const lines: Line[] = [];
  let run: Span[] = [];
  const flush = () => {
    if (run.length > 0) lines.push(...paragraphs(run).flatMap(paragraph => wrap(paragraph, width)));
    run = [];
  };
  for (const node of nodes) {
    const block = blockLines(node, style, width, look);
    if (block) {
      flush();
      lines.push(...block);
    } else {
      run.push(...inlineSpans(node, style, look));
    }
  }
  flush();
  return lines;
}

/** Spans cut at newlines; the newline at the end belongs to what it ends. */
function paragraphs(run: readonly Span[]): readonly Line[] {
  const all: Span[][] = [[]];
  for (const span of run) {
    const [first = '', ...rest] = span.text.split('\n');
    all.at(-1)?.push({ ...span, text: first });
    for (const part of rest) all.push([{ ...span, text: part }]);
  }
  const isEmpty = (line: Line | undefined) => line?.every(span => span.text === '') ?? false;
  return isEmpty(all.at(-1)) ? all.slice(0, -1) : all;
}

function blockLines(node: DiscordNode, style: Style, width: number, look: Look): readonly Line[] | undefined {
  switch (node.type) {
    case 'heading':
      return headingLines(node.children, style, width, look);
    case 'small':
      return lay(node.children, { ...style, dim: true }, width, look);
    case 'quote':
      return beside(BAR, BAR, lay(node.children, style, width - 2, look));
    case 'list':
      return listLines(node, style, width, look);
    case 'fence':
      return codeLines(node.value, style, width, look);
    default:
      return undefined;
  }
}

/** Where bold cannot be seen, a sign shows that a heading is one. */
function headingLines(
  children: readonly DiscordNode[],
  style: Style,
  width: number,
  look: Look,
): readonly Line[] {
  if (look.depth > 1) return lay(children, { ...style, bold: true }, width, look);
  return beside({ text: '◆ ', style }, { text: '  ', style }, lay(children, style, width - 2, look));
}

function listLines(list: DiscordList, style: Style, width: number, look: Look): readonly Line[] {
  const marks = list.items.map((_, at) => (list.ordered ? `${list.start + at}. ` : '• '));
  const indent = Math.max(...marks.map(widthOf));
  return list.items.flatMap((item, at) => {
    const mark = (marks[at] ?? '').padStart(indent);
    const lines = lay(item, style, Math.max(width - indent, NARROWEST), look);
    return beside(
      { text: mark, style },
      { text: ' '.repeat(indent), style },
      lines.length > 0 ? lines : [[]],
    );
  });
}

/** Code keeps its lines and its spaces; only what is wider than the row goes on in the next. */
function codeLines(code: string, style: Style, width: number, look: Look): readonly Line[] {
  const edge: Span = { text: look.depth > 1 ? '  ' : '    ', style: {} };
  const shown = { ...style, code: true };
  const lines = code
    .split('\n')
    .flatMap(line => wrap([{ text: tame(line), style: shown }], width - widthOf(edge.text)));
  return beside(edge, edge, lines);
}

/** Puts `first` before the first line and `rest` before all others. */
export function beside(first: Span, rest: Span, lines: readonly Line[]): readonly Line[] {
  return lines.map((line, at) => {
    const edge = at === 0 ? first : rest;
    return line.length > 0 ? [edge, ...line] : [{ ...edge, text: edge.text.trimEnd() }];
  });
}

function inlineSpans(node: DiscordNode, style: Style, look: Look): readonly Span[] {
  switch (node.type) {
    case 'text':
      return [{ text: tame(node.value), style }];
    case 'code':
      return marked('`', [{ text: tame(node.value), style: { ...style, code: true } }], style, look);
    case 'link':
      return linkSpans(node.children, node.url, style, look);
    case 'url':
      return [{ text: tame(node.url), style: { ...style, href: node.url } }];
    case 'mention':
      return [{ text: tame(mentionText(node)), style: { ...style, bold: true } }];
    case 'timestamp':
      return [{ text: timestampText(node, look), style }];
    case 'emoji':
      return [{ text: `:${node.name}:`, style }];
    case 'list':
      return node.items.flatMap(item => item.flatMap(child => inlineSpans(child, style, look)));
    case 'fence':
      return marked('`', [{ text: tame(node.value), style: { ...style, code: true } }], style, look);
    case 'heading':
    case 'small':
    case 'quote':
      return node.children.flatMap(child => inlineSpans(child, style, look));
    default:
      return styledSpans(node.type, node.children, style, look);
  }
}

/** Spans between marks, where the terminal cannot show what they mean; it never can of a spoiler. */
function marked(mark: string, inside: readonly Span[], style: Style, look: Look): readonly Span[] {
  if (mark === '' || (look.depth > 1 && mark !== MARKS.spoiler)) return inside;
  return [{ text: mark, style, holds: 'next' }, ...inside, { text: mark, style, holds: 'before' }];
}

/** Where the text cannot lead there itself, its address follows it. */
function linkSpans(children: readonly DiscordNode[], url: string, style: Style, look: Look): readonly Span[] {
  const linked = children.flatMap(child => inlineSpans(child, { ...style, href: url }, look));
  return look.links ? linked : [...linked, { text: ` (${tame(url)})`, style: { dim: true } }];
}

const STYLES: Readonly<Record<Styled, Style>> = {
  strong: { bold: true },
  emphasis: { italic: true },
  underline: { underline: true },
  strike: { strike: true },
  spoiler: { dim: true },
};

/** The marks that stay where bold and the like cannot be seen. */
const MARKS: Readonly<Record<Styled, string>> = {
  strong: '**',
  emphasis: '',
  underline: '',
  strike: '~~',
  spoiler: '||',
};

function styledSpans(
  type: Styled,
  children: readonly DiscordNode[],
  style: Style,
  look: Look,
): readonly Span[] {
  const inside = children.flatMap(child => inlineSpans(child, { ...style, ...STYLES[type] }, look));
  return marked(MARKS[type], inside, style, look);
}
