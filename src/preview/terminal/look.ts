import { WriteStream } from 'node:tty';
import type { Look } from './style.ts';

/** Where answers go: a terminal, a file or a pipe. */
export type Output = NodeJS.WritableStream & { readonly isTTY?: boolean; readonly columns?: number };

/** Lines longer than this are hard to read. */
const WIDEST = 88;
const NARROWEST = 24;
const USUAL = 80;

/**
 * What an output can show. Colour needs a terminal; FORCE_COLOR brings it into pipes, NO_COLOR and TERM=dumb take
 * it away. Without colour, marks and addresses stand in the text.
 */
export function lookOf(
  output: Output,
  env: NodeJS.ProcessEnv,
  reader: Pick<Look, 'locale' | 'timezone' | 'now'>,
): Look {
  const terminal = output.isTTY === true;
  const depth = terminal || env.FORCE_COLOR !== undefined ? WriteStream.prototype.getColorDepth(env) : 1;
  const columns = output.columns ?? (Number(env.COLUMNS) || USUAL);
  return {
    ...reader,
    columns: Math.max(NARROWEST, Math.min(columns, WIDEST)),
    depth,
    links: terminal && depth > 1,
  };
}
