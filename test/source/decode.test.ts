import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeText } from '../../src/source/decode.ts';
import { encode, encodeUtf16 } from './encode.ts';

const utf8 = new TextEncoder();

const simplified =
  '---\ntitle: 关于博客的编码\n---\n这是一篇用旧编码写的文章，我们希望它仍然能被正确地读出来。\n';
const traditional =
  '---\ntitle: 關於部落格的編碼\n---\n這是一篇用舊編碼寫的文章，我們希望它仍然能被正確地讀出來。\n';
const japanese =
  '---\ntitle: ブログの文字コード\n---\nこれは古い文字コードで書かれた記事です。正しく読めるはずです。\n';
const korean =
  '---\ntitle: 블로그의 인코딩\n---\n이것은 오래된 인코딩으로 쓴 글입니다. 올바르게 읽혀야 합니다.\n';

test('UTF-8 is read with and without a byte-order mark, and nothing is said of it', async () => {
  expect(await decodeText(utf8.encode('标题 😀'))).toEqual({ text: '标题 😀', problems: [] });
  expect(await decodeText(utf8.encode('\ufeff标题'))).toEqual({ text: '标题', problems: [] });
});

test('UTF-16 is read with and without a byte-order mark, and named', async () => {
  for (const mark of ['\ufeff', '']) {
    for (const [littleEndian, detail] of [
      [true, 'UTF-16LE'],
      [false, 'UTF-16BE'],
    ] as const) {
      expect(await decodeText(encodeUtf16(`${mark}# 标题 😀\n`, littleEndian))).toEqual({
        text: '# 标题 😀\n',
        problems: [{ code: 'encoding', detail }],
      });
    }
  }
});

test('every kind of line end is one', async () => {
  expect((await decodeText(utf8.encode('a\r\nb\rc\nd')))?.text).toBe('a\nb\nc\nd');
});

describe('old encodings are recognised and named', () => {
  test.each([
    ['gbk', 'GB18030', simplified],
    ['gb18030', 'GB18030', simplified],
    ['big5', 'BIG5', traditional],
    ['shift_jis', 'SHIFT_JIS', japanese],
    ['euc-jp', 'EUC-JP', japanese],
    ['euc-kr', 'EUC-KR', korean],
  ])('%s', async (encoding, detail, text) => {
    expect(await decodeText(encode(text, encoding))).toEqual({
      text,
      problems: [{ code: 'encoding', detail }],
    });
  });

  test('Latin letters of one byte', async () => {
    const text = 'Voilà l’été où l’on a goûté à la forêt, déjà créé et rêvé.'.replaceAll('’', "'");
    const bytes = Uint8Array.from(text, sign => sign.charCodeAt(0));
    expect(await decodeText(bytes)).toEqual({
      text,
      problems: [{ code: 'encoding', detail: 'WINDOWS-1252' }],
    });
  });
});

test('UTF-8 that is cut off within a letter is read to there, with a note', async () => {
  expect(await decodeText(utf8.encode('标').subarray(0, 2))).toEqual({
    text: '\ufffd',
    problems: [{ code: 'text-damaged', line: 1, detail: '1' }],
  });
  const whole = utf8.encode('第一行\n第二行\n第三行');
  expect(await decodeText(whole.subarray(0, -1))).toEqual({
    text: '第一行\n第二行\n第三\ufffd',
    problems: [{ code: 'text-damaged', line: 3, detail: '1' }],
  });
});

test('a broken byte amid UTF-8 costs its own letter alone', async () => {
  const bytes = utf8.encode('第一行没有问题\n这里x坏了\n后面的字都还在');
  bytes[bytes.indexOf('x'.charCodeAt(0))] = 0xff;
  expect(await decodeText(bytes)).toEqual({
    text: '第一行没有问题\n这里\ufffd坏了\n后面的字都还在',
    problems: [{ code: 'text-damaged', line: 2, detail: '1' }],
  });
});

test('control characters are left out, with the line of the first', async () => {
  expect(await decodeText(utf8.encode('one\ntwo\0 \u001b[1mbold\u0007\ttab'))).toEqual({
    text: 'one\ntwo [1mbold\ttab',
    problems: [{ code: 'control-characters', line: 2, detail: '3' }],
  });
});

test('what turns the letters around that follow it is left out, and named', async () => {
  expect(await decodeText(utf8.encode('one \u202etxt.exe, two'))).toEqual({
    text: 'one txt.exe, two',
    problems: [{ code: 'control-characters', line: 1, detail: '1' }],
  });
});

test('what is no text is not read', async () => {
  const png = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d, 0x49, 0x48, 0x44, 0x52];
  expect(await decodeText(new Uint8Array([...png, 0, 0, 1, 0, 0, 0, 1, 0, 8, 6, 0, 0]))).toBeUndefined();
  expect(await decodeText(new Uint8Array(4096))).toBeUndefined();
});

test('an empty file is empty text', async () => {
  expect(await decodeText(new Uint8Array())).toEqual({ text: '', problems: [] });
});

test('any bytes are read or refused; any text is read as it is', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async bytes => {
      const read = await decodeText(bytes);
      expect(read?.text ?? '').not.toMatch(/[\0\r]/);
    }),
  );
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'grapheme' }), async text => {
      const plain = text.replace(/\p{Cc}|^\ufeff/gu, '');
      expect((await decodeText(utf8.encode(plain)))?.text).toBe(plain);
    }),
  );
});
