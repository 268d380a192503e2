import { generateKeyPairSync, sign } from 'node:crypto';
import type { Clock } from './clock.ts';

/** A key pair of an application's, as its page in the developer portal has it. */
export interface Signer {
  /** 64 hexadecimal digits: what DISCORD_PUBLIC_KEY holds. */
  readonly publicKey: string;
  /** The headers that Discord sends with this body. */
  readonly headers: (body: string | Uint8Array, at?: number) => Record<string, string>;
}

export function makeSigner(clock: Clock): Signer {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const { x = '' } = publicKey.export({ format: 'jwk' });
  return {
    publicKey: Buffer.from(x, 'base64url').toString('hex'),
    headers: (body, at = clock.now()) => {
      const timestamp = String(Math.floor(at / 1_000));
      return {
        'content-type': 'application/json',
        'user-agent': 'Discord-Interactions/1.0 (+https://discord.com)',
        'x-signature-timestamp': timestamp,
        'x-signature-ed25519': sign(
          null,
          Buffer.concat([Buffer.from(timestamp), Buffer.from(body)]),
          privateKey,
        ).toString('hex'),
      };
    },
  };
}

/** Posts a body, as Discord or as somebody else, and gives back what was answered. */
export async function post(
  url: string,
  body: string,
  headers: Record<string, string>,
): Promise<{ readonly status: number; readonly text: string }> {
  const response = await fetch(url, { method: 'POST', headers, body });
  return { status: response.status, text: await response.text() };
}

/**
 * What Discord does when an address is entered as the interactions endpoint: it must answer a PING that is signed
 * and refuse one that is not, or the portal does not take it.
 */
export async function checkEndpoint(url: string, signer: Signer, ping: object): Promise<void> {
  const body = JSON.stringify(ping);
  const signed = await post(url, body, signer.headers(body));
  if (signed.status !== 200 || JSON.parse(signed.text).type !== 1) {
    throw new Error(
      `The portal does not take ${url}: a signed PING was answered ${signed.status} ${signed.text}`,
    );
  }
  const forged = await post(url, body, { ...signer.headers(body), 'x-signature-ed25519': '00'.repeat(64) });
  if (forged.status !== 401) {
    throw new Error(
      `The portal does not take ${url}: a PING with a wrong signature was answered ${forged.status}, not 401`,
    );
  }
}
