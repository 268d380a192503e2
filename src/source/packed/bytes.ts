/** Numbers and a text, as one file holds them. */
export interface Contents {
  readonly numbers: Uint32Array;
  readonly text: string;
}

/** How many numbers follow, those, and then the text in UTF-8. Numbers are as the machine has them: little-endian. */
export function bytesOf({ numbers, text }: Contents): Uint8Array {
  const encoded = new TextEncoder().encode(text);
  const head = Uint32Array.BYTES_PER_ELEMENT * (1 + numbers.length);
  const bytes = new Uint8Array(head + encoded.length);
  const written = new Uint32Array(bytes.buffer, 0, 1 + numbers.length);
  written[0] = numbers.length;
  written.set(numbers, 1);
  bytes.set(encoded, head);
  return bytes;
}

/** The same again; `bytes` is not copied, and is not to change. */
export function contentsOf(bytes: ArrayBuffer): Contents {
  const [count = 0] = new Uint32Array(bytes, 0, 1);
  const numbers = new Uint32Array(bytes, Uint32Array.BYTES_PER_ELEMENT, count);
  const encoded = new Uint8Array(bytes, Uint32Array.BYTES_PER_ELEMENT * (1 + count));
  return { numbers, text: new TextDecoder('utf-8', { ignoreBOM: true }).decode(encoded) };
}
