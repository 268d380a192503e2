import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeFeed } from '../../../src/source/feed/decode-feed.ts';
import { encode, encodeUtf16 } from '../encode.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const latin1 = (text: string) => Uint8Array.from(text, sign => sign.charCodeAt(0));
const feed = (text: string, declared?: string) =>
  `<?xml version="1.0"${declared === undefined ? '' : ` encoding="${declared}"`}?><rss><title>${text}</title></rss>`;

const chinese = '这是一篇用旧编码写的文章，我们希望它仍然能被正确地读出来。';
const traditional = '這是一篇用舊編碼寫的文章，我們希望它仍然能被正確地讀出來。';
const japanese = 'これは古い文字コードで書かれた記事です。正しく読めるはずです。';

test.each([
  ['gbk', chinese],
  ['big5', traditional],
  ['shift_jis', japanese],
  ['euc-kr', '이것은 오래된 인코딩으로 쓴 글입니다.'],
] as const)(
  '%s is read where the feed says so, where the server says so, and where nobody does',
  async (encoding, text) => {
    const said = feed(text, encoding);
    expect(await decodeFeed(encode(said, encoding), undefined)).toBe(said);
    expect(await decodeFeed(encode(said, encoding), 'text/xml; charset=utf-8')).toBe(said);
    const unsaid = feed(text);
    expect(await decodeFeed(encode(unsaid, encoding), `application/rss+xml; charset="${encoding}"`)).toBe(
      unsaid,
    );
    expect(await decodeFeed(encode(unsaid, encoding), undefined)).toBe(unsaid);
    expect(await decodeFeed(encode(unsaid, encoding), 'text/xml; charset=iso-8859-1')).toBe(unsaid);
    expect(await decodeFeed(encode(feed(text, 'utf-8'), encoding), 'text/xml')).toBe(feed(text, 'utf-8'));
  },
);

test.each([
  undefined,
  'text/xml; charset=iso-8859-1',
  'text/xml; charset=gb2312',
  'text/xml; charset=utf-16',
  'nonsense; charset=x-y',
])('UTF-8 is read whatever is said of it (%s)', async contentType => {
  for (const declared of [undefined, 'utf-8', 'iso-8859-1', 'gb2312', 'utf-16', 'no-such']) {
    const text = feed(`${chinese} é`, declared);
    expect(await decodeFeed(utf8(text), contentType)).toBe(text);
    expect(await decodeFeed(utf8(`\ufeff${text}`), contentType)).toBe(text);
  }
});

test.each([true, false])(
  'UTF-16 is read with and without a byte-order mark (little-endian: %s)',
  async little => {
    const text = feed(chinese, 'utf-16');
    expect(await decodeFeed(encodeUtf16(`\ufeff${text}`, little), 'text/xml')).toBe(text);
    expect(await decodeFeed(encodeUtf16(text, little), 'text/xml; charset=utf-16')).toBe(text);
  },
);

test('Latin-1 and its like are read', async () => {
  const text = feed('Café à la crème', 'iso-8859-1');
  expect(await decodeFeed(latin1(text), 'text/xml; charset=iso-8859-1')).toBe(text);
  const russian = feed('Привет, это статья о сжатии и о памяти');
  const table = new TextDecoder('windows-1251').decode(Uint8Array.from({ length: 256 }, (_, byte) => byte));
  const bytes = Uint8Array.from(russian, sign => table.indexOf(sign));
  expect(await decodeFeed(bytes, 'text/xml; charset=windows-1251')).toBe(russian);
});

test('ISO-2022-JP, which is made of ASCII, is read where it is said to be that', async () => {
  const bytes = Uint8Array.from([
    ...latin1('<?xml version="1.0" encoding="iso-2022-jp"?><t>'),
    27,
    36,
    66,
    36,
    34,
    27,
    40,
    66,
    ...latin1('</t>'),
  ]);
  expect(await decodeFeed(bytes, undefined)).toBe('<?xml version="1.0" encoding="iso-2022-jp"?><t>あ</t>');
});

test('whatever comes, it is text or it is not', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.uint8Array({ maxLength: 300 }),
      fc.option(fc.string(), { nil: undefined }),
      async (bytes, contentType) => {
        const text = await decodeFeed(bytes, contentType);
        expect(text === undefined || typeof text === 'string').toBe(true);
      },
    ),
    { numRuns: 200 },
  );
});
