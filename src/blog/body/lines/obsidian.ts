import type { DialectName } from '../../model.ts';
import { changeProse } from '../text/scan.ts';

/** What nobody but Obsidian writes: embeds, links with another text or to a heading, callouts that fold. */
const marks = /!\[\[[^[\]\n]+\]\]|\[\[[^[\]\n][^[\]\n|#^]*[|#^][^[\]\n]+\]\]|^>\s*\[![\w-]+\][+-]/m;

/** True where a post is written in Obsidian, or in its Markdown. */
export function isObsidian(text: string, dialect: DialectName | undefined): boolean {
  return dialect === 'obsidian' || marks.test(text);
}

const blockId = /(^|[ \t])\^[a-z\d][a-z\d-]{0,60}[ \t]*$/gim;

/** A text without its comments, `%%…%%`, and without the ids of its blocks. Code stays as it is. */
export function lowerObsidian(text: string): string {
  if (!/%%|\^/.test(text)) return text;
  return changeProse(text, prose => {
    const parts = prose.split('%%');
    // What has no second mark is no comment.
    const last = parts.length % 2 === 0 ? `%%${parts.pop()}` : '';
    const shown = parts.filter((_, index) => index % 2 === 0).join('');
    return (shown + last).replace(blockId, '');
  });
}
