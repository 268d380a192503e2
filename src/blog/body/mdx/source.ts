import { changeComments, changeProse } from '../text/scan.ts';
import { isTameMdx } from './tame.ts';

const headingId = /^(#{1,6}[ \t][^\n]{0,500}?)\{(#[\w-]{1,200})\}[ \t]*$/gm;

/**
 * MDX with what its parser refuses, but Docusaurus takes: HTML comments, and headings' own ids. Throws where the parser
 * would be held up.
 */
export function parsableMdx(text: string): string {
  if (!isTameMdx(text)) throw new RangeError('There is more MDX than anybody writes.');
  const commented = changeComments(text, written => {
    const inside = written.slice('<!--'.length, -'-->'.length);
    return inside.includes('*/') ? written : `{/*${inside}*/}`;
  });
  return changeProse(commented, prose => prose.replace(headingId, '$1\\{$2\\}'));
}
