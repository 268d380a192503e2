import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  almostEqual,
  readSketch,
  similarEnough,
  similarity,
  sketchOf,
  writeSketch,
} from '../../src/announce/sketch.ts';

const word = fc.string({ unit: fc.constantFrom(...'abcdefghijklmnop'), minLength: 2, maxLength: 8 });
const sign = fc.integer({ min: 0x4e00, max: 0x9fff }).map(code => String.fromCodePoint(code));
const english = fc.array(word, { minLength: 150, maxLength: 400 });
const chinese = fc.array(sign, { minLength: 300, maxLength: 900 });
const texts = fc.oneof(
  english.map(units => ({ units, between: ' ' })),
  chinese.map(units => ({ units, between: '' })),
);

test('a text stays the same post with a tenth of it cut off, or with every hundredth word another', () => {
  fc.assert(
    fc.property(texts, ({ units, between }) => {
      const whole = sketchOf(units.join(between));
      const cut = sketchOf(units.slice(units.length / 10).join(between));
      const mended = sketchOf(units.map((unit, at) => (at % 100 === 7 ? '改' : unit)).join(between));
      expect(similarity(whole, cut)).toBeGreaterThan(similarEnough);
      expect(similarity(whole, mended)).toBeGreaterThan(similarEnough);
    }),
    { numRuns: 100 },
  );
});

test('texts that have nothing in common are not alike, and one is wholly like itself', () => {
  fc.assert(
    fc.property(english, chinese, (one, other) => {
      const [first, second] = [sketchOf(one.join(' ')), sketchOf(other.join(''))];
      expect(similarity(first, second)).toBe(0);
      expect(similarity(first, first)).toBe(1);
      expect(similarity(first, first)).toBeGreaterThan(almostEqual);
    }),
    { numRuns: 50 },
  );
});

test('what says too little is like nothing, not even itself', () => {
  const little = sketchOf('Just a link to the slides.');
  expect(little).toEqual([]);
  expect(similarity(little, little)).toBe(0);
});

test('case, width, punctuation and Markdown’s white space do not count', () => {
  const text = Array.from({ length: 100 }, (_, at) => `Word${at} 字${at}，`).join(' ');
  expect(sketchOf(text.toUpperCase().replaceAll(' ', '\n\n').replaceAll('，', '！'))).toEqual(sketchOf(text));
});

test('a sketch is read as it was written', () => {
  fc.assert(
    fc.property(texts, ({ units, between }) => {
      const sketch = sketchOf(units.join(between));
      expect(readSketch(writeSketch(sketch))).toEqual(sketch);
    }),
    { numRuns: 20 },
  );
  expect(readSketch(writeSketch([]))).toEqual([]);
});
