import { inlineCode } from './code.ts';
import { escapeOpenings, escapeWithin, zeroWidthSpace } from './escape.ts';
import { bareAddress, isSameAddress, webAddress } from './url.ts';

/** A part of what a link says. */
export interface Said {
  readonly kind: 'text' | 'code';
  readonly value: string;
}

/**
 * What a label cannot hold: Discord shows a link with an emoji or an address in its label as it is written,
 * ends a label at a bracket, and shows the backslashes that would escape a mark there.
 */
const unlabelled =
  /\p{RGI_Emoji}|\p{Extended_Pictographic}|\p{Regional_Indicator}|\ufe0f|\u20e3|[\\*`\[\]]|\|{2,}|~{2,}|__+|(?<!\w)_|_(?!\w)|<(?=[@#:\/]|[a-z]{1,10}:)|:(?=\/\/|[\w+\-]{1,64}:)/giv;

const unlabelledCode = /\p{Extended_Pictographic}|\p{Regional_Indicator}|\u20e3|[\[\]`]|<a?:|https?:\/\//iv;

/** A stretch of what a link says, as it is written beside a label and, where that is possible, in one. */
interface Stretch {
  readonly beside: string;
  readonly label?: string;
}

/** Underscores where a label ends: within a word they are text, beside its border they are marks. */
const outer = /^_+|(?<!_)_+$/g;

function labelText(text: string): readonly Stretch[] {
  const inside = text.replace(outer, '');
  const beside = escapeWithin(text);
  if (inside.trim() === '') return [{ beside }];
  const label = inside.replace(/@(?=everyone|here)/g, `@${zeroWidthSpace}`);
  const start = text.indexOf(inside);
  const around = (part: string): readonly Stretch[] => (part === '' ? [] : [{ beside: escapeWithin(part) }]);
  return [
    ...around(text.slice(0, start)),
    { beside: escapeWithin(inside), label },
    ...around(text.slice(start + inside.length)),
  ];
}

/** A mark that was cut out of its text: what made it one is no longer behind it. */
const escapeAlone = (mark: string): string => (/^[<:]$/.test(mark) ? `\\${mark}` : escapeWithin(mark));

function stretches({ kind, value }: Said): readonly Stretch[] {
  if (kind === 'code') {
    const code = inlineCode(value);
    if (code === '') return [];
    return [
      unlabelledCode.test(value) || value.trim() === '' ? { beside: code } : { beside: code, label: code },
    ];
  }
  const found: Stretch[] = [];
  let at = 0;
  for (const { index, 0: mark } of value.matchAll(unlabelled)) {
    if (index > at) found.push(...labelText(value.slice(at, index)));
    found.push({ beside: escapeAlone(mark) });
    at = index + mark.length;
  }
  if (at < value.length) found.push(...labelText(value.slice(at)));
  return found;
}

/** Whether one label can hold both: underscores of text would pair with those of code. */
const together = (a: string, b: string): boolean => !(a.includes('_') && b.includes('_'));

/** Neighbouring stretches that a label can hold as one. */
function merged(all: readonly Stretch[]): readonly Stretch[] {
  const result: Stretch[] = [];
  for (const stretch of all) {
    const { beside, label } = stretch;
    const last = result.at(-1);
    if (last?.label !== undefined && label !== undefined && together(last.label, label)) {
      result[result.length - 1] = { beside: joined(last.beside, beside), label: joined(last.label, label) };
    } else {
      result.push(stretch);
    }
  }
  return result;
}

/** Two pieces of Discord Markdown one after the other, kept apart where their marks would run together. */
export function joined(before: string, after: string): string {
  const [last = '', first = ''] = [before.at(-1), after[0]];
  const touch = (last === first && /[*~`]/.test(first)) || (last === ']' && first === '(');
  return touch ? before + zeroWidthSpace + after : before + after;
}

function labelled({ beside, label }: Stretch, address: string): string {
  if (label === undefined) return beside;
  const text = label.trim();
  const start = label.indexOf(text);
  return `${label.slice(0, start)}[${text}](${address})${label.slice(start + text.length)}`;
}

/** Most characters that a link's address may take all together where its label has to be broken up. */
const mostRepeated = 1_000;

/** In `<…>` Discord shows no preview of an address below the message. */
const quiet = (address: string): string => `<${address}>`;
const loud = (address: string): string => address;

/** The address alone where that is all that a link says: as it is written, if nothing around it can be hurt. */
function addressAlone(
  said: readonly Said[],
  url: string,
  encoded: string,
  shown: typeof quiet,
): string | undefined {
  if (said.some(({ kind }) => kind === 'code')) return undefined;
  if (said.length === 1 && said[0]?.value === url && shown === quiet) return quiet(bareAddress(url, encoded));
  const text = said.map(({ value }) => value).join('');
  const words = text.trim();
  if (words !== '' && !isSameAddress(webAddress(words) ?? '', encoded)) return undefined;
  const start = text.indexOf(words);
  return text.slice(0, start) + shown(encoded) + text.slice(start + words.length);
}

/**
 * A link in Discord Markdown. What a label cannot hold stands beside it, so that nothing is lost
 * (`🚀 [Start](<…>)`); a label that says no more than the address is left out; an address that Discord does not
 * take leaves the text alone.
 */
export function linked(said: readonly Said[], url: string, shown = quiet): string {
  const encoded = webAddress(url);
  const all = merged(said.flatMap(stretches));
  const text = escapeOpenings(all.map(({ beside }) => beside).reduce(joined, ''));
  if (encoded === undefined) return text;
  const alone = addressAlone(said, url, encoded, shown);
  if (alone !== undefined) return alone;
  const address = shown(encoded);
  const labels = all.filter(({ label }) => label !== undefined).length;
  if (labels === 0 || (labels > 1 && labels * encoded.length > mostRepeated)) return `${text} (${address})`;
  return all.map(stretch => labelled(stretch, address)).reduce(joined, '');
}

/**
 * Plain text as a link to an absolute http(s) address, for wherever text may stand. Discord shows a preview of
 * the address below the message only where `preview` asks for it.
 */
export function link(text: string, url: string, preview = false): string {
  return linked([{ kind: 'text', value: text.replace(/\s+/g, ' ').trim() }], url, preview ? loud : quiet);
}
