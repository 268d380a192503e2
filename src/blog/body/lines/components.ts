import { changeProse } from '../text/scan.ts';

const tag = /<\/?[A-Z][\w.-]*(?:[ \t][^<>\n]*)?>/g;

/** A line of nothing but components' tags. */
const line =
  /^ {0,3}<\/?[A-Z][\w.-]*(?:[ \t][^<>\n]*)?>(?:[ \t]*<\/?[A-Z][\w.-]*(?:[ \t][^<>\n]*)?>)+[ \t]*$/gm;

/**
 * Puts components' tags that share a line on lines of their own: of a line with several, Markdown makes a paragraph,
 * which ends before what stands in them. Code stays as it is.
 */
export function partComponents(text: string): string {
  if (!/<[A-Z]/.test(text)) return text;
  return changeProse(text, prose =>
    prose.replace(line, tags => `\n${tags.match(tag)?.join('\n\n') ?? tags}\n`),
  );
}
