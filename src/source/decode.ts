/** The byte-order marks that say how a file is written; UTF-8 is meant where there is none. */
const marks: readonly (readonly [string, readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

/**
 * A file's bytes as text with `\n` for line ends: UTF-8, or UTF-16 where it starts with a byte-order mark. Undefined
 * for what is no text: bytes that the encoding does not have, or NUL.
 */
export function decodeText(bytes: Uint8Array): string | undefined {
  const encoding =
    marks.find(([, mark]) => mark.every((byte, index) => bytes[index] === byte))?.[0] ?? 'utf-8';
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return text.includes('\0') ? undefined : text.replace(/\r\n?/g, '\n');
  } catch {
    return undefined;
  }
}
