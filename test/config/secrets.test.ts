import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { secretsIn } from '../../src/config/secrets.ts';

const hides = (environment: Readonly<Record<string, string>>, text: string): string =>
  secretsIn(environment).reduce((left, secret) => left.replaceAll(secret, '[secret]'), text);

const odd = 'p ä"s\\s/w%rd';
const written = encodeURIComponent(odd);

describe('what is set and must be printed nowhere', () => {
  test.each([
    ['a token', { DISCORD_TOKEN: ' Bot the-token ' }, 'the-token'],
    ['an access token', { CONTENT_TOKEN: 'the-token' }, 'the-token'],
    ['the secret of a webhook', { CONTENT_SECRET: 'the"secret' }, 'the\\"secret'],
    ['a name that is an access token', { CONTENT: 'https://the-token@git.example/a.git' }, 'the-token'],
    ['a password', { CONTENT: `https://me:${written}@git.example/a.git#main:posts` }, odd],
    ['a proxy’s, in lower case', { https_proxy: `http://me:${written}@127.0.0.1:1` }, odd],
    [
      'a proxy’s beside another',
      { https_proxy: 'http://a:other-1@b', HTTPS_PROXY: 'http://a:other-2@b' },
      'other-2',
    ],
    ['a database’s', { DATABASE_URL: `postgres://me:${written}@db.example/quoth` }, odd],
    [
      'a database’s behind its address',
      { DATABASE_URL: 'postgres://db/quoth?password=pass-word' },
      'pass-word',
    ],
    ['a password of a wrong address', { DATABASE_URL: 'postgres://me:pa#ss/word@db:x/quoth' }, 'pa#ss/word'],
  ])('%s', (_what, environment, secret) => {
    expect(hides(environment, `before ${secret} after`)).toBe('before [secret] after');
  });

  test('is hidden as it is written, as it is meant, in JSON and as it is sent', () => {
    const environment = { HTTPS_PROXY: `http://me:${written}@127.0.0.1:1` };
    const sent = Buffer.from(`me:${odd}`).toString('base64');
    for (const form of [written, odd, JSON.stringify(odd).slice(1, -1), sent])
      expect(hides(environment, `<${form}>`)).toBe('<[secret]>');
    const token = Buffer.from('x-access-token:the-token').toString('base64');
    expect(hides({ CONTENT_TOKEN: 'the-token' }, `Basic ${token}`)).toBe('Basic [secret]');
  });

  test('is nothing where nothing is, nor what is too short to be one', () => {
    expect(secretsIn({})).toEqual([]);
    expect(secretsIn({ CONTENT_SECRET: 'a', DATABASE_URL: './data/quoth.db', CONTENT: './content' })).toEqual(
      [],
    );
  });

  test('is found in any address, in its place alone', () => {
    const password = fc
      .string({ unit: 'grapheme', minLength: 6, maxLength: 20 })
      .filter(text => text.isWellFormed());
    fc.assert(
      fc.property(password, text => {
        const address = `postgres://me:${encodeURIComponent(text)}@db.example/quoth`;
        const hidden = hides({ DATABASE_URL: address }, JSON.stringify({ address, text }));
        expect(hidden).toContain('"postgres://me:[secret]@db.example/quoth"');
        expect(hidden).toContain('"text":"[secret]"');
      }),
    );
  });

  test('takes no time to find in an endless address', () => {
    for (const unit of ['a', 'a:', ':', '/']) {
      const long = `postgres://${unit.repeat(100_000)}`;
      expect(secretsIn({ DATABASE_URL: long, CONTENT: long, HTTPS_PROXY: long })).toEqual([]);
    }
  });
});
