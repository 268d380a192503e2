import type { Listen } from '../config/way.ts';
import type { App } from '../http/app.ts';
import { type Served, serve } from '../http/serve.ts';
import { Unfit } from './unfit.ts';

/** Addresses that may be free, or there, by the time that Quoth is started again. */
const passing: ReadonlySet<unknown> = new Set(['EADDRINUSE', 'EADDRNOTAVAIL']);

const codeOf = (error: unknown): unknown =>
  error instanceof Error && 'code' in error ? error.code : undefined;

/** Serves an app. Throws an error whose message says what to do where its address cannot be listened on. */
export async function listen(app: App, { host, port }: Listen): Promise<Served> {
  try {
    return await serve(app, host, port);
  } catch (error) {
    if (!(error instanceof Error) || passing.has(codeOf(error.cause))) throw error;
    throw new Unfit(error.message, { cause: error });
  }
}
