/** How a file is written, as the Encoding Standard names it, and its text. */
export interface Recognised {
  readonly encoding: string;
  readonly text: string;
}

/** So much of a file tells its encoding, in bytes. */
const sample = 64 * 1024;

/** Encodings of Chinese, Japanese and Korean, by the names that jschardet gives them or what they extend. */
const many: ReadonlyMap<string, string> = new Map([
  ['gb2312', 'gb18030'],
  ['gbk', 'gb18030'],
  ['gb18030', 'gb18030'],
  ['big5', 'big5'],
  ['cp950', 'big5'],
  ['big5-hkscs', 'big5'],
  ['shift_jis', 'shift_jis'],
  ['cp932', 'shift_jis'],
  ['euc-jp', 'euc-jp'],
  ['euc-kr', 'euc-kr'],
  ['cp949', 'euc-kr'],
]);

/** Encodings of one byte a letter: accents stand alone among ASCII, Cyrillic letters next to each other. */
const accented = 'windows-1252';
const single: ReadonlyMap<string, string> = new Map([
  ['windows-1252', accented],
  ['windows-1251', 'windows-1251'],
  ['koi8-r', 'koi8-r'],
]);

/** The text; undefined where the bytes are not written so. */
export function decodedAs(encoding: string, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** True where bytes above ASCII often stand next to each other, as accents do not. */
function isWide(bytes: Uint8Array): boolean {
  let high = 0;
  let pairs = 0;
  let wasHigh = false;
  for (const byte of bytes) {
    const isHigh = byte >= 0x80;
    if (isHigh) high++;
    if (isHigh && wasHigh) pairs++;
    wasHigh = isHigh;
  }
  return pairs * 5 > high;
}

/** UTF-16 without a mark: ASCII letters in it have a NUL at every other byte, of an odd place if little-endian. */
export function recogniseUtf16(bytes: Uint8Array): Recognised | undefined {
  const nuls = [0, 0];
  for (const [index, byte] of bytes.subarray(0, sample).entries())
    if (byte === 0) nuls[index % 2] = (nuls[index % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = nuls;
  if (Math.max(even, odd) <= 2 * Math.min(even, odd)) return undefined;
  const encoding = odd > even ? 'utf-16le' : 'utf-16be';
  const text = decodedAs(encoding, bytes);
  return text === undefined || text.includes('\0') ? undefined : { encoding, text };
}

/**
 * Recognises by the frequency of its letters how a text that is not UTF-8 is written: GBK and GB18030, Big5,
 * Shift-JIS, EUC-JP, EUC-KR, Windows-1252 and -1251, KOI8-R. Undefined where it is written in none of them from
 * start to end.
 */
export async function recognise(bytes: Uint8Array): Promise<Recognised | undefined> {
  // Loaded when a file is first not UTF-8: its model takes 0.1 s to unpack.
  const { detectAll } = await import('jschardet');
  const start = bytes.subarray(0, sample);
  const likely = detectAll(start, { minimumThreshold: 0 }).map(
    ({ encoding }) => encoding?.toLowerCase() ?? '',
  );
  const inOrder = (names: ReadonlyMap<string, string>) => likely.flatMap(name => names.get(name) ?? []);
  const ranked = isWide(start)
    ? [...inOrder(many), ...inOrder(single)]
    : [accented, ...inOrder(many), ...inOrder(single)];
  for (const encoding of new Set(ranked)) {
    const text = decodedAs(encoding, bytes);
    if (text !== undefined && !text.includes('\0')) return { encoding, text };
  }
  return undefined;
}
