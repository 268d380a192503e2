import { decodeText } from '../decode.ts';
import { decodedAs } from '../encoding.ts';

/** So much of a feed holds its XML declaration, in bytes. */
const start = 1024;

const declaration = /^\s{0,99}<\?xml[^>]{0,500}?\bencoding\s{0,9}=\s{0,9}["']([\w.:-]{1,40})["']/i;

const charset = /;\s{0,9}charset\s{0,9}=\s{0,9}["']?([\w.:-]{1,40})/i;

const isMarked = ([first, second, third]: Uint8Array): boolean =>
  (first === 0xef && second === 0xbb && third === 0xbf) ||
  (first === 0xff && second === 0xfe) ||
  (first === 0xfe && second === 0xff);

/** The encodings that a feed is said to be in: by its server, which may not know, and by itself. */
function declared(bytes: Uint8Array, contentType: string | undefined): readonly string[] {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, start));
  const names = [charset.exec(contentType ?? '')?.[1], declaration.exec(head)?.[1]];
  // Bytes of which the ASCII can be read are in no UTF-16, whatever is said of them.
  return names.filter(name => name !== undefined).filter(name => !/^utf-?16/i.test(name));
}

/**
 * A feed's text. A byte-order mark is believed; UTF-8 in which there is more than ASCII is what it looks like, whatever
 * is said of it; after that counts what its server and its XML declaration say, if all of it can be read so; at last
 * it is recognised by its letters. Undefined for what is no text.
 */
export async function decodeFeed(
  bytes: Uint8Array,
  contentType: string | undefined,
): Promise<string | undefined> {
  const utf8 = isMarked(bytes) ? undefined : decodedAs('utf-8', bytes);
  const isPlain = utf8?.length === bytes.length;
  if (utf8 !== undefined && !isPlain) return utf8;
  if (!isMarked(bytes)) {
    for (const encoding of declared(bytes, contentType)) {
      const text = decodedAs(encoding, bytes);
      // Every byte is a letter in Latin-1, so that says nothing.
      if (
        text !== undefined &&
        !text.includes('\0') &&
        (isPlain || new TextDecoder(encoding).encoding !== 'windows-1252')
      )
        return text;
    }
  }
  return (await decodeText(bytes))?.text;
}
