/** Numbers and lines of text, as one file holds them. */
export interface Contents {
  readonly numbers: Uint32Array;
  readonly lines: readonly string[];
}

/** How many numbers follow, those, and then the text in UTF-8. Numbers are as the machine has them: little-endian. */
export function bytesOf({ numbers, lines }: Contents): Uint8Array {
  const text = new TextEncoder().encode(lines.join('\n'));
  const head = Uint32Array.BYTES_PER_ELEMENT * (1 + numbers.length);
  const bytes = new Uint8Array(head + text.length);
  const written = new Uint32Array(bytes.buffer, 0, 1 + numbers.length);
  written[0] = numbers.length;
  written.set(numbers, 1);
  bytes.set(text, head);
  return bytes;
}

/** The same again; `bytes` is not copied, and is not to change. */
export function contentsOf(bytes: ArrayBuffer): Contents {
  const [count = 0] = new Uint32Array(bytes, 0, 1);
  const numbers = new Uint32Array(bytes, Uint32Array.BYTES_PER_ELEMENT, count);
  const text = new TextDecoder().decode(new Uint8Array(bytes, Uint32Array.BYTES_PER_ELEMENT * (1 + count)));
  return { numbers, lines: text.split('\n') };
}
