import type { Html, Nodes, Root, RootContent, Table } from 'mdast';
import { readFrontMatter } from '../../blog/front-matter.ts';
import { insightKindOf } from '../../blog/insight-labels.ts';
import { readPositioned } from '../../blog/markdown.ts';
import type { Post, Problem } from '../../blog/model.ts';
import { leadingNumber } from '../../blog/number.ts';
import { columnsOf } from '../../blog/sentences.ts';
import { oneLine } from '../../blog/text.ts';
import { type Anchors, anchorsIn } from './anchors.ts';

/** A link or picture of a post to something beside it, or a link to a page of its site. */
export interface Reference {
  readonly kind: 'link' | 'picture';
  /** As written, without query and fragment; empty where it leads to the post itself. */
  readonly target: string;
  /** Of a link, without `#`. */
  readonly fragment?: string;
  readonly line?: number;
}

/** What the text of a post says that its author may want to mend, and what it leads to. */
export interface Inspected {
  readonly problems: readonly Problem[];
  readonly references: readonly Reference[];
  readonly anchors: Anchors;
}

/** Columns that a phone shows of a table, where it is not to wrap. */
const phone = 38;

/** Between two columns of a table. */
const gap = 2;

/** Written so long in a report, in characters. */
const longestDetail = 80;

/** A template's tag, a variable or a module's alias: only the site's build knows what it leads to. */
const template = /[{}<>$]|^[@~]/;

const pictureTag = /<img\b[^>]{0,2000}>/gi;

function* walk(root: Root): Generator<{ readonly node: Nodes; readonly next?: Nodes }> {
  const waiting: { readonly node: Nodes; readonly next?: Nodes }[] = [{ node: root }];
  for (let held = waiting.pop(); held !== undefined; held = waiting.pop()) {
    yield held;
    if (!('children' in held.node)) continue;
    const { children } = held.node;
    for (let index = children.length - 1; index >= 0; index--) {
      const node = children[index];
      if (node !== undefined) waiting.push({ node, next: children[index + 1] });
    }
  }
}

const shown = (text: string): string =>
  text.length > longestDetail ? `${text.slice(0, longestDetail)}…` : text;

function pictureOf(url: string, line?: number): Reference | undefined {
  const target = url.replace(/[?#].*$/s, '');
  const isElsewhere = target === '' || /^(?:[a-z][a-z0-9+.-]*:|\/)/i.test(url);
  return isElsewhere || template.test(url) ? undefined : { kind: 'picture', target, line };
}

/** A link within the site, `site` being an address of it. */
function linkOf(url: string, line?: number, site?: string): Reference | undefined {
  const own = site === undefined ? undefined : `${new URL(site).origin}/`;
  const local = own !== undefined && url.startsWith(own) ? url.slice(own.length - 1) : url;
  const isElsewhere = /^(?:[a-z][a-z0-9+.-]*:|\/\/|\?|$)/i.test(local);
  if (isElsewhere || template.test(local)) return undefined;
  const [target = '', fragment] = local.split('#', 2);
  return { kind: 'link', target: target.replace(/\?.*$/s, ''), fragment, line };
}

function tableProblem(table: Table, line?: number): Problem | undefined {
  const widths: number[] = [];
  for (const { children } of table.children)
    for (const [column, cell] of children.entries())
      widths[column] = Math.max(widths[column] ?? 0, columnsOf(oneLine([cell])));
  const width = widths.reduce((sum, column) => sum + column, gap * (widths.length - 1));
  return width > phone ? { code: 'table-too-wide', line, detail: String(width) } : undefined;
}

/** A line that announces points, with a list or a quote below in which they are not numbered as points are. */
function labelProblem(node: RootContent, next: Nodes | undefined, line?: number): Problem | undefined {
  if (node.type !== 'heading' && node.type !== 'paragraph') return undefined;
  if (next?.type !== 'list' && next?.type !== 'blockquote') return undefined;
  const text = oneLine([node]);
  const isLabel = insightKindOf(leadingNumber(text)?.rest ?? text) !== undefined;
  return isLabel ? { code: 'insights-unread', line, detail: shown(text) } : undefined;
}

function altProblem(url: string, alt: string | null | undefined, line?: number): Problem | undefined {
  return (alt ?? '').trim() === '' ? { code: 'alt-missing', line, detail: shown(url) } : undefined;
}

function tagProblems({ value }: Html, line?: number): Problem[] {
  return (value.match(pictureTag) ?? [])
    .filter(tag => !/\balt\s*=\s*(?:"[^"]*\S|'[^']*\S|[^\s"'>])/i.test(tag))
    .map(tag => ({
      code: 'alt-missing',
      line,
      detail: shown(/\bsrc\s*=\s*["']?([^"'\s>]*)/i.exec(tag)?.[1] ?? tag),
    }));
}

/**
 * Looks through a post's own text, `post` being what was made of it. Lines are those of the file. Takes time in
 * proportion to the text's length.
 */
export function inspect(text: string, post: Post): Inspected {
  const { body, bodyLine } = readFrontMatter(text);
  const problems: (Problem | undefined)[] = [];
  const references: (Reference | undefined)[] = [];
  const headings = [post.title, ...post.sections.flatMap(({ heading, anchor }) => [heading, anchor ?? ''])];
  const lineOf = ({ position }: Nodes) => position && position.start.line + bodyLine - 1;

  for (const { node, next } of walk(readPositioned(body))) {
    const line = lineOf(node);
    switch (node.type) {
      case 'link':
      case 'definition':
        references.push(linkOf(node.url, line, post.url));
        break;
      case 'image':
        references.push(pictureOf(node.url, line));
        problems.push(altProblem(node.url, node.alt, line));
        break;
      case 'imageReference':
        problems.push(altProblem(node.label ?? node.identifier, node.alt, line));
        break;
      case 'html':
        problems.push(...tagProblems(node, line));
        break;
      case 'table':
        problems.push(tableProblem(node, line));
        break;
      case 'heading':
        headings.push(oneLine([node]));
        if (post.insights.length === 0) problems.push(labelProblem(node, next, line));
        break;
      case 'paragraph':
        if (post.insights.length === 0) problems.push(labelProblem(node, next, line));
        break;
    }
  }
  if (post.sections.length === 0) problems.push({ code: 'text-missing' });
  return {
    problems: problems.filter(problem => problem !== undefined),
    references: references.filter(reference => reference !== undefined),
    anchors: anchorsIn(body, headings),
  };
}
