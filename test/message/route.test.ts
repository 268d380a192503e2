import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decode, encode, type Press, type Route } from '../../src/message/route.ts';

const base64url = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'.split('');
const id = (length: number) =>
  fc.string({ unit: fc.constantFrom(...base64url), minLength: length, maxLength: length });
const post = id(11);
const page = fc.nat(999_999);
const section = fc.tuple(id(6), fc.nat(99_999)).map(([hash, among]) => `${hash}.${among}`);
const query = fc.string({ unit: 'binary', minLength: 1, maxLength: 30 });

const route: fc.Arbitrary<Route> = fc.oneof(
  fc.record({ to: fc.constantFrom('card', 'related'), post }),
  fc.record({ to: fc.constant('read'), post, section, page }),
  fc.record({ to: fc.constantFrom('contents', 'insights'), post, page }),
  fc.record({ to: fc.constantFrom('insight', 'quote'), post, number: page }),
  fc.record(
    { to: fc.constant('list'), year: fc.nat(9_999), tag: id(6), page },
    { requiredKeys: ['to', 'page'] },
  ),
  fc.record({ to: fc.constant('find'), query, tag: id(6), page }, { requiredKeys: ['to', 'query', 'page'] }),
  fc.constant({ to: 'help' }),
);

const snowflake = fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }).map(String);

/** Where something is done, which is shown to nobody else. */
const deed: fc.Arbitrary<Route> = fc.oneof(
  fc.record({ to: fc.constant('notify'), role: snowflake }),
  fc.record({ to: fc.constant('send'), post, channel: snowflake }, { requiredKeys: ['to', 'post'] }),
  fc.record({ to: fc.constantFrom('hold', 'release'), post }),
  fc.record({ to: fc.constantFrom('resume', 'stop'), channel: snowflake }),
  fc.record({ to: fc.constant('announcements'), page }),
);

const press: fc.Arbitrary<Press> = fc.oneof(
  fc.record({ do: fc.constantFrom('go', 'share'), route }),
  fc.record({ do: fc.constant('go'), route: deed }),
  fc.constant<Press>({ do: 'remove' }),
);

describe('a custom_id', () => {
  it('holds the whole state of what it leads to, in at most 100 characters', () => {
    fc.assert(
      fc.property(press, one => {
        const written = encode(one);
        expect(written.length).toBeLessThanOrEqual(100);
        expect(decode(written)).toEqual(one);
      }),
    );
  });

  it('leaves a query out that does not fit, and keeps the rest', () => {
    const long: Route = { to: 'find', query: '长'.repeat(120), tag: 'aBc-_9', page: 3 };
    const written = encode({ do: 'share', route: long });
    expect(written.length).toBeLessThanOrEqual(100);
    expect(decode(written)).toEqual({ do: 'share', route: { ...long, query: '' } });
  });

  it('never becomes a place that it does not write, whatever a stranger puts into it', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ maxLength: 150 }),
          fc.string().map(rest => `1|${rest}`),
        ),
        forged => {
          const read = decode(forged);
          if (read.do !== 'outdated') expect(decode(encode(read))).toEqual(read);
        },
      ),
    );
  });

  it.each([
    '1|read|AAAAAAAAAAA|abcdef.0|-1',
    '1|read|AAAAAAAAAAA|abcdef.0|1e9',
    '1|read|../../etc/passwd|abcdef.0|0',
    '1|card|AAAAAAAAAAA|more',
    '1|__proto__|AAAAAAAAAAA',
    '1|constructor',
    '1|share|remove',
    '1|share|hold|AAAAAAAAAAA',
    '1|notify|@everyone',
    '1|send|AAAAAAAAAAA|general',
    '0|card|AAAAAAAAAAA',
    '',
  ])('is refused as outdated where it is forged: %s', forged => {
    expect(decode(forged).do).toBe('outdated');
  });

  it('of another version still names the post that it was about', () => {
    expect(decode('2|open|AAAAAAAAAAA|whatever')).toEqual({ do: 'outdated', post: 'AAAAAAAAAAA' });
  });
});
