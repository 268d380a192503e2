import type { Code, Html, Literal } from 'mdast';
import { fence } from '../code.ts';
import { escapeText } from '../escape.ts';
import { type Flat, lines } from '../flat.ts';
import { htmlAsText } from '../html.ts';

function fenced(value: string, language?: string): readonly Flat[] {
  const written = fence(value, language);
  return written === '' ? [] : [lines('code', ...written.split('\n'))];
}

export const code = (node: Code): readonly Flat[] => fenced(node.value, node.lang ?? undefined);

/** A formula, as it is written. */
export const math = (node: Literal): readonly Flat[] => fenced(node.value, 'tex');

/** HTML as the paragraphs that are read in it. */
export function html(node: Html): readonly Flat[] {
  const paragraphs: string[][] = [[]];
  for (const line of htmlAsText(node.value).split('\n')) {
    const read = escapeText(line.replace(/\s+/g, ' ').trim());
    if (read === '') paragraphs.push([]);
    else paragraphs.at(-1)?.push(read);
  }
  return paragraphs.filter(one => one.length > 0).map(one => lines('paragraph', ...one));
}
