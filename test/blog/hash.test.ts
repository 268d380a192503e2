import { expect, test } from 'vitest';
import { hash64, shortHash } from '../../src/blog/hash.ts';

test('a key is 64 bits of SHA-256 as 11 base64url characters', () => {
  // printf posts/a.md | openssl dgst -sha256 -binary | head -c 8 | base64
  expect(hash64('posts/a.md')).toBe('RMQTjbSlQHw');
  expect(hash64('')).toBe('47DEQpj8HBQ');
});

test('a path has one key, whether a system names the file composed or decomposed', () => {
  expect(hash64('posts/Ünïcode が.md'.normalize('NFD'))).toBe(hash64('posts/Ünïcode が.md'.normalize('NFC')));
});

test('a short hash is 6 base64url characters', () => {
  expect(shortHash('')).toBe('47DEQp');
  expect(shortHash('5. 关于 Long Context')).toMatch(/^[\w-]{6}$/);
});
