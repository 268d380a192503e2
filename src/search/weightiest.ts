import { type SearchIndex, spreadOf } from './build.ts';
import { folded } from './normalise.ts';
import { readQuery } from './query.ts';
import { tokens } from './tokens.ts';

/** A text up to this long, in characters, is a query as it is. */
const shortText = 40;

/** Most words taken from a longer one: what a custom_id has room for. */
const mostWords = 8;

/** Mentions, custom emoji and timestamps, addresses, and marks of Discord's Markdown: nothing to search for. */
const noise = /<[@#:/a-z][^<>\s]{0,100}>|https?:\/\/\S+|[*_~`|>#]+/gi;

/**
 * What to search for of a whole message's text: the text itself where it is short, else its weightiest words in
 * the order in which they stand, those that stand in the posts before those that do not.
 */
export const weightiestWords = (index: SearchIndex, text: string): string => {
  const clean = text.replace(noise, ' ').replace(/\s+/g, ' ').trim();
  if (clean.length <= shortText) return clean;
  const { terms } = readQuery(index, clean);
  const known = terms.filter(({ term, joint }) => !joint && spreadOf(index, term) > 0);
  const candidates = known.length > 0 ? known : terms.filter(({ joint }) => !joint);
  const weighty = [...candidates]
    .sort((a, b) => b.weight * b.rarity - a.weight * a.rarity)
    .slice(0, mostWords);
  const chosen = new Set(weighty.map(({ term }) => term));
  const whole = folded(clean);
  const words = tokens(whole).flatMap(({ term, start, end }) => {
    if (!chosen.delete(term)) return [];
    return [whole.slice(start, end)];
  });
  return words.join(' ');
};
