import { isIP } from 'node:net';
import type { MiddlewareHandler } from 'hono';

/**
 * What a browser may do with the page: nothing but what comes from this server. Pictures may come as data, since the
 * style sheet holds some.
 */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const HEADERS = {
  'content-security-policy': POLICY,
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'cache-control': 'no-store',
};

/**
 * Lets in only what this page's own browser window asks for. A name that somebody made to point here (DNS rebinding)
 * is refused by Host: it is an IP address, localhost, or what HOST says. A website that sends requests here is
 * refused by Origin and Sec-Fetch-Site.
 */
export function guard(listeningOn: string): MiddlewareHandler {
  return async (context, next) => {
    const host = context.req.header('host') ?? '';
    if (!isOwnHost(host, listeningOn)) return context.text(`This page is not served as ${host}.`, 403);
    const { method, path } = context.req;
    const own = new Set(['same-origin', 'none', undefined]).has(context.req.header('sec-fetch-site'));
    const harmless = method === 'GET' && path === '/' && !context.req.url.includes('?');
    const origin = context.req.header('origin');
    const originFits = origin === undefined ? method !== 'POST' : origin === `http://${host}`;
    if (!originFits || !(own || harmless)) return context.text('Only this page itself may ask that.', 403);
    await next();
    for (const [name, value] of Object.entries(HEADERS)) context.header(name, value);
  };
}

function isOwnHost(host: string, listeningOn: string): boolean {
  const url = URL.parse(`http://${host}`);
  if (url === null || url.host !== host.toLowerCase().replace(/:80$/, '')) return false;
  const name = url.hostname.replace(/^\[(.*)\]$/, '$1');
  return isIP(name) > 0 || name === 'localhost' || name === listeningOn.toLowerCase();
}
