import { createInterface, type Interface } from 'node:readline/promises';
import type { Completion } from './completion.ts';
import type { Output } from './look.ts';

/** Where lines come from: a terminal, a file or a pipe. */
export type Input = NodeJS.ReadableStream & { readonly isTTY?: boolean };

export interface PromptParts {
  readonly input: Input;
  readonly output: Output;
  readonly prompt: string;
  readonly complete: (line: string) => Promise<Completion>;
  /** What there is to choose from, as rows of the terminal. */
  readonly list: (names: readonly string[]) => readonly string[];
  /** Aborted, the prompt closes. */
  readonly signal: AbortSignal;
}

/**
 * Lines with a prompt, history and completion. Ctrl-C empties the line, and leaves where it is empty already; Ctrl-D
 * leaves, but lines that were typed ahead are still answered. Tab puts in what there is to put in, and where there
 * are several things, shows them below and leaves the line as it is.
 */
export function openPrompt({ input, output, prompt, complete, list, signal }: PromptParts): {
  readonly lines: Interface;
  readonly prompt: () => void;
} {
  let open = true;
  const lines = createInterface({
    input,
    output,
    signal,
    prompt,
    removeHistoryDuplicates: true,
    completer: async (line: string): Promise<[string[], string]> => {
      const { typed, insert, shown } = await complete(line);
      if (shown.length > 0) showBelow(lines, output, list(shown));
      return [insert === undefined ? [] : [insert], typed];
    },
  });
  lines.on('SIGINT', () => {
    if (lines.line === '') return lines.close();
    lines.write(null, { ctrl: true, name: 'e' });
    lines.write(null, { ctrl: true, name: 'u' });
  });
  lines.on('close', () => {
    open = false;
    output.write('\n');
  });
  return { lines, prompt: () => (open ? lines.prompt() : undefined) };
}

/** Erases from the cursor to the end of the screen. */
const ERASED = '\u001b[J';

/**
 * Writes rows below what is being typed, and the prompt with it again below them. Redrawing goes up as many rows as
 * the cursor was below the prompt, so that many are added first.
 */
function showBelow(lines: Interface, output: Output, rows: readonly string[]): void {
  lines.prompt(true);
  const below = lines.getCursorPos().rows;
  output.write(`\n${ERASED}${rows.map(row => `${row}\n`).join('')}${'\n'.repeat(below)}`);
  lines.prompt(true);
}
