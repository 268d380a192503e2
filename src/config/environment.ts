import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'dotenv';
import type { Fault } from './fault.ts';

/** Variables by name, as the process has them. */
export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The process's environment over the `.env` of a folder: what is set outside wins, even where it is empty,
 * so that `DISCORD_TOKEN= npm start` starts without the token. No `.env` is no fault; one that cannot be
 * read is.
 */
export function readEnvironment(
  folder: string,
  outside: Environment,
): { readonly variables: Environment } | { readonly fault: Fault } {
  const path = join(folder, '.env');
  try {
    return { variables: { ...parse(decode(readFileSync(path))), ...outside } };
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ENOENT') return { variables: outside };
    const wants = 'to be a text file that this user may read';
    return { fault: { name: path, got: `unreadable (${code ?? error})`, wants } };
  }
}

/** UTF-8, or the UTF-16 that PowerShell's `>` writes. */
function decode(bytes: Uint8Array): string {
  const wide = bytes[0] === 0xff && bytes[1] === 0xfe;
  return new TextDecoder(wide ? 'utf-16le' : 'utf-8').decode(bytes);
}
