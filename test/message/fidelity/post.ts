import type { Nodes } from 'mdast';
import type { Post, Section } from '../../../src/blog/model.ts';
import type { Page } from '../../../src/message/model.ts';
import { pagesOf } from '../../../src/message/reading.ts';
import { readPage } from './page.ts';
import type { Reading } from './reading.ts';
import { readTree, wordsOf } from './tree.ts';

/** What a comparison of pages with the tree that they are made of came to. */
export interface Judged {
  readonly pages: number;
  /** Characters that the tree says, and those of them that no page shows in their place. */
  readonly characters: number;
  readonly lost: number;
  /** A line for each difference: where it is, what was expected, what is there. */
  readonly faults: readonly string[];
}

/** Where two texts begin to differ, and how much of the first lies between there and where they are alike again. */
function difference(expected: string, found: string): { readonly at: number; readonly length: number } {
  const shorter = Math.min(expected.length, found.length);
  let at = 0;
  while (at < shorter && expected[at] === found[at]) at++;
  let end = 0;
  while (end < shorter - at && expected.at(-1 - end) === found.at(-1 - end)) end++;
  return { at, length: Math.max(expected.length, found.length) - at - end };
}

function unlike(where: string, what: string, expected: string, found: string): readonly string[] {
  if (expected === found) return [];
  const { at } = difference(expected, found);
  const around = (text: string) => JSON.stringify(text.slice(Math.max(0, at - 30), at + 50));
  return [`${where}: ${what} ${around(expected)} became ${around(found)}`];
}

function unlikeReading(where: string, expected: Reading, found: Reading): readonly string[] {
  const text = unlike(where, 'text', expected.text, found.text);
  return [
    ...text,
    ...(text.length > 0 ? [] : unlike(where, 'looks', expected.looks, found.looks)),
    ...unlike(where, 'links', expected.links.join(' '), found.links.join(' ')),
    ...unlike(where, 'code', expected.codes.join('\n'), found.codes.join('\n')),
  ];
}

function judgePage({ nodes, parts }: Page, where: string): Judged {
  const [expected, found] = [readTree(nodes), readPage(parts)];
  const lost = expected.text === found.text ? 0 : difference(expected.text, found.text).length;
  const faults = unlikeReading(where, expected, found);
  return { pages: 1, characters: expected.text.length, lost, faults };
}

const said = (nodes: readonly Nodes[]): string => wordsOf(nodes).replace(/\s/g, '');

function judgeSection({ path }: Post, section: Section): readonly Judged[] {
  const where = `${path} § ${section.heading}`;
  const pages = pagesOf(section);
  const longHeading = section.heading.length > 256 ? section.heading.replace(/\s/g, '') : '';
  const [whole, paged] = [longHeading + said(section.nodes), said(pages.flatMap(({ nodes }) => nodes))];
  const lost = whole === paged ? 0 : difference(whole, paged).length;
  // What is cut in two links on both pages, as does a table whose columns are named again.
  const once = (nodes: readonly Nodes[]) => [...new Set(readTree(nodes).links)].join(' ');
  const faults = [
    ...unlike(where, 'the section’s text', whole, paged),
    ...unlike(where, 'the section’s links', once(section.nodes), once(pages.flatMap(({ nodes }) => nodes))),
  ];
  return [
    { pages: 0, characters: 0, lost, faults },
    ...pages.map((page, index) => judgePage(page, `${where}, page ${index + 1}`)),
  ];
}

/** Compares every page of posts, read back as Discord reads it, with the part of the tree that it shows. */
export function judgePosts(posts: readonly Post[]): Judged {
  const all = posts.flatMap(post => post.sections.flatMap(section => judgeSection(post, section)));
  return {
    pages: all.reduce((sum, { pages }) => sum + pages, 0),
    characters: all.reduce((sum, { characters }) => sum + characters, 0),
    lost: all.reduce((sum, { lost }) => sum + lost, 0),
    faults: all.flatMap(({ faults }) => faults),
  };
}
