/** HTML that goes on, over blank lines, to a line with its own end. */
const longHtml: readonly (readonly [opening: RegExp, closing: RegExp])[] = [
  [/^<(?:script|pre|style|textarea)(?:[\s>]|$)/i, /<\/(?:script|pre|style|textarea)>/i],
  [/^<!--/, /-->/],
  [/^<\?/, /\?>/],
  [/^<!\[CDATA\[/, /\]\]>/],
  [/^<![a-z]/i, />/],
];

/** HTML that goes on to a blank line; CommonMark's own list. */
const htmlNames =
  'address|article|aside|base|basefont|blockquote|body|caption|center|col|colgroup|dd|details|dialog|dir|div|dl|dt|' +
  'fieldset|figcaption|figure|footer|form|frame|frameset|h[1-6]|head|header|hr|html|iframe|legend|li|link|main|menu|' +
  'menuitem|nav|noframes|ol|optgroup|option|p|param|search|section|summary|table|tbody|td|tfoot|th|thead|title|tr|' +
  'track|ul';
const shortHtml = new RegExp(`^</?(?:${htmlNames})(?:\\s|/?>|$)`, 'i');

/** A tag alone on its line does so too, but does not interrupt a paragraph. */
const loneTag = /^<\/?[a-z][\w-]{0,99}(?:\s[^<>]{0,999})?>$/i;

const blankLine = /^[ \t]*$/;

const fence = /^(?:(`{3,})[^`]*|(~{3,})(?!~).*|(\${2,})[^$]*)$/;

const rule = /^(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$/;

const marker = /^(?:[-*+]|\d{1,9}[.)])(?=[ \t]|$)/;

/** What interrupts a paragraph, so that it is no lazy line of one in a list. */
const interrupting = /^(?:#{1,6}(?:[ \t]|$)|>|`{3}|~{3}|\${2}|<[a-z/!?])/i;

/** The containers that a line opens or goes on with. */
const containers = /^(?:[ \t]{0,9}(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t])))+/;
const container = /[>*+.)-]/g;

/** Blank, or nothing but the marks of quotes. */
const blank = /^[ \t>]*$/;

const isSpace = (sign: string | undefined): boolean => sign === ' ' || sign === '\t';

/** A line without the spaces around it that Markdown takes for nothing; others are text. */
function bareOf(line: string): string {
  let [from, to] = [0, line.length];
  while (from < to && isSpace(line[from])) from++;
  while (from < to && isSpace(line[to - 1])) to--;
  return line.slice(from, to);
}

/** Columns before a line's first sign, up to four or a little more: what is further in is told apart no more. */
function indentOf(line: string): number {
  let columns = 0;
  for (const sign of line) {
    if (sign === ' ') columns++;
    else if (sign === '\t') columns += 4 - (columns % 4);
    else break;
  }
  return columns;
}

/** The column at which an item's text begins, of a line whose marker stands at `indent`. */
function textColumn(indent: number, bare: string, mark: string): number {
  const after = bare.slice(mark.length);
  const spaces = indentOf(after);
  const begins = indent + mark.length;
  return after === '' || spaces > 4 ? begins + 1 : begins + spaces;
}

/** What the line is like that ends what a line opens at the top level; undefined where it opens nothing. */
function closingOf(bare: string, afterBlank: boolean): RegExp | undefined {
  const [, ...marks] = fence.exec(bare) ?? [];
  const mark = marks.find(one => one !== undefined);
  if (mark !== undefined) {
    const sign = mark[0] === '$' ? '\\$' : mark[0];
    return new RegExp(`^ {0,3}${sign}{${mark.length},}[ \\t]*$`);
  }
  const html = longHtml.find(([opening]) => opening.test(bare));
  if (html !== undefined) return html[1].test(bare) ? undefined : html[1];
  return shortHtml.test(bare) || (afterBlank && loneTag.test(bare)) ? blankLine : undefined;
}

/** How much a line adds to the parser's work: what it opens, and what may have ended before it. */
function weightOf(line: string, afterBlank: boolean): number {
  const [marks = ''] = containers.exec(line) ?? [];
  const opened = marks.match(container)?.length ?? 0;
  if (afterBlank) return opened + 1;
  return isSpace(line[0]) ? opened : Math.max(0, opened - 1);
}

/** What begins with a line at the top level: a block, after a blank line, or one more item of a list. */
type Begun = 'block' | 'item';

/** Where a text is at its top level. */
interface Place {
  /** What the line is like that ends what is open; nothing else does. */
  closing: RegExp | undefined;
  /** What the last list has before its items, while it may go on. */
  sign: string | undefined;
  /** The column from which a line goes on the list's last item; 0 where none may. */
  column: number;
  /** Whether that item has nothing on its first line: then it ends unless the next goes on with it. */
  isEmptyItem: boolean;
  /** Whether the last line is a part of an item, and no line of a paragraph that only looks like one. */
  wasItem: boolean;
  wasBlank: boolean;
  /** The parser takes what comes after indented code for more of a paragraph: a list is not always one there. */
  wasCode: boolean;
}

/** Takes a line that begins an item, or looks like it; true where it goes on a list. */
function takeItem(place: Place, bare: string, mark: string, indent: number): boolean {
  const sign = mark.at(-1);
  const goesOn = sign === place.sign && (place.wasBlank || place.wasItem);
  place.wasItem = goesOn || place.wasBlank || mark.length === 1;
  place.sign = sign;
  place.column = textColumn(indent, bare, mark);
  place.isEmptyItem = mark === bare;
  return goesOn;
}

/** Takes a line that stands in no item, unless it goes on an item's paragraph. */
function takeText(place: Place, bare: string): void {
  place.wasItem = false;
  if (place.column > 0 && !place.wasBlank && !interrupting.test(bare)) return;
  place.sign = undefined;
  place.column = 0;
  place.closing = closingOf(bare, place.wasBlank);
}

/** Takes a line that is not blank, and says what begins with it. */
function take(place: Place, line: string, bare: string): Begun | undefined {
  const indent = indentOf(line);
  if (place.isEmptyItem && indent < place.column) place.column = 0;
  place.isEmptyItem = false;
  const isWithin = place.column > 0 && indent >= place.column;
  const { wasCode } = place;
  place.wasCode = !isWithin && indent > 3;
  if (isWithin || indent > 3) return undefined;
  const begun = indent === 0 && place.wasBlank ? 'block' : undefined;
  const mark = rule.test(bare) ? undefined : marker.exec(bare)?.[0];
  if (mark === undefined) {
    takeText(place, bare);
    return begun;
  }
  if (takeItem(place, bare, mark, indent)) return indent === 0 ? 'item' : undefined;
  return wasCode ? undefined : begun;
}

/** Follows a text line by line, and says of each what begins with it. */
function topLevel(): (line: string) => Begun | undefined {
  const place: Place = {
    closing: undefined,
    sign: undefined,
    column: 0,
    isEmptyItem: false,
    wasItem: false,
    wasBlank: true,
    wasCode: false,
  };
  return line => {
    const bare = bareOf(line);
    const isBlank = bare === '';
    let begun: Begun | undefined;
    if (place.closing !== undefined) {
      if (place.closing.test(line)) place.closing = undefined;
    } else if (!isBlank) {
      begun = take(place, line, bare);
    } else if (place.isEmptyItem) {
      place.column = 0;
    }
    place.wasBlank = isBlank;
    return begun;
  };
}

/** A stretch of a text. */
export interface Part {
  readonly text: string;
  /** Whether the list goes on that the part before ends with. */
  readonly goesOn: boolean;
}

/** What a part weighs, at least, before another begins. */
const usualWeight = 100;

/**
 * Markdown cut before blocks, and items of lists, of its top level: read one by one, the parts are what the whole is,
 * but for what they refer to in one another. The parser's work grows with the square of how many blocks it is given at
 * once, the parts' with their number. Linear.
 */
export function cutIntoParts(text: string, most = usualWeight): readonly Part[] {
  const parts: Part[] = [];
  const begunWith = topLevel();
  let goesOn = false;
  let from = 0;
  let weight = 0;
  let afterBlank = false;
  for (let at = 0; at < text.length; ) {
    const newline = text.indexOf('\n', at);
    const end = newline < 0 ? text.length : newline + 1;
    const line = text.slice(at, newline < 0 ? end : newline);
    const begun = begunWith(line);
    if (begun !== undefined && weight >= most) {
      parts.push({ text: text.slice(from, at), goesOn });
      [from, weight, goesOn] = [at, 0, begun === 'item'];
    }
    if (!blankLine.test(line)) weight += weightOf(line, afterBlank);
    afterBlank = blank.test(line);
    at = end;
  }
  return [...parts, { text: text.slice(from), goesOn }];
}
