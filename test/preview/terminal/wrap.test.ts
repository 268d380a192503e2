import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { widthOf, wrap } from '../../../src/preview/terminal/wrap.ts';

const wrapped = (text: string, width: number): readonly string[] =>
  wrap([{ text, style: {} }], width).map(line => line.map(span => span.text).join(''));

describe('a paragraph in the terminal', () => {
  it.each([
    ['English breaks at spaces', 'the quick brown fox', 10, ['the quick', 'brown fox']],
    ['Chinese breaks anywhere', '信息如果不加工压缩', 10, ['信息如果不', '加工压缩']],
    ['no line begins with a comma', '信息如果不，加工压缩', 10, ['信息如果', '不，加工压', '缩']],
    ['no line ends with an opening quote', '他说的是“加工压缩”', 10, ['他说的是', '“加工压缩”']],
    ['a book title stays closed', '读《从压缩》，再说', 10, ['读《从压', '缩》，再说']],
    ['Latin within Chinese stays whole', '关于Long Context的警示', 12, ['关于Long', 'Context的警', '示']],
    ['what fits nowhere is broken', 'https://example.com', 8, ['https://', 'example.', 'com']],
    ['an emoji is two cells', '🗑️🗑️🗑️', 4, ['🗑️🗑️', '🗑️']],
    ['nothing is one empty line', '', 8, ['']],
  ])('%s', (_, text, width, lines) => {
    expect(wrapped(text, width)).toEqual(lines);
  });

  it('keeps marks with what they mark', () => {
    const line = wrap(
      [
        { text: '信息如果', style: {} },
        { text: '**', style: {}, holds: 'next' },
        { text: '不加', style: {} },
        { text: '**', style: {}, holds: 'before' },
      ],
      10,
    );
    expect(line.map(spans => spans.map(span => span.text).join(''))).toEqual(['信息如果', '**不加**']);
  });

  it('fits its width and loses nothing but spaces at its breaks', () => {
    const unit = fc.constantFrom(
      'a',
      'bc',
      ' ',
      '字',
      '，',
      '“',
      '”',
      '。',
      '（',
      '）',
      '👨‍👩‍👧',
      'é',
      '-',
      '.',
    );
    fc.assert(
      fc.property(fc.array(unit, { maxLength: 80 }), fc.integer({ min: 2, max: 30 }), (units, width) => {
        const text = units.join('');
        const lines = wrapped(text, width);
        expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
        expect(Math.max(...lines.map(widthOf))).toBeLessThanOrEqual(width);
      }),
    );
  });
});
