/** Whether a text is so many bytes in hexadecimal digits. */
export function isHex(text: string, length: number): boolean {
  return text.length === length * 2 && /^[\da-f]*$/i.test(text);
}

/** What a hexadecimal digit is worth, by its code below 128. */
const worth = Uint8Array.from(
  { length: 128 },
  (_, code) => Number.parseInt(String.fromCharCode(code), 16) || 0,
);

const digitAt = (text: string, at: number): number => worth[text.charCodeAt(at)] ?? 0;

/** The bytes; undefined where the text is not so many of them in hexadecimal digits. */
export function fromHex(text: string, length: number): Uint8Array<ArrayBuffer> | undefined {
  if (!isHex(text, length)) return undefined;
  const bytes = new Uint8Array(length);
  for (let at = 0; at < length; at++) bytes[at] = digitAt(text, 2 * at) * 16 + digitAt(text, 2 * at + 1);
  return bytes;
}
