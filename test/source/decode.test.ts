import { expect, test } from 'vitest';
import { decodeText } from '../../src/source/decode.ts';

const utf8 = new TextEncoder();

function utf16(text: string, littleEndian: boolean): Uint8Array {
  const view = new DataView(new ArrayBuffer(text.length * 2));
  for (let index = 0; index < text.length; index++)
    view.setUint16(index * 2, text.charCodeAt(index), littleEndian);
  return new Uint8Array(view.buffer);
}

test('UTF-8 is read with and without a byte-order mark', () => {
  expect(decodeText(utf8.encode('标题 😀'))).toBe('标题 😀');
  expect(decodeText(utf8.encode('\ufeff标题'))).toBe('标题');
});

test('UTF-16 is read where a byte-order mark says so', () => {
  expect(decodeText(utf16('\ufeff标题 😀', true))).toBe('标题 😀');
  expect(decodeText(utf16('\ufeff标题 😀', false))).toBe('标题 😀');
});

test('every kind of line end is one', () => {
  expect(decodeText(utf8.encode('a\r\nb\rc\nd'))).toBe('a\nb\nc\nd');
});

test('what is no text is not read', () => {
  expect(decodeText(new Uint8Array([0xd6, 0xd0, 0xce, 0xc4]))).toBeUndefined();
  expect(decodeText(utf8.encode('标').subarray(0, 2))).toBeUndefined();
  expect(decodeText(utf8.encode('a\0b'))).toBeUndefined();
  expect(decodeText(new Uint8Array([0xff, 0xfe, 0x00, 0xd8]))).toBeUndefined();
});

test('an empty file is empty text', () => {
  expect(decodeText(new Uint8Array())).toBe('');
});
