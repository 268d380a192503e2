import type { Post } from '../blog/model.ts';
import type { Words } from '../words/model.ts';
import { escapeText, escapeWithin } from './markdown/escape.ts';
import { link } from './markdown/link.ts';
import type { Layout } from './model.ts';
import { button, buttons, small, text } from './parts.ts';
import type { Route } from './route.ts';
import { cut, shortTitle } from './shorten.ts';
import { foreign } from './titles.ts';

/** Plain text with the ranges that a query matched. */
export interface Highlighted {
  readonly text: string;
  readonly marks: readonly (readonly [number, number])[];
}

/** A hit as it is listed: what it is a part of, what matched, and where it opens. */
export interface Result {
  readonly post: Post;
  readonly kind: 'post' | 'insight' | 'section';
  /** “洞见 5”, “Section”. */
  readonly name: string;
  readonly heading: Highlighted;
  readonly snippet: Highlighted;
  readonly route: Route;
}

/** Plain text as Discord Markdown with the matches bold, to stand within a line or, if `opens`, to open one. */
function highlight({ text: whole, marks }: Highlighted, opens: boolean): string {
  let written = '';
  let at = 0;
  const plain = (text: string) => (opens && written.trim() === '' ? escapeText(text) : escapeWithin(text));
  for (const [start, end] of marks) {
    written += plain(whole.slice(at, start));
    const inside = plain(whole.slice(start, end));
    written += inside.trim() === '' ? inside : `**${inside}**`;
    at = end;
  }
  return written + plain(whole.slice(at));
}

/** Longest heading of a result, in characters, and longest address that a title leads to. */
const headingLength = 120;
const addressLength = 300;

/** The beginning of a heading, with the matches in it. */
function headingOf({ text: whole, marks }: Highlighted): Highlighted {
  const text = cut(whole, headingLength);
  const end = text === whole ? whole.length : text.length - 1;
  return {
    text,
    marks: marks.flatMap(([from, to]) => (from < end ? [[from, Math.min(to, end)] as const] : [])),
  };
}

const oneLine = (markdown: string): string => markdown.replace(/(?<![^\S\n])[^\S\n]*\n\s*/g, ' ');

function resultText(result: Result, number: number): string {
  const title = [result.name, oneLine(highlight(headingOf(result.heading), false))]
    .filter(part => part !== '')
    .join(' · ');
  const snippet = result.snippet.text === '' ? '' : `\n> ${oneLine(highlight(result.snippet, true))}`;
  return `**${number}** ${title}${snippet}`;
}

function postLine(post: Post, words: Words): string {
  const title = shortTitle(post.title);
  const address = post.url !== undefined && post.url.length <= addressLength ? post.url : undefined;
  const shown = address === undefined ? escapeText(title) : link(title, address);
  const named = words.locale === 'en' || address !== undefined ? shown : words.titleInLine(shown);
  const after = [post.date ? words.small.isoDate(post.date) : '', foreign(post, words) ?? ''].filter(Boolean);
  return `### ${named}${after.length > 0 ? ` ${after.join(' · ')}` : ''}`;
}

/** Neighbouring results of one post, together under its title. */
function grouped(results: readonly Result[]): readonly (readonly [Result, ...Result[]])[] {
  const groups: [Result, ...Result[]][] = [];
  for (const result of results) {
    const group = groups.at(-1);
    if (group?.[0].post === result.post) group.push(result);
    else groups.push([result]);
  }
  return groups;
}

export interface Results {
  /** What stands above them: the query and the counts, or a sentence. */
  readonly opening: string;
  readonly results: readonly Result[];
  /** What stands below them. */
  readonly closing?: string;
  /** Pages before and after, and other ways on. */
  readonly ways: readonly { readonly label: string; readonly route: Route }[];
}

/** Results as numbered lines with highlighted snippets, grouped by post, and a row of numbers that open them. */
export function resultsPage({ opening, results, closing, ways }: Results, words: Words): Layout {
  let number = 0;
  const groups = grouped(results).map(group => {
    const lines = group.map(result => resultText(result, ++number));
    return [postLine(group[0].post, words), ...lines].join('\n');
  });
  return {
    body: [text(opening), ...groups.map(text), ...(closing ? [text(small(closing))] : [])],
    rows: [
      ...buttons(...results.map(({ route }, index) => button(String(index + 1), route))),
      ...buttons(...ways.map(({ label, route }) => button(label, route))),
    ],
  };
}
