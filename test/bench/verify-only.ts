/*
 * What the HTTP endpoint is measured against, run as a process of its own: it checks the signature, as every endpoint
 * must, and answers with the body that it was given.
 */
import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';

const { DISCORD_PUBLIC_KEY = '', FIXED_BODY = '{"type":1}', PORT } = process.env;

const key = await crypto.subtle.importKey('raw', Buffer.from(DISCORD_PUBLIC_KEY, 'hex'), 'Ed25519', false, [
  'verify',
]);

async function isSigned(request: IncomingMessage): Promise<boolean> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const timestamp = Buffer.from(String(request.headers['x-signature-timestamp']));
  const signature = Buffer.from(String(request.headers['x-signature-ed25519']), 'hex');
  return await crypto.subtle.verify('Ed25519', key, signature, Buffer.concat([timestamp, ...chunks]));
}

const server = createServer((request, response) => {
  isSigned(request).then(
    signed => response.writeHead(signed ? 200 : 401, { 'content-type': 'application/json' }).end(FIXED_BODY),
    () => response.writeHead(400).end(),
  );
});
server.listen(Number(PORT), '127.0.0.1');
await once(server, 'listening');
