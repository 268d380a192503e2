import type { Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';

/** The most that a body may be long, in bytes. */
const longest = 1024 * 1024;

const tooLong = (context: Context) => context.text('The body is longer than 1 MiB.', 413);

const limit = bodyLimit({ maxSize: longest, onError: tooLong });

/**
 * The refusal of a body that is too long. One whose length is told, to which Node and Workers hold it, is not looked
 * at: to count it as a stream of its own would take longer than to answer most commands.
 */
async function refusal(context: Context): Promise<Response | undefined> {
  const { headers } = context.req.raw;
  const told = headers.get('content-length');
  const isTold = told !== null && !headers.has('transfer-encoding');
  if (isTold) return Number(told) > longest ? tooLong(context) : undefined;
  return (await limit(context, () => Promise.resolve())) ?? undefined;
}

/** The body of a request, or the refusal where it is too long or did not arrive whole. */
export async function receive(context: Context): Promise<Uint8Array<ArrayBuffer> | Response> {
  try {
    const refused = await refusal(context);
    return refused ?? new Uint8Array(await context.req.arrayBuffer());
  } catch {
    // Who sent it broke off: no fault of this side's, so nobody's log is to fill with it.
    return context.text('The body did not arrive whole.', 400);
  }
}
