import fc from 'fast-check';
import { expect, test } from 'vitest';
import { wholeSentences } from '../../src/blog/sentences.ts';

test('what fits is left as it is, on one line', () => {
  expect(wholeSentences(' One.\n  Two. ', 9)).toBe('One. Two.');
});

test('points within numbers and names end no sentence', () => {
  expect(wholeSentences('Version 1.5 is out. It is fast.', 25)).toBe('Version 1.5 is out.');
});

test('a quote closes with its sentence', () => {
  expect(wholeSentences('他说：“压缩即智能。”然后走了很远很远很远。', 24)).toBe('他说：“压缩即智能。”');
});

test('whatever the text, its beginning comes back within the columns', () => {
  const text = fc.string({ unit: fc.constantFrom('a', '字', '。', '. ', ' ', '😀', '\n', '！”') });
  fc.assert(
    fc.property(text, fc.integer({ min: 4, max: 40 }), (written, most) => {
      const line = written.replace(/\s+/gu, ' ').trim();
      const cut = wholeSentences(written, most);
      const columns = [...cut].reduce((sum, sign) => sum + (/[字。！]/u.test(sign) ? 2 : 1), 0);
      expect(columns).toBeLessThanOrEqual(most);
      expect(line.startsWith(cut.replace(/…$/, ''))).toBe(true);
    }),
  );
});
