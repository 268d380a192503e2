/** How a run of text looks. What is absent is off. */
export interface Style {
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly underline?: boolean;
  readonly strike?: boolean;
  readonly dim?: boolean;
  readonly code?: boolean;
  /** 24-bit colour. */
  readonly colour?: number;
  /** Where it leads. */
  readonly href?: string;
}

export interface Span {
  readonly text: string;
  readonly style: Style;
  /** A mark that no line may separate from what follows it, or from what stands before it. */
  readonly holds?: 'next' | 'before';
}

/** One row of the terminal. */
export type Line = readonly Span[];

/** What the terminal can show, and in whose language and time dates are told. */
export interface Look {
  /** Cells a row. */
  readonly columns: number;
  /** Bits of colour: 1 is none at all, then 4, 8 and 24. */
  readonly depth: number;
  /** Whether text can lead somewhere by itself; else the address stands beside it. */
  readonly links: boolean;
  readonly locale: string;
  /** IANA zone; the machine's where absent. */
  readonly timezone?: string;
  /** Milliseconds since 1970, for “two days ago”. */
  readonly now: number;
}

/** Text that a post or a reader wrote, with nothing in it that a terminal would obey. */
export function tame(text: string): string {
  return text.replace(/\t/g, '    ').replace(CONTROL, '\ufffd');
}

/** Control characters other than newlines, and marks that reorder what is around them. */
const CONTROL = /[^\P{Cc}\n]|[\u202a-\u202e\u2066-\u2069]/gu;

/** A line as it is written to the terminal, without its newline. */
export function paint(line: Line, look: Look): string {
  return line.map(span => paintSpan(span, look)).join('');
}

function paintSpan({ text, style }: Span, look: Look): string {
  const codes = look.depth > 1 ? codesOf(style, look.depth) : [];
  const painted = codes.length > 0 ? `\u001b[${codes.join(';')}m${text}\u001b[0m` : text;
  return style.href !== undefined && look.links ? hyperlink(painted, style.href) : painted;
}

/** OSC 8; terminals that do not know it show the text alone. */
function hyperlink(text: string, url: string): string {
  const address = encodeURI(url.toWellFormed()).replaceAll('%25', '%');
  return `\u001b]8;;${address}\u001b\\${text}\u001b]8;;\u001b\\`;
}

function codesOf(style: Style, depth: number): readonly (string | number)[] {
  return [
    ...(style.bold ? [1] : []),
    ...(style.dim ? [2] : []),
    ...(style.italic ? [3] : []),
    ...(style.underline || style.href !== undefined ? [4] : []),
    ...(style.strike ? [9] : []),
    ...(style.code ? [33] : []),
    ...(style.colour === undefined ? [] : [colourCode(style.colour, depth)]),
  ];
}

function colourCode(colour: number, depth: number): string {
  const [red, green, blue] = [colour >> 16, (colour >> 8) & 255, colour & 255];
  if (depth >= 24) return `38;2;${red};${green};${blue}`;
  if (depth < 8) return '36';
  const sixth = (part: number) => Math.round((part / 255) * 5);
  return `38;5;${16 + 36 * sixth(red) + 6 * sixth(green) + sixth(blue)}`;
}
