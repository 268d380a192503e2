import fc from 'fast-check';
import { expect, test } from 'vitest';
import { applicationIdOf, cleanToken } from '../../src/discord/token.ts';

const token = 'MTEwMDAwMDAwMDAwMDAwMDAwMQ.GabcDE.x-y_z0123456789012345678901234567890';

test.each([
  ['as it is', token],
  ['in quotes', `"${token}"`],
  ['in single quotes and spaces', ` '${token}' \n`],
  ['in Chinese quotes', `“${token}”`],
  ['with Bot in front', `Bot ${token}`],
  ['as a whole header', `Authorization: Bot ${token}`],
  ['as a whole line of .env', `DISCORD_TOKEN="${token}"`],
  ['with what cannot be seen', `\u200b${token}\ufeff\r\n`],
])('a token pasted %s is understood', (_how, pasted) => {
  expect(cleanToken(pasted)).toBe(token);
  expect(applicationIdOf(cleanToken(pasted))).toBe('1100000000000000001');
});

test.each([
  ['nothing', ''],
  ['a client secret', 'kf8dJ2mZq0aPz7xL5sW3eR9tY1uI4oHb'],
  ['a public key', 'a'.repeat(64)],
  ['an application id', '1100000000000000001'],
  ['a token without its end', 'MTEwMDAwMDAwMDAwMDAwMDAwMQ.GabcDE.'],
  ['a token without its beginning', '.GabcDE.x-y_z0123456789'],
  ['three words', 'aaaaaaaaaaaaaaaaaaaaaaaa.bbbbbb.cccccccccccccccccccccccccccc'],
])('%s is no token', (_what, pasted) => {
  expect(applicationIdOf(cleanToken(pasted))).toBeUndefined();
});

test('a clean token stays as it is, and any text is read', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 300 }), pasted => {
      const clean = cleanToken(pasted);
      expect(cleanToken(clean)).toBe(clean);
    }),
  );
  expect(applicationIdOf(cleanToken('a'.repeat(1_000_000)))).toBeUndefined();
});
