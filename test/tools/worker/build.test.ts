import { expect, test } from 'vitest';
import { sayFit } from '../../../src/tools/worker/build.ts';

const size = (mebibytes: number) => ({ code: 0, posts: 0, compressed: mebibytes * 1024 * 1024 });

test('a Worker is said to be as large as it is, and which plans take it', () => {
  expect(sayFit(1, size(0.5))).toBe(
    '1 post makes a Worker of 0.50 MiB compressed: the free plan takes 3 MiB.',
  );
  expect(sayFit(2_000, size(3.01))).toContain(
    '3.01 MiB compressed: the paid plan takes 10 MiB, the free one',
  );
});

test('one that is too large is refused, with its size and what to do', () => {
  expect(() => sayFit(20_000, size(10.5))).toThrow(
    /20000 posts make a Worker of 10\.50 MiB compressed.*CONTENT/,
  );
});
