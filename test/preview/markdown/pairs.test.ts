import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Pairs, pairsOf } from '../../../src/preview/markdown/pairs.ts';

/** The expressions by which Discord's clients pair marks, in the notation of their Markdown library. */
const RULES: readonly (readonly [keyof Omit<Pairs, 'fenceEnd'>, string, RegExp])[] = [
  ['strong', '*', /^\*\*((?:\\[\s\S]|[^\\])+?)\*\*(?!\*)/],
  ['underline', '_', /^__((?:\\[\s\S]|[^\\])+?)__(?!_)/],
  ['star', '*', /^\*(?=\S)((?:\*\*|\\[\s\S]|\s+(?:\\[\s\S]|[^\s*\\]|\*\*)|[^\s*\\])+?)\*(?!\*)/],
  ['underscore', '_', /^\b_((?:__|\\[\s\S]|[^\\_])+?)_\b/],
  ['strike', '~', /^~~([\s\S]+?)~~(?!_)/],
  ['spoiler', '|', /^\|\|([\s\S]+?)\|\|/],
  ['code', '`', /^(?:(``?)(?!`))([\s\S]*?[^`])\1(?!`)/],
];

describe.each(RULES)('%s', (kind, mark, rule) => {
  it('ends where the expression ends', () => {
    const texts = fc.string({
      unit: fc.constantFrom(mark, mark, mark, '_', '\\', ' ', 'a', '字', '\n'),
      maxLength: 16,
    });
    fc.assert(
      fc.property(texts, text => {
        const pairs = pairsOf(text);
        const found = [...text].map((unit, at) => (unit === mark ? pairs[kind](at)?.after : undefined));
        const wanted = [...text].map((unit, at) => {
          const match = unit === mark ? rule.exec(text.slice(at)) : null;
          return match ? at + match[0].length : undefined;
        });
        expect(found).toEqual(wanted);
      }),
      { numRuns: 2_000 },
    );
  });
});
