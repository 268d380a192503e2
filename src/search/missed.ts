import { readAsked } from './asked.ts';
import type { SearchIndex } from './build.ts';
import { search } from './index.ts';
import { folded } from './normalise.ts';

/** Most characters that are kept of what was typed. */
const mostKept = 40;

/** Of a longer text no more is looked at, in UTF-16 units. */
const longest = 400;

/** What shows that a word is, or holds, an address of mail or of a page, or a mention of Discord's. */
const addressed = /@|:\/\/|www\.|<[#:/at]|\.(?:com|org|cn|edu|gov|hk|tw)(?![a-z])|\w\.[a-z]{2,6}\//i;

/** Four digits or more, also in the groups of a telephone number. */
const digits = /\+?\p{Nd}(?:[ ().+-]?\p{Nd}){3,}/gu;

/** A word with the signs that belong to it: node.js, C#, don't. */
const word = /[^\s\p{P}<>]+(?:[.'&_-][^\s\p{P}<>]+)*#?/gu;

const says = (one: string): boolean => /[\p{L}\p{N}]/u.test(one);

/** What may be kept of a text that somebody typed, as it is compared; empty where nothing may. */
function keepable(text: string): string {
  const words = text.slice(0, longest).normalize('NFKC').split(/\s+/);
  const unaddressed = words.filter(one => !addressed.test(one)).join(' ');
  const kept = folded(unaddressed).replace(digits, ' ').match(word) ?? [];
  return Array.from(kept.filter(says).join(' ')).slice(0, mostKept).join('').trim();
}

/**
 * What was searched for and stands in no post, as it may be kept and counted: folded, without filters, at most 40
 * characters, without runs of digits, addresses and mentions. Undefined where nothing of it is left, or a post has it,
 * be it without the query's filters.
 */
export function missedIn(index: SearchIndex, typed: string): string | undefined {
  const text = keepable(readAsked(typed).text);
  if (text === '') return undefined;
  return search(index, text, { limit: 1 }).nearest ? text : undefined;
}
