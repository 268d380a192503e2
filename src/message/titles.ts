import type { Post } from '../blog/model.ts';
import type { Words } from '../words/model.ts';
import { escapeText } from './markdown/escape.ts';
import { link } from './markdown/link.ts';
import { cut, shortTitle } from './shorten.ts';

/** Longest heading, in characters of the title: a card's title stands whole, an absurd one does not fill it. */
const longestHeading = 256;

/** A heading that leads to its place on the site, where that has an address. */
export function heading(title: string, url?: string): string {
  const shown = cut(title, longestHeading);
  return `### ${url === undefined ? escapeText(shown) : link(shown, url)}`;
}

/** True where `heading` shows the whole of a title. */
export const isWholeInHeading = (title: string): boolean => cut(title, longestHeading) === title;

/** The post's name as the first part of a small line: 《从压缩到推理》. */
export const titleInLine = (post: Post, words: Words): string =>
  words.titleInLine(escapeText(shortTitle(post.title)));

/** The post's name within a sentence. */
export const titleInSentence = (post: Post): string => escapeText(shortTitle(post.title));

/** The post's language, where it is not the reader's: “in Chinese”. */
export function foreign(post: Post, words: Words): string | undefined {
  const [language] = post.language.toLowerCase().split('-');
  const [reader] = words.locale.toLowerCase().split('-');
  return language === reader ? undefined : words.small.inLanguage(post.language);
}
