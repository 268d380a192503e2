import type { Context } from 'hono';
import { fromHex } from './hex.ts';
import { receive } from './receive.ts';

export interface HookOptions {
  /** What the sender signs with. */
  readonly secret: string;
  /** Is called for each push; must return at once. */
  readonly pushed: () => void;
}

/** Where GitHub, Forgejo, Gitea and what came before it put the HMAC-SHA256 of the body, and what they are told by. */
const signatures: readonly (readonly [header: string, before: string])[] = [
  ['x-hub-signature-256', 'sha256='],
  ['x-forgejo-signature', ''],
  ['x-gitea-signature', ''],
  ['x-gogs-signature', ''],
];

const events = ['x-github-event', 'x-forgejo-event', 'x-gitea-event', 'x-gogs-event'];

/** The bytes of a signature, of the first header that holds one. */
function signatureOf(context: Context): Uint8Array<ArrayBuffer> | undefined {
  for (const [header, before] of signatures) {
    const written = context.req.header(header);
    if (written?.startsWith(before)) return fromHex(written.slice(before.length), 32);
  }
  return undefined;
}

/**
 * Answers a webhook that tells that posts have changed: 202 at once for what is signed, and what is to be done is done
 * after that; 401 for anything else. A ping, by which the sender tries the address, is answered by a pong.
 */
export function makeHook({ secret, pushed }: HookOptions): (context: Context) => Promise<Response> {
  const imported = crypto.subtle.importKey(
    'raw',
    new TextEncoder().encode(secret),
    { name: 'HMAC', hash: 'SHA-256' },
    false,
    ['verify'],
  );
  return async context => {
    // Before the body is read: what is not signed is not to fill memory.
    const signature = signatureOf(context);
    if (signature === undefined) return context.text('The signature is missing or is none.', 401);
    const body = await receive(context);
    if (!(body instanceof Uint8Array)) return body;
    // Takes as long for every signature.
    const isSigned = await crypto.subtle.verify('HMAC', await imported, signature, body);
    if (!isSigned) return context.text('The signature does not fit.', 401);
    if (events.some(event => context.req.header(event) === 'ping')) return context.text('pong');
    pushed();
    return context.text('The posts are brought.', 202);
  };
}
