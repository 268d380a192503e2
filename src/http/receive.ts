import type { Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';

/** The most that a body may be long, in bytes. */
const longest = 1024 * 1024;

const limit = bodyLimit({
  maxSize: longest,
  onError: context => context.text('The body is longer than 1 MiB.', 413),
});

/** The body of a request, or the refusal where it is too long or did not arrive whole. */
export async function receive(context: Context): Promise<Uint8Array<ArrayBuffer> | Response> {
  try {
    const refusal = await limit(context, () => Promise.resolve());
    return refusal ?? new Uint8Array(await context.req.arrayBuffer());
  } catch {
    // Who sent it broke off: no fault of this side's, so nobody's log is to fill with it.
    return context.text('The body did not arrive whole.', 400);
  }
}
