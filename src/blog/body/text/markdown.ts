/*
 * What tags and containers are turned into: Markdown, and elements of Quoth's own where Markdown has nothing. What
 * stands between those is read as Markdown, and `html/elements.ts` knows what becomes of them.
 */

/** Opens what stands apart from the text, with a title above it. */
export function openBox(title: string | undefined): string {
  const titled = title === undefined || title.trim() === '' ? '' : `\n\n${titleLine(title)}`;
  return `<quoth-box>${titled}\n\n`;
}

export const closeBox = '\n\n</quoth-box>\n\n';

/** A line that says what follows: a tab's label, a summary. */
export function titleLine(title: string): string {
  return `<quoth-title>${title.replace(/\s+/g, ' ').trim()}</quoth-title>\n\n`;
}

/** An address as it may stand in a Markdown link. */
function destination(url: string): string {
  return `<${url.trim().replace(/[<>\\\s]/g, encodeURIComponent)}>`;
}

function label(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[[\]\\]/g, '\\$&');
}

export function image(url: string, alt = ''): string {
  return url.trim() === '' ? alt : `![${label(alt)}](${destination(url)})`;
}

export function link(text: string, url: string): string {
  return `[${label(text.trim() === '' ? url : text)}](${destination(url)})`;
}

/** A picture with what stands below it. */
export function figure(url: string, alt: string | undefined, caption: string | undefined): string {
  const below = caption === undefined || caption === '' ? '' : `\n\n${caption}`;
  return `${image(url, alt === caption ? '' : alt)}${below}`;
}

/** A block of code as it is written, without the blank lines around it. */
export function codeBlock(code: string, language = ''): string {
  const longest = (code.match(/`+/g) ?? []).reduce((most, run) => Math.max(most, run.length), 2);
  const fence = '`'.repeat(longest + 1);
  const lines = code.replace(/^(?:[ \t]*\n)+/, '').trimEnd();
  return `${fence}${language.replace(/[`\s]/g, '')}\n${lines}\n${fence}`;
}
