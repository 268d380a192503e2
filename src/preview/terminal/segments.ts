import type { APIApplicationCommandBasicOption } from 'discord-api-types/v10';
import { namesOf } from '../offered.ts';

type Option = APIApplicationCommandBasicOption;

/** What is typed for an option by name: `year:2025`, `标签： AI`, `post:"a title: with a colon"`. */
export interface NamedSegment {
  readonly option: Option;
  /** Without the quotation marks around all of it. */
  readonly text: string;
}

/** The text after a command, cut at the options that it names. */
export interface Segments {
  /** What is typed straight, for no option by name; pieces of it are put together. */
  readonly straight: string;
  readonly named: readonly NamedSegment[];
  /** The end of the text as it stands there, and what it is typed for: an option by name, else straight. */
  readonly last: { readonly option?: Option; readonly typed: string };
}

/** A word of what is typed straight, or a text in quotation marks, and where it begins. */
export interface Token {
  readonly text: string;
  readonly from: number;
}

/** Straight quotation marks around a text, as `quoted` puts them. No two attempts read the same text: linear. */
const QUOTED = String.raw`"(?:[^"\\]|\\.)*"(?=\s|$)`;

const MARK = String.raw`(?<name>[^\s:："]{1,32})[:：]\s*(?<value>${QUOTED})?`;

/**
 * Cuts the text after a command into what is typed straight and what is typed for an option by name. A name within
 * quotation marks is none. A named text goes on to the next name, or where a required option is still missing, to
 * its closing quotation mark.
 */
export function segmentsOf(text: string, options: readonly Option[]): Segments {
  const marks = marksIn(text, options);
  const straight = [text.slice(0, marks[0]?.at)];
  const named: NamedSegment[] = [];
  let last: Segments['last'] = { typed: straight[0] ?? '' };
  const missing = missingAfter(straight[0] ?? '', marks, options);
  for (const [place, { option, from, closed }] of marks.entries()) {
    const end = marks[place + 1]?.at ?? text.length;
    const rest = closed === undefined ? '' : text.slice(closed, end);
    const isClosed = closed !== undefined && missing && /^\s/.test(rest);
    named.push({ option, text: unquoted(text.slice(from, isClosed ? closed : end).trim()) });
    if (isClosed) straight.push(rest);
    last = isClosed ? { typed: rest } : { option, typed: text.slice(from, end) };
  }
  return { straight: straight.filter(part => part.trim() !== '').join(' '), named, last };
}

interface Mark {
  readonly option: Option;
  /** Where the option's name begins, and where its text does. */
  readonly at: number;
  readonly from: number;
  /** Where its text ends, if it is in quotation marks. */
  readonly closed?: number;
}

function marksIn(text: string, options: readonly Option[]): readonly Mark[] {
  return [...text.matchAll(new RegExp(String.raw`(?<=^|\s)(?:${QUOTED}|${MARK})`, 'gsu'))].flatMap(mark => {
    const { name, value } = mark.groups ?? {};
    const option =
      name === undefined
        ? undefined
        : options.find(one => namesOf(one).some(each => fold(each) === fold(name)));
    if (!option) return [];
    const end = mark.index + mark[0].length;
    const from = end - (value?.length ?? 0);
    return [{ option, at: mark.index, from, ...(value === undefined ? {} : { closed: end }) }];
  });
}

/** Whether a required option is left that is neither named nor given by the text before all names. */
function missingAfter(straight: string, marks: readonly Mark[], options: readonly Option[]): boolean {
  const required = options.filter(({ required }) => required);
  const free = required.filter(option => !marks.some(mark => mark.option === option));
  return free.length > (straight.trim() === '' ? 0 : 1);
}

/** The words of a text; what stands in quotation marks is one. */
export function tokensOf(text: string): readonly Token[] {
  const found = text.matchAll(new RegExp(String.raw`${QUOTED}|\S+`, 'gsu'));
  return Array.from(found, ({ 0: token, index }) => ({ text: token, from: index }));
}

/** Whether a text is one in quotation marks, from its first character to its last. */
export function isQuoted(text: string): boolean {
  return new RegExp(`^(?:${QUOTED})$`, 'su').test(text);
}

/** A text in quotation marks, so that it is read as one whatever it holds. */
export function quoted(text: string): string {
  return `"${text.replace(/["\\]/g, '\\$&')}"`;
}

/** What is typed for an option by name, so that it is read back as this text. */
export function writtenFor(name: string, text: string, options: readonly Option[]): string {
  const isPlain = !text.startsWith('"') && segmentsOf(text, options).named.length === 0;
  return `${name}:${isPlain ? text : quoted(text)}`;
}

/** What stands within quotation marks, where all of a text does; else the text. */
export function unquoted(text: string): string {
  return isQuoted(text) ? text.slice(1, -1).replace(/\\(["\\])/g, '$1') : text;
}

/** The same of a text that is still being typed, so that its closing quotation mark may be missing. */
export function unquotedSoFar(text: string): string {
  if (isQuoted(text) || !text.startsWith('"')) return unquoted(text);
  return text.slice(1).replace(/\\(["\\])/g, '$1');
}

/** The same for texts that differ in case, width or the spaces around. */
export function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase().trim();
}
