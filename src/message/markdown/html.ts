import { decodeNamedCharacterReference } from 'decode-named-character-reference';

/**
 * A comment, a script or style with what is in it, or a tag. Each alternative that is not closed ends with the
 * text or at the next `<`, so that reading stays linear.
 */
const markup =
  /<!--[\s\S]*?(?:-->|$)|<(script|style|template)\b[\s\S]*?(?:<\/\1\s*>|$)|<(?:[!?]|\/?([a-z][a-z0-9-]*)(?![a-z0-9-]))(?:"[^"<]{0,500}"|'[^'<]{0,500}'|[^<>"'])*>/gi;

const newline = new Set(
  'address article aside blockquote br caption dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section summary table tbody tfoot thead tr ul'.split(
    ' ',
  ),
);

const reference = /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z][a-z0-9]{1,30}));/gi;

function character(code: number): string {
  return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff)
    ? String.fromCodePoint(code)
    : '\ufffd';
}

function decoded(text: string): string {
  return text.replace(reference, (whole, decimal?: string, hexadecimal?: string, name = '') => {
    if (decimal !== undefined) return character(Number.parseInt(decimal, 10));
    if (hexadecimal !== undefined) return character(Number.parseInt(hexadecimal, 16));
    return decodeNamedCharacterReference(name) || whole;
  });
}

function attribute(tag: string, name: string): string {
  const found = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, 'i').exec(tag);
  return found?.[1] ?? found?.[2] ?? found?.[3] ?? '';
}

/** What is read in a tag's place: a line's end, a cell's space, a picture's alt text. */
function readAs(tag: string, name: string): string {
  if (newline.has(name)) return '\n';
  if (name === 'td' || name === 'th') return ' ';
  return name === 'img' ? attribute(tag, 'alt') : '';
}

/**
 * HTML as the text that a reader reads: without tags, comments, scripts and styles, entities decoded, elements
 * that make lines on lines of their own, pictures by their alt text.
 */
export function htmlAsText(html: string): string {
  return decoded(
    html.replace(markup, (tag: string, hidden?: string, name?: string) =>
      hidden === undefined && name !== undefined ? readAs(tag, name.toLowerCase()) : '',
    ),
  );
}
