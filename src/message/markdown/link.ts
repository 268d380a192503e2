import { inlineCode } from './code.ts';
import { escapeWithin, zeroWidthSpace } from './escape.ts';
import { bareAddress, webAddress } from './url.ts';

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

const unlabelledCode = /\p{Extended_Pictographic}|\p{Regional_Indicator}|\u20e3|[\[\]`]|https?:\/\//iv;

/** A stretch of what a link says, as it is written beside a label and, where that is possible, in one. */
interface Stretch {
  readonly beside: string;
  readonly label?: string;
}

function labelText(text: string): Stretch {
  const beside = escapeWithin(text);
  return text.trim() === ''
    ? { beside }
    : { beside, label: text.replace(/@(?=everyone|here)/g, `@${zeroWidthSpace}`) };
}

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
    if (index > at) found.push(labelText(value.slice(at, index)));
    found.push({ beside: escapeWithin(mark) });
    at = index + mark.length;
  }
  if (at < value.length) found.push(labelText(value.slice(at)));
  return found;
}

/** Neighbouring stretches that labels can hold as one. */
function merged(all: readonly Stretch[]): readonly Stretch[] {
  const result: Stretch[] = [];
  for (const { beside, label } of all) {
    const last = result.at(-1);
    if (last?.label === undefined || label === undefined) {
      result.push(label === undefined ? { beside } : { beside, label });
    } else {
      result[result.length - 1] = { beside: joined(last.beside, beside), label: joined(last.label, label) };
    }
  }
  return result;
}

/** Two pieces of Discord Markdown one after the other, kept apart where their marks would run together. */
export function joined(before: string, after: string): string {
  const touch = before.at(-1) === after[0] && /[*~`]/.test(after[0] ?? '');
  return touch ? `${before}${zeroWidthSpace}${after}` : before + after;
}

function labelled({ beside, label }: Stretch, address: string): string {
  if (label === undefined) return beside;
  const text = label.trim();
  const start = label.indexOf(text);
  return `${label.slice(0, start)}[${text}](${address})${label.slice(start + text.length)}`;
}

/** Most characters that a link's address may take all together where its label has to be broken up. */
const mostRepeated = 1_000;

/** True where what a link says is its address. */
function saysItsAddress(said: readonly Said[], url: string, encoded: string): boolean {
  if (said.some(({ kind }) => kind === 'code')) return false;
  const text = said.map(({ value }) => value).join('');
  return text.trim() === '' || text === url || webAddress(text) === encoded;
}

/**
 * A link in Discord Markdown. What a label cannot hold stands beside it, so that nothing is lost
 * (`🚀 [Start](<…>)`); a label that says no more than the address is left out; an address that Discord does not
 * take leaves the text alone.
 */
export function linked(said: readonly Said[], url: string, preview = false): string {
  const encoded = webAddress(url);
  const all = merged(said.flatMap(stretches));
  const text = all.map(({ beside }) => beside).reduce(joined, '');
  if (encoded === undefined) return text;
  const bare = preview ? encoded : `<${bareAddress(url, encoded)}>`;
  if (saysItsAddress(said, url, encoded)) return bare;
  const labels = all.filter(({ label }) => label !== undefined).length;
  if (labels === 0 || (labels > 1 && labels * encoded.length > mostRepeated)) return `${text} (${bare})`;
  const address = preview ? encoded : `<${encoded}>`;
  return all.map(stretch => labelled(stretch, address)).reduce(joined, '');
}

/**
 * Plain text as a link to an absolute http(s) address, for wherever text may stand. Discord shows a preview of
 * the address below the message only where `preview` asks for it.
 */
export function link(text: string, url: string, preview = false): string {
  return linked([{ kind: 'text', value: text.replace(/\s+/g, ' ').trim() }], url, preview);
}
