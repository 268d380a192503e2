/** What an old encoding has for each character, found by decoding all of its two-byte sequences. */
function tableOf(encoding: string): ReadonlyMap<string, readonly number[]> {
  const decoder = new TextDecoder(encoding);
  const table = new Map<string, readonly number[]>();
  for (let first = 0x81; first <= 0xfe; first++) {
    for (let second = 0x40; second <= 0xfe; second++) {
      const sign = decoder.decode(new Uint8Array([first, second]));
      if ([...sign].length === 1 && sign !== '\ufffd' && !table.has(sign)) table.set(sign, [first, second]);
    }
  }
  return table;
}

/** A text in an encoding that no `TextEncoder` writes: ASCII and what it has two bytes for. Throws for the rest. */
export function encode(text: string, encoding: string): Uint8Array {
  const table = tableOf(encoding);
  const bytes = [...text].flatMap(sign => {
    const code = sign.codePointAt(0) ?? 0;
    const held = code < 0x80 ? [code] : table.get(sign);
    if (held === undefined) throw new Error(`${encoding} has no ${sign}`);
    return held;
  });
  return new Uint8Array(bytes);
}

/** A text in UTF-16; it has a byte-order mark only where the text starts with one. */
export function encodeUtf16(text: string, littleEndian: boolean): Uint8Array {
  const view = new DataView(new ArrayBuffer(text.length * 2));
  for (let index = 0; index < text.length; index++)
    view.setUint16(index * 2, text.charCodeAt(index), littleEndian);
  return new Uint8Array(view.buffer);
}
