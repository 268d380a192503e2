import type { Fields } from '../../fields.ts';
import { isPostReference } from '../reference.ts';
import { type Indented, indentedLines } from '../text/indented.ts';
import { closeBox, openBox, titleLine } from '../text/markdown.ts';
import { type Piece, splitTags } from '../text/scan.ts';
import type { Tag } from '../text/tag.ts';
import { boxTitle, isBox, wholeBox } from './boxes.ts';
import { firstBranches } from './branches.ts';
import { embedded, isEmbed } from './embeds.ts';
import { hexo, hexoRawBodies } from './hexo.ts';
import { hugo, hugoRawBodies } from './hugo.ts';
import { liquid, liquidRawBodies, output } from './liquid.ts';
import type { Given, Meanings } from './model.ts';
import { pairTags } from './pairs.ts';
import { nameTabs } from './tabs.ts';
import { unknownTag } from './unknown.ts';
import { withValues } from './values.ts';

/** Tags whose content stands below a title: what can be unfolded, one of several tabs. */
const titled =
  /^(?:details|expand|collapse|collapsible|fold|folding|spoiler|accordion(?:-?item)?|hide(?:block|toggle)?|tab|tabitem|tabpane|codetab|step|timeline|toggle)$/;

const titleArg = /(?:^|\s)(?:title|summary|label|name|header|heading|text)\s*=\s*(?:"([^"]*)"|'([^']*)')/i;

/** `open:true`, `color:red`: what only says how it looks. */
const options = /(?:^|\s)[a-z_]{2,20}:[^\s:/]{1,40}(?=\s|$)/gi;

function titleOfTag(name: string, args: string): string {
  const named = titleArg.exec(args);
  if (named !== null) return named[1] ?? named[2] ?? '';
  const quoted = /^(?:"([^"]*)"|'([^']*)')/.exec(args);
  if (quoted !== null) return quoted[1] ?? quoted[2] ?? '';
  if (args.includes('=')) return '';
  const words = args.replace(options, '').trim();
  // `{% folding blue, Title %}`, but `{% hideToggle Title, blue %}`.
  return name === 'folding' ? words.replace(/^[\w\s-]{1,30},\s*/, '') : words.replace(/,.*$/s, '');
}

function hasRawBody({ marks, name }: Tag): boolean {
  if (marks === 'shortcode') return hugoRawBodies.has(name);
  return hexoRawBodies.has(name) || liquidRawBodies.has(name);
}

const ownWords: Readonly<Record<Tag['marks'], Meanings>> = {
  shortcode: hugo,
  // Both have `link`; Jekyll's names one file with its ending.
  statement: { ...liquid, ...hexo },
  output: {},
};

function isJekyllLink({ marks, name, args }: Tag): boolean {
  return marks === 'statement' && name === 'link' && /^\S+\.\w+$/.test(args);
}

/** A box around something, or around what it is given. */
function boxed({ name, args, closes, isPaired }: Given): string {
  if (closes) return isPaired ? closeBox : '';
  return isPaired ? openBox(boxTitle(name, args)) : wholeBox(name, args);
}

function unfolding(given: Given): string {
  const { name, args, closes, isPaired } = given;
  if (closes) return '';
  const title = titleOfTag(name, args);
  if (isPaired) return titleLine(title);
  return unknownTag(given) || (title === '' ? '' : titleLine(title));
}

/** What a tag comes to as Markdown; undefined where it stays as written. */
function meaningOf(given: Given): string | undefined {
  const { marks, name, closes, args } = given;
  if (marks === 'output') return output(given);
  if (isJekyllLink(given)) return liquid.link?.(given);
  const words = ownWords[marks];
  if (isBox(name)) return boxed(given);
  if (titled.test(name)) return unfolding(given);
  if (Object.hasOwn(words, name)) return words[name]?.(given);
  if (closes) return '';
  return isEmbed(name) ? embedded(name, args) : unknownTag(given);
}

const quoteMarks = /^[ \t>]*$/;

/** What a line begins with, where nothing else stands before `start`; undefined elsewhere. */
function prefixBefore(text: string, start: number): string | undefined {
  const before = text.slice(Math.max(0, start - 100), start);
  const newline = before.lastIndexOf('\n');
  if (newline < 0 && start > 100) return undefined;
  const prefix = before.slice(newline + 1);
  return quoteMarks.test(prefix) ? prefix : undefined;
}

/** Markdown as blocks of their own, each line after what the tag's line begins with. */
function asBlocks(markdown: string, margin: string): string {
  const lines = ['', ...markdown.trim().split('\n'), ''];
  return lines.map((line, index) => (index === 0 ? line : margin + line)).join('\n');
}

/** A text whose tags are lowered. */
interface Source {
  readonly text: string;
  readonly indented: ReadonlyMap<number, Indented>;
}

/** The prefix as it may stand before Markdown: a margin of four is code, unless it is that of a list's item. */
function marginOf(prefix: string, start: number, { indented }: Source): string {
  const isCode = prefix.length > 3 && !prefix.includes('>') && indented.get(start - prefix.length) !== 'item';
  return isCode ? '' : prefix;
}

/** Hexo's themes begin a tab or a point in time with a comment, which may name an icon. */
const tabComment = /^<!--\s{1,9}(?:tab|timeline)\s{1,9}([^\s@-][^@\n]{0,200}?)(?:@[^@\n]{0,80})?\s{0,9}-->$/;

function tabTitle(comment: string): string | undefined {
  const title = tabComment.exec(comment)?.[1];
  return title === undefined ? undefined : `\n\n${titleLine(title)}`;
}

function withoutMargin(body: string | undefined, margin: string | undefined): string | undefined {
  if (body === undefined || margin === undefined || margin === '') return body;
  return body
    .split('\n')
    .map(line => (line.startsWith(margin) ? line.slice(margin.length) : line))
    .join('\n');
}

/** What stands before an address: a link's bracket, an attribute, or what a definition is called. */
const beforeAddress = /[("'<=]$|^ {0,3}\[[^\]\n]{1,200}\]:[ \t]*$/m;

function lowered({ tag, body, start, text: written }: Piece, source: Source, before: string): string {
  if (tag === undefined) return tabTitle(written) ?? written;
  const margin = prefixBefore(source.text, start);
  const end = start + written.length;
  const isAlone = margin !== undefined && /^[ \t]*(?:\n|$)/.test(source.text.slice(end, end + 100));
  const markdown = meaningOf({ ...tag, body: withoutMargin(body, margin), isAlone });
  if (markdown === undefined) return written;
  if (isPostReference(markdown)) return beforeAddress.test(before) ? markdown : `[](${markdown})`;
  if (isAlone && markdown.trim() !== '') return asBlocks(markdown, marginOf(margin, start, source));
  const edge = margin === undefined ? '' : marginOf(margin, start, source);
  return isBlock(markdown) ? `\n${edge}${asBlocks(markdown, edge)}\n${edge}` : markdown;
}

/** Code, boxes and titles must begin a line, wherever their tag stands. */
function isBlock(markdown: string): boolean {
  return /^(?:`{3}|<\/?quoth-)/.test(markdown.trimStart()) && markdown.includes('\n');
}

/** Tags that Hugo and Zola only show: they are spoken of. */
const spokenOf = /\{\{([<%])\/\*([\s\S]*?)\*\/([>%])\}\}|\{%\/\*([\s\S]*?)\*\/%\}/g;

/** Comments of Nunjucks and Zola, and the mark that sets columns apart in themes of Hugo. */
const unseen = /\{#-?\s[^{}]{0,2000}?\s-?#\}|^<--->[ \t]*$/gm;

function proseOf(text: string): string {
  return text
    .replace(unseen, '')
    .replace(spokenOf, (_, open = '', shortcode = '', close = '', statement = '') =>
      statement === '' ? `{{${open}${shortcode}${close}}}` : `{%${statement}%}`,
    );
}

/** The pieces of a text that are shown. */
function shownPieces(text: string, data: Fields): readonly Piece[] {
  const pieces = nameTabs(pairTags(splitTags(text, hasRawBody)));
  return firstBranches(withValues(pieces, data));
}

/**
 * A text without the tags of Liquid, Nunjucks, Hexo, Zola and Hugo: what they show stands in their place, as
 * Markdown. `data` is the post's front matter, which tags may name. Code stays as it is.
 */
export function lowerTags(text: string, data: Fields = new Map()): string {
  if (!/\{[{%#]/.test(text)) return text;
  const source = { text, indented: indentedLines(text) };
  const written: string[] = [];
  let before = '';
  for (const piece of shownPieces(text, data)) {
    const markdown = lowered(piece, source, before);
    const now = piece.kind === 'prose' ? proseOf(markdown) : markdown;
    before = (before + now.slice(-300)).slice(-300);
    written.push(now);
  }
  return written.join('');
}
