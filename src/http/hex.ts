/** Whether a text is so many bytes in hexadecimal digits. */
export function isHex(text: string, length: number): boolean {
  return text.length === length * 2 && /^[\da-f]*$/i.test(text);
}

/** The bytes; undefined where the text is not so many of them in hexadecimal digits. */
export function fromHex(text: string, length: number): Uint8Array<ArrayBuffer> | undefined {
  if (!isHex(text, length)) return undefined;
  return Uint8Array.from({ length }, (_, index) => Number.parseInt(text.slice(index * 2, index * 2 + 2), 16));
}
