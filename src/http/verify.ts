import { fromHex, isHex } from './hex.ts';

/** Checks whether a request is signed by Discord. */
export type Verify = (request: {
  /** `X-Signature-Ed25519` and `X-Signature-Timestamp`, as they came. */
  readonly signature: string;
  readonly timestamp: string;
  readonly body: Uint8Array;
}) => Promise<boolean>;

/**
 * A check by an application's public key, which is imported once.
 *
 * @param publicKey 64 hexadecimal digits.
 * @throws Error where it is none.
 */
export async function makeVerify(publicKey: string): Promise<Verify> {
  const bytes = fromHex(publicKey, 32);
  if (!bytes) {
    throw new Error(
      'DISCORD_PUBLIC_KEY is no public key: it is 64 hexadecimal digits (Developer Portal → your application → General Information).',
    );
  }
  const key = await crypto.subtle.importKey('raw', bytes, 'Ed25519', false, ['verify']);
  return ({ signature, timestamp, body }) => {
    const signed = fromHex(signature, 64);
    if (!signed) return Promise.resolve(false);
    const time = new TextEncoder().encode(timestamp);
    const message = new Uint8Array(time.length + body.length);
    message.set(time);
    message.set(body, time.length);
    return crypto.subtle.verify('Ed25519', key, signed, message);
  };
}

/** Whether a text has the form of a signature, 128 hexadecimal digits: told without the body that it is to fit. */
export function couldBeSignature(text: string): boolean {
  return isHex(text, 64);
}
