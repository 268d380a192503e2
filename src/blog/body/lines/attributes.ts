import { changeProse } from '../text/scan.ts';

/** Attributes of elements that authors write in braces. */
const names =
  /^(?:width|height|style|align|class|id|lang|target|rel|loading|title|alt|caption|size|w|h|key|(?:fig|tbl|lst|data|layout|aria)-[\w-]+)=/i;

/** `.class`, `#id`, `width=50%`, and Pandoc's `-` for headings without a number. */
function areAttributes(inside: string): boolean {
  const words = inside
    .replace(/"[^"]*"|'[^']*'/g, 'value')
    .split(/\s+/)
    .filter(word => word !== '');
  return words.length > 0 && words.every(word => /^(?:[.#][\w.#:-]+|-)$/.test(word) || names.test(word));
}

/** What braces leave of themselves: a heading's own id. */
function idOf(inside: string): string {
  const id = /(?:^|\s)#([\w.:-]+)/.exec(inside)?.[1];
  return id === undefined ? '' : ` {#${id}}`;
}

/** Links and pictures with attributes after them, spans, headings, and lines of nothing else. */
const afterLink = /(\]\([^()\n]{0,2000}\))[ \t]?\{([^{}\n]{1,500})\}/g;
const span = /\[([^[\]\n]{1,300})\]\{([^{}\n]{1,300})\}/g;
const heading = /^(#{1,6}[ \t][^\n{}]{0,500}?)[ \t]*\{([^{}\n]{1,300})\}[ \t]*$/gm;
const caption = /^(:[ \t][^\n{}]{0,500}?)[ \t]*\{([^{}\n]{1,300})\}[ \t]*$/gm;
const alone = /^[ \t]{0,3}\{([^{}\n]{1,300})\}[ \t]*$/gm;

/** The end of a formula with a name after it. */
const formulaEnd = /^([ \t>]{0,20}\$\$)[ \t]*\{#[\w:.-]{1,100}\}[ \t]*$/gm;

/** `![alt](address =200x100)`: the size in which a picture is shown. */
const sized =
  /(!\[[^\]\n]{0,500}\]\([^()\s]{1,2000})[ \t]{1,9}=(?=[\dx])(?:\d{1,5}%?)?(?:x(?:\d{1,5}%?)?)?(?:px)?[ \t]{0,9}(?="|')?/g;

/**
 * A text without the attributes that Pandoc, markdown-it and Python's Markdown write in braces, and without the sizes of
 * pictures. Code stays as it is.
 */
export function lowerAttributes(text: string): string {
  if (!/[{=]/.test(text)) return text;
  return changeProse(text, prose => {
    if (!/\{| =/.test(prose)) return prose;
    const without = (written: string, kept: string, inside: string) =>
      areAttributes(inside) ? kept : written;
    return prose
      .replace(sized, '$1')
      .replace(formulaEnd, '$1')
      .replace(afterLink, without)
      .replace(span, (written: string, words: string, inside: string) =>
        /^\s*[.#]/.test(inside) ? without(written, words, inside) : written,
      )
      .replace(heading, (written: string, words: string, inside: string) =>
        areAttributes(inside) ? words + idOf(inside) : written,
      )
      .replace(caption, without)
      .replace(alone, (written: string, inside: string) => without(written, '', inside));
  });
}
