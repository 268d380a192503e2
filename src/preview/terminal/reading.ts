import type { TerminalWords } from '../../words/model.ts';
import { widthOf } from './wrap.ts';

/** Where the line stands: standard error, where that is a terminal. */
export interface Screen {
  readonly isTTY?: boolean;
  readonly columns?: number;
  readonly write: (text: string) => unknown;
}

/** How many posts are read, of how many. */
export interface Count {
  readonly read: number;
  readonly total: number;
}

/** A line that says that posts are being read, and how far that is. */
export interface ReadingLine {
  readonly count: (count: Count) => void;
  /** Writes a line above it. */
  readonly tell: (line: string) => void;
  /** Takes it away. */
  readonly clear: () => void;
}

/** Times a second that the count is written anew. */
const PACE = 20;

/** Empties the row that the cursor is in. */
const CLEARED = '\r\u001b[2K';

/**
 * Says at once that posts are being read; where nobody watches, only what is told is written. A count that would not
 * fit the row is left out. `now` is in milliseconds.
 */
export function openReadingLine(screen: Screen, words: TerminalWords, now: () => number): ReadingLine {
  const write = (text: string) => (screen.isTTY === true ? screen.write(text) : undefined);
  let shown = words.reading();
  let last = now();
  write(shown);
  return {
    count: count => {
      const said = words.reading(count);
      if (widthOf(said) >= (screen.columns ?? 80) || now() - last < 1_000 / PACE) return;
      last = now();
      shown = said;
      write(`${CLEARED}${shown}`);
    },
    tell: line => {
      if (shown !== '') write(CLEARED);
      screen.write(`${line}\n`);
      write(shown);
    },
    clear: () => {
      if (shown !== '') write(CLEARED);
      shown = '';
    },
  };
}
