import type { MiddlewareHandler } from 'hono';

/** Nothing here is a page: no browser is to take it for one, show it in another, or keep it. */
const headers: Readonly<Record<string, string>> = {
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
};

const asJson = { headers: { ...headers, 'content-type': 'application/json' } };

const whole = new WeakSet<Response>();

/** A value as JSON, with its headers from the start: to set them one by one takes a tenth of the time of an answer. */
export function jsonOf(value: unknown): Response {
  const response = new Response(JSON.stringify(value), asJson);
  whole.add(response);
  return response;
}

/** Sets the headers of every other response. */
export const withHeaders: MiddlewareHandler = async (context, next) => {
  await next();
  if (whole.has(context.res)) return;
  for (const [name, value] of Object.entries(headers)) context.res.headers.set(name, value);
};
