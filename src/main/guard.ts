import process from 'node:process';
import { exitCodes } from './refuse.ts';

function guardStream(stream: NodeJS.WriteStream, hide: (text: string) => string): void {
  const { write } = stream;
  stream.write = (chunk: string | Uint8Array, ...rest: readonly unknown[]): boolean =>
    Reflect.apply(write, stream, [typeof chunk === 'string' ? hide(chunk) : chunk, ...rest]);
}

/**
 * From now on these secrets stand in nothing that this process prints, whoever prints it: a log line, an error of a
 * package, or the last words of a crash, which Node would print past the streams.
 */
export function guardOutput(secrets: readonly string[]): void {
  const hide = (text: string): string =>
    secrets.reduce((left, secret) => left.replaceAll(secret, '[secret]'), text);
  if (secrets.length > 0) for (const stream of [process.stdout, process.stderr]) guardStream(stream, hide);
  process.on('uncaughtException', (error: unknown) => {
    // A server hears of it as well, and goes on.
    if (process.listenerCount('uncaughtException') > 1) return;
    process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
    process.exit(exitCodes.failed);
  });
}
